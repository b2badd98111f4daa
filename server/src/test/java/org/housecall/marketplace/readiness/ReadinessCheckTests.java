package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.marketplace.readiness.State.AMBER;
import static org.housecall.marketplace.readiness.State.GREEN;
import static org.housecall.marketplace.readiness.State.RED;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.housecall.marketplace.Publisher;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.housecall.marketplace.reviewer.ReviewerTrial;
import org.housecall.zoom.CredentialTrial.Finding;
import org.housecall.zoom.Observation;
import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What turns each check red, amber and green: facts made up one by one, judged and put into words as for the screen. */
class ReadinessCheckTests extends ReadyInstallation {

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
        onlySimulated();

        for (String id : List.of(
                "credentials",
                "redirect-url",
                "scopes",
                "scope-use",
                "connect",
                "add",
                "decline",
                "disconnect",
                "deauthorization",
                "webhook")) {
            assertThat(item(id).state()).as(id).isEqualTo(AMBER);
        }
        assertThat(item("webhook").evidence()).contains("https://sandbox.example", "2026-11-24 11:30 Europe/Kyiv");
    }

    @Test
    void staysAmberWithZoomItselfOnWhatAStandInHasSeen() {
        onlySimulated(); // and now it is Zoom that is asked

        for (String id :
                List.of("scope-use", "connect", "add", "decline", "disconnect", "deauthorization", "webhook")) {
            assertThat(item(id).state()).as(id).isEqualTo(AMBER);
        }
    }

    @Test
    void findsTheRedirectUrlGreenOnceZoomHasReturnedToIt() {
        assertThat(item("redirect-url").state()).isEqualTo(GREEN);
        assertThat(item("redirect-url").evidence()).contains(REDIRECT, "2026-11-24 11:30 Europe/Kyiv");
        baseUrl = URI.create("https://moved.example"); // it was another one that Zoom returned to
        assertThat(item("redirect-url").state()).isEqualTo(AMBER);
        assertThat(item("redirect-url").evidence()).contains("https://moved.example/zoom/callback");
    }

    @Test
    void findsTlsGreenWithAGoodCertificateAndOldVersionsRefused() {
        assertThat(item("tls").state()).isEqualTo(GREEN);
        assertThat(item("tls").evidence()).contains("TLSv1.3", "2027-01-31");
        tls = tls(Tls.Certificate.VALID, "2026-12-05T00:00:00Z");
        assertThat(item("tls").state()).isEqualTo(AMBER);
        for (Tls.Certificate bad : Tls.Certificate.values()) {
            tls = tls(bad, "2027-01-31T00:00:00Z");
            assertThat(item("tls").state()).isEqualTo(bad == Tls.Certificate.VALID ? GREEN : RED);
        }
        tls = Optional.of(
                new Tls(Tls.Certificate.VALID, NOW.plusSeconds(9_000_000), "TLSv1.3", List.of("TLS 1.1"), List.of()));
        assertThat(item("tls").state()).isEqualTo(RED);
        tls = Optional.of(
                new Tls(Tls.Certificate.VALID, NOW.plusSeconds(9_000_000), "TLSv1.3", List.of(), List.of("TLS 1.0")));
        assertThat(item("tls").state()).isEqualTo(AMBER);
        tls = Optional.empty();
        assertThat(item("tls").state()).isEqualTo(AMBER);
        baseUrl = URI.create("http://localhost:8080");
        assertThat(item("tls").state()).isEqualTo(RED);
    }

    @Test
    void findsHeadersGreenWhereAllArriveAndNothingIsTold() {
        assertThat(item("headers").state()).isEqualTo(GREEN);
        for (String name : List.copyOf(headers.keySet())) {
            String value = headers.remove(name);
            assertThat(item("headers").state()).as(name).isEqualTo(name.equals("Server") ? GREEN : RED);
            headers.put(name, value);
        }
        headers.remove("X-Frame-Options");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        assertThat(item("headers").state()).isEqualTo(GREEN);
        headers.put("Server", "nginx/1.18.0");
        assertThat(item("headers").evidence()).contains("Server: nginx/1.18.0");
        assertThat(item("headers").state()).isEqualTo(RED);
        headers.put("Server", "nginx");
        error = "java.lang.IllegalStateException\n\tat org.example.Visit.of(Visit.java:7)";
        assertThat(item("headers").state()).isEqualTo(RED);
        answers = false;
        assertThat(item("headers").state()).isEqualTo(AMBER);
    }

    @Test
    void findsScopesInUseGreenWhereEachWasUsedNotLongAgo() {
        assertThat(item("scope-use").state()).isEqualTo(GREEN);
        assertThat(item("scope-use").evidence()).contains("user:read:user 2026-11-24 11:30 Europe/Kyiv");
        seen.removeIf(it -> it.detail().equals(Scope.CHANGE_MEETINGS.id()));
        assertThat(item("scope-use").state()).isEqualTo(RED);
        assertThat(item("scope-use").evidence()).isEqualTo("No call has used: meeting:update:meeting.");
        seen.add(new Observation(Fact.SCOPE_USED, Scope.CHANGE_MEETINGS.id(), false, NOW.minus(Duration.ofDays(31))));
        assertThat(item("scope-use").state()).isEqualTo(AMBER);
        app = Optional.empty();
        assertThat(item("scope-use").state()).isEqualTo(RED);
    }

    @ParameterizedTest
    @CsvSource({
        "connect, CONNECTED",
        "add, ADDED",
        "decline, DECLINED",
        "disconnect, DISCONNECTED",
        "deauthorization, DEAUTHORIZED"
    })
    void findsWhatAReviewerDoesGreenOnceItWasSeen(String id, Fact fact) {
        assertThat(item(id).state()).isEqualTo(GREEN);
        assertThat(item(id).evidence()).contains("2026-11-24 11:30 Europe/Kyiv");
        seen.removeIf(it -> it.fact() == fact);
        assertThat(item(id).state()).isEqualTo(AMBER);
        app = Optional.empty();
        assertThat(item(id).state()).isEqualTo(RED);
    }

    @Test
    void findsConnectingRedWhereTheLastWhoConsentedWasNotConnected() {
        seen.add(new Observation(Fact.NOT_CONNECTED, "", false, SEEN.minusSeconds(60)));
        assertThat(item("connect").state()).isEqualTo(GREEN);
        seen.removeIf(it -> it.fact() == Fact.NOT_CONNECTED);
        seen.add(new Observation(Fact.NOT_CONNECTED, "", false, SEEN.plusSeconds(60)));
        assertThat(item("connect").state()).isEqualTo(RED);
    }

    @Test
    void findsUninstallsRedWithoutASecretToKnowThemBy() {
        app = Optional.of(app(false));
        assertThat(item("deauthorization").state()).isEqualTo(RED);
    }

    @Test
    void findsScopesGreenOnceAllAreGranted() {
        assertThat(item("scopes").state()).isEqualTo(GREEN);
        Set<String> fewer = new HashSet<>(granted);
        fewer.remove(Scope.REMOVE_MEETINGS.id());
        granted = fewer;
        assertThat(item("scopes").state()).isEqualTo(RED);
        assertThat(item("scopes").evidence()).isEqualTo("Nobody has granted meeting:delete:meeting.");
        granted = Scope.required().stream().map(Scope::id).collect(Collectors.toSet());
        granted.add("meeting:update:status");
        assertThat(item("scopes").state()).isEqualTo(RED);
        assertThat(item("scopes").evidence()).endsWith("is listed with: meeting:update:status.");
        granted = Set.of();
        assertThat(item("scopes").state()).isEqualTo(AMBER);
    }

    @Test
    void findsNotificationsGreenOnceTheAddressWasValidatedAndASignedOneCame() {
        assertThat(item("webhook").state()).isEqualTo(GREEN);
        seen.removeIf(it -> it.fact() == Fact.EVENT_HEARD);
        assertThat(item("webhook").state()).isEqualTo(AMBER);
        seen.removeIf(it -> it.fact() == Fact.URL_VALIDATED);
        assertThat(item("webhook").state()).isEqualTo(AMBER);
        seen.add(new Observation(Fact.EVENT_HEARD, "", false, SEEN));
        assertThat(item("webhook").state()).isEqualTo(AMBER);
        seen.add(new Observation(Fact.URL_VALIDATED, "", false, NOW.minus(Duration.ofDays(8))));
        assertThat(item("webhook").state()).isEqualTo(RED);
        app = Optional.of(app(false));
        assertThat(item("webhook").state()).isEqualTo(RED);
    }

    @Test
    void findsPagesAndDocumentsGreenOnceThePublisherIsKnown() {
        assertThat(item("pages").state()).isEqualTo(GREEN);
        assertThat(item("documents").state()).isEqualTo(GREEN);
        publisher = new Publisher("Harbour Health", "zoom@harbour.example", null, null, null, null);
        assertThat(item("pages").state()).isEqualTo(RED);
        assertThat(item("pages").evidence())
                .endsWith("do not name: postal address, country, support hours, first-response time.");
        assertThat(item("documents").state()).isEqualTo(GREEN);
        publisher = new Publisher("Harbour Health", null, "Street 1", "IE", "Weekdays", "A day");
        assertThat(item("documents").state()).isEqualTo(RED);
    }

    @Test
    void findsTextsGreenOnceNothingIsLeftToBeFilledIn() {
        assertThat(item("texts").state()).isEqualTo(GREEN);
        publisher = new Publisher("Harbour Health", null, "Street 1", "IE", "Weekdays", "A day");
        assertThat(item("texts").state()).isEqualTo(RED);
        assertThat(item("texts").evidence())
                .isEqualTo("Something is left to be filled in: Instructions for the beta test.");
    }

    @Test
    void findsATextRedThatHasGrownTooLong() {
        name = "N".repeat(51);
        assertThat(item("texts").state()).isEqualTo(RED);
        assertThat(item("texts").evidence()).isEqualTo("Longer than allowed: Name of the app.");
    }

    @Test
    void findsPagesRedWhereSomethingIsLeftToFillIn() {
        blanks = List.of("Support: [HOURS]");
        assertThat(item("pages").state()).isEqualTo(RED);
        assertThat(item("pages").evidence()).contains("Support: [HOURS]");
    }

    @Test
    void saysWhetherThereIsAReportOfScans() {
        assertThat(item("documents").evidence()).contains("no scan is written down", "Answer No");
        documents = Set.of("ssdlc-policy.pdf", "security-testing-report.pdf");
        assertThat(item("documents").state()).isEqualTo(GREEN);
        assertThat(item("documents").evidence()).doesNotContain("Answer No");
    }

    @Test
    void findsPicturesGreenInTheSizesThatZoomTakes() {
        assertThat(item("pictures").state()).isEqualTo(GREEN);
        unfitPictures = List.of("cover.png");
        assertThat(item("pictures").state()).isEqualTo(RED);
        assertThat(item("pictures").evidence()).contains("cover.png");
    }

    @Test
    void findsTheReviewersAccessGreenOnceTheSignInsAndAVisitWereTried() {
        assertThat(item("reviewer").state()).isEqualTo(GREEN);
        simulated = true;
        assertThat(item("reviewer").state()).isEqualTo(AMBER);
        reviewer = ReviewerTrial.WayIn.NO_LINK;
        assertThat(item("reviewer").state()).isEqualTo(AMBER);
        reviewer = ReviewerTrial.WayIn.NO_VISIT;
        assertThat(item("reviewer").state()).isEqualTo(RED);
        reviewer = ReviewerTrial.WayIn.SIGN_IN_REFUSED;
        assertThat(item("reviewer").state()).isEqualTo(RED);
        reviewer = ReviewerTrial.WayIn.NO_ACCESS;
        assertThat(item("reviewer").state()).isEqualTo(RED);
    }
}
