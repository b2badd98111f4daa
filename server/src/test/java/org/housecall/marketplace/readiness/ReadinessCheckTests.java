package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.marketplace.readiness.State.AMBER;
import static org.housecall.marketplace.readiness.State.GREEN;
import static org.housecall.marketplace.readiness.State.RED;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.TestServer;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Contact;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Publisher;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.housecall.marketplace.readiness.Readiness.Item;
import org.housecall.zoom.CredentialTrial.Finding;
import org.housecall.zoom.Scope;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomPlan;
import org.junit.jupiter.api.Test;

/** What turns each check red, amber and green: facts made up one by one, judged and put into words as for the screen. */
class ReadinessCheckTests {

    private final Readiness readiness = TestServer.bean(Readiness.class);

    /** An installation where all is well; each test spoils one thing. */
    private URI baseUrl = URI.create("https://visits.example");

    private Publisher publisher = new Publisher("Harbour Health", "zoom@harbour.example", "Street 1", "IE");
    private Reach reach = Reach.OURS;
    private boolean simulated;
    private Optional<ZoomApp> app = Optional.of(app(true));
    private Optional<Finding> trial = Optional.of(Finding.ACCEPTED);
    private Set<String> granted = Arrays.stream(Scope.values()).map(Scope::id).collect(Collectors.toSet());
    private Optional<Instant> lastEvent = Optional.of(Instant.parse("2026-11-24T09:30:00Z"));

    @Test
    void findsThePublicAddressGreenOnceItAnswers() {
        assertThat(item("base-url").state()).isEqualTo(GREEN);
        reach = Reach.OTHER;
        assertThat(item("base-url").state()).isEqualTo(AMBER);
        reach = Reach.PRIVATE;
        assertThat(item("base-url").state()).isEqualTo(AMBER);
        reach = Reach.NOBODY;
        assertThat(item("base-url").state()).isEqualTo(AMBER);
    }

    @Test
    void findsALocalAddressRed() {
        baseUrl = URI.create("http://localhost:8080");
        assertThat(item("base-url").state()).isEqualTo(RED);
        assertThat(item("redirect-url").state()).isEqualTo(RED);
        assertThat(item("pictures").state()).isEqualTo(RED);
        baseUrl = URI.create("https://localhost");
        assertThat(item("base-url").state()).isEqualTo(RED);
    }

    @Test
    void findsCredentialsGreenOnceZoomAcceptsThem() {
        assertThat(item("credentials").state()).isEqualTo(GREEN);
        assertThat(item("credentials").evidence()).contains("client-1");
        trial = Optional.empty();
        assertThat(item("credentials").state()).isEqualTo(AMBER);
        trial = Optional.of(Finding.NO_ANSWER);
        assertThat(item("credentials").state()).isEqualTo(AMBER);
        trial = Optional.of(Finding.WRONG_CREDENTIALS);
        assertThat(item("credentials").state()).isEqualTo(RED);
        app = Optional.empty();
        assertThat(item("credentials").state()).isEqualTo(RED);
    }

    @Test
    void findsNothingGreenThatOnlyAStandInForZoomHasSeen() {
        simulated = true;

        assertThat(item("credentials").state()).isEqualTo(AMBER);
        assertThat(item("scopes").state()).isEqualTo(AMBER);
        assertThat(item("webhook").state()).isEqualTo(AMBER);
        assertThat(item("webhook").evidence()).contains("https://sandbox.example", "2026-11-24 11:30 Europe/Kyiv");
    }

    @Test
    void tellsTheRedirectUrlToTheLetterAndNeverThatItIsEntered() {
        assertThat(item("redirect-url").state()).isEqualTo(AMBER);
        assertThat(item("redirect-url").evidence()).contains("https://visits.example/zoom/callback");
    }

    @Test
    void findsScopesGreenOnceAllAreGranted() {
        assertThat(item("scopes").state()).isEqualTo(GREEN);
        Set<String> fewer = new HashSet<>(granted);
        fewer.remove(Scope.REMOVE_MEETINGS.id());
        granted = fewer;
        assertThat(item("scopes").state()).isEqualTo(RED);
        assertThat(item("scopes").evidence()).isEqualTo("Nobody has granted meeting:delete:meeting.");
        granted = Set.of();
        assertThat(item("scopes").state()).isEqualTo(AMBER);
    }

    @Test
    void findsNotificationsGreenOnceASignedOneCame() {
        assertThat(item("webhook").state()).isEqualTo(GREEN);
        lastEvent = Optional.empty();
        assertThat(item("webhook").state()).isEqualTo(AMBER);
        app = Optional.of(app(false));
        assertThat(item("webhook").state()).isEqualTo(RED);
    }

    @Test
    void findsPagesAndDocumentsGreenOnceThePublisherIsKnown() {
        assertThat(item("pages").state()).isEqualTo(GREEN);
        assertThat(item("documents").state()).isEqualTo(GREEN);
        publisher = new Publisher("Harbour Health", "zoom@harbour.example", null, null);
        assertThat(item("pages").state()).isEqualTo(RED);
        assertThat(item("pages").evidence()).endsWith("do not name: postal address, country.");
        assertThat(item("documents").state()).isEqualTo(GREEN);
        publisher = new Publisher("Harbour Health", null, "Street 1", "IE");
        assertThat(item("documents").state()).isEqualTo(RED);
    }

    @Test
    void neverTakesPicturesThatItCannotSeeForGiven() {
        assertThat(item("pictures").state()).isEqualTo(AMBER);
    }

    /** Judged and in words; a missing message fails here. */
    private Item item(String id) {
        ReadinessCheck check = Readiness.CHECKS.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        Item item = readiness.item(check, observed());
        assertThat(item.evidence()).isNotBlank().doesNotContain("{", "''");
        assertThat(item.remedy() == null).isEqualTo(item.state() == GREEN);
        return item;
    }

    private Observed observed() {
        Clinic clinic = new Clinic(
                UUID.randomUUID(), "Harbour", "harbour", ZoneId.of("Europe/Kyiv"), Contact.NONE, List.of("en"));
        Listing listing = new Listing(
                clinic,
                publisher,
                "Harbour Health",
                baseUrl,
                URI.create(baseUrl + "/zoom/callback"),
                URI.create(baseUrl + "/zoom/webhooks/1"));
        return new Observed(
                listing,
                reach,
                URI.create(simulated ? "https://sandbox.example" : "https://zoom.us"),
                simulated,
                app,
                trial,
                granted,
                lastEvent,
                Set.of("ssdlc-policy.pdf"));
    }

    private static ZoomApp app(boolean webhookSecretSet) {
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
                ZoomPlan.PRO);
    }
}
