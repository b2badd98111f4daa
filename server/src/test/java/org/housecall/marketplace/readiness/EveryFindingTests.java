package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.housecall.marketplace.Publisher;
import org.housecall.marketplace.readiness.Observed.Reach;
import org.housecall.marketplace.readiness.Tls.Certificate;
import org.housecall.marketplace.reviewer.ReviewerTrial.WayIn;
import org.housecall.zoom.CredentialTrial.Finding;
import org.housecall.zoom.Observation;
import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every check is turned red and green, and whatever it can find is found once: a check or a finding without a case fails. */
class EveryFindingTests extends ReadyInstallation {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages", "marketplace.properties");
    private static final Pattern FINDING =
            Pattern.compile("marketplace\\.readiness\\.((?!server-)[a-z-]+\\.[a-z-]+)"); // a Server-to-Server app's:
    // ServerAppChecksTests

    private static final URI LOCAL = URI.create("http://localhost:8080");
    private static final String MONTHS_AHEAD = "2027-01-31T00:00:00Z";
    private static final Publisher NAMELESS = new Publisher(null, null, null, null, null, null);

    /** What an installation where all is well is changed by, and what its check finds then. */
    record Case(State state, String check, String finding, Consumer<EveryFindingTests> change) {

        String key() {
            return check + "." + finding;
        }

        @Override
        public String toString() {
            return key() + " is " + state;
        }
    }

    static final List<Case> CASES = List.of(
            new Case(State.RED, "base-url", "local", it -> it.baseUrl = LOCAL),
            new Case(State.AMBER, "base-url", "other", it -> it.reach = Reach.OTHER),
            new Case(State.AMBER, "base-url", "private", it -> it.reach = Reach.PRIVATE),
            new Case(State.AMBER, "base-url", "silent", it -> it.reach = Reach.NOBODY),
            new Case(State.GREEN, "base-url", "answers", _ -> {}),
            new Case(State.RED, "tls", "local", it -> it.baseUrl = LOCAL),
            new Case(State.RED, "tls", "old", it -> it.tls = tls(List.of("TLS 1.1"), List.of())),
            new Case(State.RED, "tls", "expired", it -> it.tls = tls(Certificate.EXPIRED, MONTHS_AHEAD)),
            new Case(State.RED, "tls", "other-name", it -> it.tls = tls(Certificate.OTHER_NAME, MONTHS_AHEAD)),
            new Case(State.RED, "tls", "untrusted", it -> it.tls = tls(Certificate.UNTRUSTED, MONTHS_AHEAD)),
            new Case(State.RED, "tls", "none", it -> it.tls = tls(Certificate.NONE, MONTHS_AHEAD)),
            new Case(State.AMBER, "tls", "silent", it -> it.tls = Optional.empty()),
            new Case(State.AMBER, "tls", "ends", it -> it.tls = tls(Certificate.VALID, "2026-12-10T09:29:59Z")),
            new Case(State.AMBER, "tls", "untried", it -> it.tls = tls(List.of(), List.of("TLS 1.0"))),
            new Case(State.GREEN, "tls", "safe", it -> it.tls = tls(Certificate.VALID, "2026-12-10T09:30:00Z")),
            new Case(State.RED, "headers", "local", it -> it.baseUrl = LOCAL),
            new Case(State.AMBER, "headers", "silent", it -> it.answers = false),
            new Case(State.RED, "headers", "missing", it -> it.headers.remove("Referrer-Policy")),
            new Case(State.RED, "headers", "telling", it -> it.headers.put("X-Powered-By", "PHP")),
            new Case(State.RED, "headers", "trace", it -> it.error = "java.lang.IllegalStateException"),
            new Case(State.GREEN, "headers", "there", _ -> {}),
            new Case(State.RED, "credentials", "missing", it -> it.app = Optional.empty()),
            new Case(State.RED, "credentials", "refused", it -> it.trial = Optional.of(Finding.WRONG_CREDENTIALS)),
            new Case(State.AMBER, "credentials", "silent", it -> it.trial = Optional.empty()),
            new Case(State.AMBER, "credentials", "simulated", it -> it.simulated = true),
            new Case(State.GREEN, "credentials", "accepted", _ -> {}),
            new Case(State.RED, "redirect-url", "plain", it -> it.baseUrl = LOCAL),
            new Case(State.AMBER, "redirect-url", "enter", it -> it.seen.clear()),
            new Case(State.AMBER, "redirect-url", "simulated", it -> it.onlySimulated()),
            new Case(State.GREEN, "redirect-url", "returned", _ -> {}),
            new Case(State.RED, "scopes", "missing", it -> it.granted = it.without(Scope.READ_MEETINGS)),
            new Case(State.RED, "scopes", "more", it -> it.granted = it.with("meeting:update:status")),
            new Case(State.AMBER, "scopes", "unknown", it -> it.granted = Set.of()),
            new Case(State.AMBER, "scopes", "simulated", it -> it.simulated = true),
            new Case(State.GREEN, "scopes", "granted", _ -> {}),
            new Case(State.RED, "scope-use", "no-app", it -> it.app = Optional.empty()),
            new Case(State.RED, "scope-use", "never", it -> it.unseen(Fact.SCOPE_USED)),
            new Case(State.AMBER, "scope-use", "simulated", it -> it.onlySimulated()),
            new Case(State.AMBER, "scope-use", "long-ago", it -> it.last(Fact.SCOPE_USED, Duration.ofDays(31))),
            new Case(State.GREEN, "scope-use", "used", it -> it.last(Fact.SCOPE_USED, Duration.ofDays(30))),
            new Case(State.RED, "connect", "no-app", it -> it.app = Optional.empty()),
            new Case(State.RED, "connect", "failed", it -> it.note(Fact.NOT_CONNECTED, SEEN)),
            new Case(State.AMBER, "connect", "never", it -> it.unseen(Fact.CONNECTED)),
            new Case(State.AMBER, "connect", "simulated", it -> it.onlySimulated()),
            new Case(State.GREEN, "connect", "seen", it -> it.note(Fact.NOT_CONNECTED, SEEN.minusSeconds(1))),
            new Case(State.RED, "add", "no-app", it -> it.app = Optional.empty()),
            new Case(State.AMBER, "add", "never", it -> it.unseen(Fact.ADDED)),
            new Case(State.AMBER, "add", "simulated", it -> it.onlySimulated()),
            new Case(State.GREEN, "add", "seen", _ -> {}),
            new Case(State.RED, "decline", "no-app", it -> it.app = Optional.empty()),
            new Case(State.AMBER, "decline", "never", it -> it.unseen(Fact.DECLINED)),
            new Case(State.AMBER, "decline", "simulated", it -> it.onlySimulated()),
            new Case(State.GREEN, "decline", "seen", _ -> {}),
            new Case(State.RED, "disconnect", "no-app", it -> it.app = Optional.empty()),
            new Case(State.AMBER, "disconnect", "never", it -> it.unseen(Fact.DISCONNECTED)),
            new Case(State.AMBER, "disconnect", "simulated", it -> it.onlySimulated()),
            new Case(State.GREEN, "disconnect", "seen", _ -> {}),
            new Case(State.RED, "deauthorization", "no-secret", it -> it.app = Optional.of(app(false))),
            new Case(State.AMBER, "deauthorization", "never", it -> it.unseen(Fact.DEAUTHORIZED)),
            new Case(State.AMBER, "deauthorization", "simulated", it -> it.onlySimulated()),
            new Case(State.GREEN, "deauthorization", "seen", _ -> {}),
            new Case(State.RED, "webhook", "no-secret", it -> it.app = Optional.of(app(false))),
            new Case(State.RED, "webhook", "stale", it -> it.last(Fact.URL_VALIDATED, Duration.ofDays(8))),
            new Case(State.AMBER, "webhook", "silent", it -> it.seen.clear()),
            new Case(State.AMBER, "webhook", "no-event", it -> it.unseen(Fact.EVENT_HEARD)),
            new Case(State.AMBER, "webhook", "unvalidated", it -> it.unseen(Fact.URL_VALIDATED)),
            new Case(State.AMBER, "webhook", "simulated", it -> it.onlySimulated()),
            new Case(State.GREEN, "webhook", "heard", it -> it.last(Fact.URL_VALIDATED, Duration.ofDays(7))),
            new Case(State.RED, "pages", "incomplete", it -> it.publisher = NAMELESS),
            new Case(State.RED, "pages", "blanks", it -> it.blanks = List.of("Support: [HOURS]")),
            new Case(State.GREEN, "pages", "complete", _ -> {}),
            new Case(State.RED, "texts", "unfinished", it -> it.publisher = NAMELESS),
            new Case(State.RED, "texts", "too-long", it -> it.name = "N".repeat(51)),
            new Case(State.GREEN, "texts", "finished", _ -> {}),
            new Case(State.RED, "documents", "nameless", it -> it.publisher = NAMELESS),
            new Case(State.GREEN, "documents", "made", _ -> {}),
            new Case(State.GREEN, "documents", "reported", it -> it.documents = Set.of("security-testing-report.pdf")),
            new Case(State.RED, "pictures", "local", it -> it.baseUrl = LOCAL),
            new Case(State.RED, "pictures", "unfit", it -> it.unfitPictures = List.of("cover.png")),
            new Case(State.GREEN, "pictures", "sized", _ -> {}),
            new Case(State.RED, "reviewer", "no-access", it -> it.reviewer = WayIn.NO_ACCESS),
            new Case(State.RED, "reviewer", "refused", it -> it.reviewer = WayIn.SIGN_IN_REFUSED),
            new Case(State.RED, "reviewer", "no-visit", it -> it.reviewer = WayIn.NO_VISIT),
            new Case(State.AMBER, "reviewer", "no-link", it -> it.reviewer = WayIn.NO_LINK),
            new Case(State.AMBER, "reviewer", "simulated", it -> it.simulated = true),
            new Case(State.GREEN, "reviewer", "joinable", _ -> {}));

    @ParameterizedTest
    @FieldSource("CASES")
    void finds(Case expected) {
        expected.change().accept(this);

        Outcome outcome = check(expected.check()).judge(observed());

        assertThat(outcome.finding()).isEqualTo(expected.finding());
        assertThat(outcome.state()).isEqualTo(expected.state());
        assertThat(item(expected.check()).state()).as("in words").isEqualTo(expected.state());
    }

    @Test
    void turnsEachCheckRedAndGreen() {
        assertThat(Readiness.CHECKS)
                .hasSize(18)
                .allSatisfy(check -> assertThat(
                                CASES.stream().filter(it -> it.check().equals(check.id())))
                        .as(check.id())
                        .extracting(Case::state)
                        .contains(State.RED, State.GREEN));
    }

    /** Which findings there are, the catalogue of messages says: without its message, none can be shown. */
    @Test
    void findsAllThatThereAreWordsFor() throws IOException {
        Properties messages = new Properties();
        try (Reader in = Files.newBufferedReader(MESSAGES)) {
            messages.load(in);
        }

        assertThat(CASES.stream().map(Case::key))
                .containsExactlyInAnyOrderElementsOf(messages.stringPropertyNames().stream()
                        .map(FINDING::matcher)
                        .filter(key -> key.matches())
                        .map(key -> key.group(1))
                        .toList());
    }

    private static Optional<Tls> tls(List<String> accepted, List<String> untried) {
        return Optional.of(new Tls(Certificate.VALID, Instant.parse(MONTHS_AHEAD), "TLSv1.3", accepted, untried));
    }

    private Set<String> with(String scope) {
        Set<String> more = new HashSet<>(granted);
        more.add(scope);
        return more;
    }

    private Set<String> without(Scope scope) {
        Set<String> fewer = new HashSet<>(granted);
        fewer.remove(scope.id());
        return fewer;
    }

    private void note(Fact fact, Instant at) {
        seen.add(new Observation(fact, "", false, at));
    }

    private void unseen(Fact fact) {
        seen.removeIf(it -> it.fact() == fact);
    }

    /** So long ago was the last time that it happened. */
    private void last(Fact fact, Duration ago) {
        seen.replaceAll(it -> it.fact() == fact ? new Observation(fact, it.detail(), false, NOW.minus(ago)) : it);
    }
}
