package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.marketplace.readiness.State.GREEN;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.TestServer;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Contact;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.ListingTexts;
import org.housecall.marketplace.Publisher;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.housecall.marketplace.readiness.Readiness.Item;
import org.housecall.marketplace.reviewer.ReviewerTrial;
import org.housecall.platform.OutgoingHttp;
import org.housecall.zoom.CredentialTrial.Finding;
import org.housecall.zoom.Observation;
import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.Scope;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The facts of an installation where all is well, made up; a test spoils one of them. */
abstract class ReadyInstallation {

    static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
    static final Instant SEEN = Instant.parse("2026-11-24T09:30:00Z");
    static final String REDIRECT = "https://visits.example/zoom/callback";

    private final Readiness readiness = TestServer.bean(Readiness.class);

    URI baseUrl = URI.create("https://visits.example");

    Publisher publisher =
            new Publisher("Harbour Health", "zoom@harbour.example", "Street 1", "IE", "Weekdays", "A day");

    @Nullable
    String name;

    Reach reach = Reach.OURS;
    boolean simulated;
    Optional<ZoomApp> app = Optional.of(app(true));
    Optional<Finding> trial = Optional.of(Finding.ACCEPTED);
    Set<String> granted = Scope.required().stream().map(Scope::id).collect(Collectors.toSet());
    Set<String> documents = Set.of("ssdlc-policy.pdf");
    List<String> blanks = List.of();
    List<String> unfitPictures = List.of();
    ReviewerTrial.WayIn reviewer = ReviewerTrial.WayIn.JOINABLE;
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    boolean answers = true;
    String error = "{\"title\": \"Not found\"}";
    Optional<Tls> tls = tls(Tls.Certificate.VALID, "2027-01-31T00:00:00Z");
    final List<Observation> seen = new ArrayList<>();

    @BeforeEach
    void letAllBeWell() {
        headers.putAll(Map.of(
                "Strict-Transport-Security", "max-age=31536000",
                "Content-Security-Policy", "default-src 'none'",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer",
                "Server", "nginx"));
        for (Fact fact : Fact.values()) {
            if (fact != Fact.SCOPE_USED && fact != Fact.NOT_CONNECTED) {
                seen.add(new Observation(fact, fact == Fact.CONNECTED ? REDIRECT : "", false, SEEN));
            }
        }
        Scope.required().forEach(scope -> seen.add(new Observation(Fact.SCOPE_USED, scope.id(), false, SEEN)));
    }

    /** Judged and in words; a missing message fails here. */
    final Item item(String id) {
        Item item = readiness.item(check(id), observed());
        assertThat(item.evidence()).isNotBlank().doesNotContain("{", "''");
        assertThat(item.remedy() == null).isEqualTo(item.state() == GREEN);
        return item;
    }

    static ReadinessCheck check(String id) {
        return Readiness.CHECKS.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    final void onlySimulated() {
        seen.replaceAll(it -> new Observation(it.fact(), it.detail(), true, it.seenAt()));
    }

    static Optional<Tls> tls(Tls.Certificate certificate, String until) {
        return Optional.of(new Tls(certificate, Instant.parse(until), "TLSv1.3", List.of(), List.of()));
    }

    private Optional<OutgoingHttp.Answer> answer(int status, String body) {
        return answers ? Optional.of(new OutgoingHttp.Answer(status, headers, body)) : Optional.empty();
    }

    final Observed observed() {
        Clinic clinic = new Clinic(
                UUID.randomUUID(), "Harbour", "harbour", ZoneId.of("Europe/Kyiv"), Contact.NONE, List.of("en"));
        Listing listing = new Listing(
                clinic,
                publisher,
                "Harbour Health",
                baseUrl,
                URI.create(baseUrl + "/zoom/callback"),
                URI.create(baseUrl + "/zoom/webhooks/1"),
                app.map(ZoomApp::scopes).orElseGet(Scope::required));
        return new Observed(
                listing,
                reach,
                answer(200, "page"),
                answer(404, error),
                tls,
                URI.create(simulated ? "https://sandbox.example" : "https://zoom.us"),
                simulated,
                app,
                trial,
                granted,
                seen,
                documents,
                texts(listing),
                blanks,
                unfitPictures,
                reviewer,
                NOW);
    }

    private List<ListingTexts.Text> texts(Listing listing) {
        List<ListingTexts.Text> texts =
                new ArrayList<>(TestServer.bean(ListingTexts.class).all(listing));
        if (name != null) {
            ListingTexts.Text first = texts.removeFirst();
            texts.add(new ListingTexts.Text(first.slot(), first.title(), name, name, name, true, null));
        }
        return texts;
    }

    static ZoomApp app(boolean webhookSecretSet) {
        return new ZoomApp(
                UUID.randomUUID(),
                UUID.randomUUID(),
                ZoomApp.Kind.GENERAL,
                "client-1",
                null,
                webhookSecretSet,
                null,
                null,
                false,
                false,
                ZoomPlan.PRO);
    }
}
