package org.housecall.marketplace.readiness;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.Documents;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.ListedPages;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.Connections;
import org.housecall.zoom.CredentialTrial;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.housecall.zoom.ZoomSettings;
import org.springframework.stereotype.Component;

/** Gathers the facts: what is stored, what Zoom says to the credentials, and what answers at our public address. */
@Component
class Observer {

    /** Somebody waits for the page; what has not answered by then is not known. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ZoomApps apps;
    private final Connections connections;
    private final CredentialTrial trial;
    private final ZoomSettings zoom;
    private final ListedPages listedPages;
    private final PublicPages pages;
    private final Documents documents;

    Observer(
            ZoomApps apps,
            Connections connections,
            CredentialTrial trial,
            ZoomSettings zoom,
            ListedPages listedPages,
            PublicPages pages,
            Documents documents) {
        this.apps = apps;
        this.connections = connections;
        this.trial = trial;
        this.zoom = zoom;
        this.listedPages = listedPages;
        this.pages = pages;
        this.documents = documents;
    }

    /** Observes the app of the current clinic, or of the installation. Speaks to Zoom and to ourselves, at the same time. */
    Observed observe(Listing listing) {
        Optional<ZoomApp> app = apps.of(CurrentClinic.idOrNone(), ZoomApp.Kind.GENERAL);
        CompletableFuture<Optional<CredentialTrial.Finding>> finding =
                soon(() -> app.map(trial::run), Optional.empty(), PATIENCE);
        CompletableFuture<Reach> reach = soon(visit(listing), Reach.NOBODY, PATIENCE);
        Set<String> made = documents.all(listing).keySet();
        return new Observed(
                listing,
                reach.join(),
                zoom.webUrl(),
                !zoom.isZoomsOwn(),
                app,
                finding.join(),
                app.map(it -> connections.grantedTo(it.id())).orElse(Set.of()),
                app.map(ZoomApp::heardAt),
                made);
    }

    private Supplier<Reach> visit(Listing listing) {
        String page = listedPages.html(ListedPage.SUPPORT, listing);
        String language = pages.language().toLanguageTag();
        return () -> PublicVisit.of(listing.url(ListedPage.SUPPORT), language, page);
    }

    /** In a thread of its own, in the same clinic; the other value where it takes too long. */
    static <T> CompletableFuture<T> soon(Supplier<T> work, T otherwise, Duration patience) {
        UUID clinicId = CurrentClinic.idOrNone();
        return CompletableFuture.supplyAsync(() -> CurrentClinic.in(clinicId, work), Thread::startVirtualThread)
                .completeOnTimeout(otherwise, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
