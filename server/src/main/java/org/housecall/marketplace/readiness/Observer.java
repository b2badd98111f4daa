package org.housecall.marketplace.readiness;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
import org.housecall.marketplace.ListingTexts;
import org.housecall.marketplace.pictures.Pictures;
import org.housecall.marketplace.readiness.PublicVisit.Visit;
import org.housecall.marketplace.reviewer.ReviewerTrial;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.Connections;
import org.housecall.zoom.CredentialTrial;
import org.housecall.zoom.Observation;
import org.housecall.zoom.Observations;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.housecall.zoom.ZoomSettings;
import org.springframework.stereotype.Component;

/** Gathers the facts: what is stored, what has happened, what Zoom says to the credentials, and what answers at our public address. */
@Component
class Observer {

    /** Somebody waits for the page; what has not answered by then is not known. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Where nothing sensible can be asked for. */
    private static final String NONSENSE = "/zoom/webhooks/%7B%7D?state=%27";

    private final ZoomApps apps;
    private final Connections connections;
    private final CredentialTrial trial;
    private final Observations observations;
    private final ZoomSettings zoom;
    private final ListedPages listedPages;
    private final PublicPages pages;
    private final Documents documents;
    private final ListingTexts texts;
    private final Pictures pictures;
    private final ReviewerTrial reviewer;
    private final PublicVisit visits;
    private final TlsProbe tls;
    private final Clock clock;

    Observer(
            ZoomApps apps,
            Connections connections,
            CredentialTrial trial,
            Observations observations,
            ZoomSettings zoom,
            ListedPages listedPages,
            PublicPages pages,
            Documents documents,
            ListingTexts texts,
            Pictures pictures,
            ReviewerTrial reviewer,
            PublicVisit visits,
            TlsProbe tls,
            Clock clock) {
        this.apps = apps;
        this.connections = connections;
        this.trial = trial;
        this.observations = observations;
        this.zoom = zoom;
        this.listedPages = listedPages;
        this.pages = pages;
        this.documents = documents;
        this.texts = texts;
        this.pictures = pictures;
        this.reviewer = reviewer;
        this.visits = visits;
        this.tls = tls;
        this.clock = clock;
    }

    /** Observes the app of the current clinic, or of the installation. Speaks to Zoom and to ourselves, at the same time. */
    Observed observe(Listing listing) {
        Optional<ZoomApp> app = apps.of(CurrentClinic.idOrNone(), ZoomApp.Kind.GENERAL);
        CompletableFuture<Optional<CredentialTrial.Finding>> finding =
                soon(() -> app.map(trial::run), Optional.empty(), PATIENCE);
        CompletableFuture<Visit> page = soon(visit(listing), Visit.NONE, PATIENCE);
        CompletableFuture<Visit> error =
                soon(() -> visits.of(URI.create(listing.baseUrl() + NONSENSE), "en", ""), Visit.NONE, PATIENCE);
        CompletableFuture<Optional<Tls>> handshake = soon(() -> tls.of(listing.baseUrl()), Optional.empty(), PATIENCE);
        Set<String> made = documents.all(listing).keySet();
        return new Observed(
                listing,
                page.join().reach(),
                page.join().answer(),
                error.join().answer(),
                handshake.join(),
                zoom.webUrl(),
                !zoom.isZoomsOwn(),
                app,
                finding.join(),
                app.map(it -> connections.grantedTo(it.id())).orElse(Set.of()),
                app.map(it -> observations.of(it.id())).orElse(List.<Observation>of()),
                made,
                texts.all(listing),
                listedPages.blanks(),
                pictures.unfit(listing),
                reviewer.run(),
                clock.instant());
    }

    private Supplier<Visit> visit(Listing listing) {
        String page = listedPages.html(ListedPage.SUPPORT, listing);
        String language = pages.language().toLanguageTag();
        return () -> visits.of(listing.url(ListedPage.SUPPORT), language, page);
    }

    /** In a thread of its own, in the same clinic; the other value where it takes too long. */
    static <T> CompletableFuture<T> soon(Supplier<T> work, T otherwise, Duration patience) {
        UUID clinicId = CurrentClinic.idOrNone();
        return CompletableFuture.supplyAsync(() -> CurrentClinic.in(clinicId, work), Thread::startVirtualThread)
                .completeOnTimeout(otherwise, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
