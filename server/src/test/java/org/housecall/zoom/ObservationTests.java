package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.TestServer;
import org.housecall.zoom.Observation.Fact;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens with an app is noted when it happens, with whom it happened, and not who it was. */
class ObservationTests {

    private static final String REDIRECT = "http://localhost:8080/zoom/callback";

    private final ZoomClinic zoom = new ZoomClinic();
    private final UUID appId = ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.GENERAL);
    private final Observations observations = TestServer.bean(Observations.class);

    @Test
    void notesTheScopesThatAVisitUses() {
        zoom.connect();
        assertThat(used())
                .contains(
                        Scope.READ_USER.id(),
                        Scope.CREATE_MEETINGS.id(),
                        Scope.REMOVE_MEETINGS.id()); // the trial's meeting
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        visit.move(2);
        assertThatSoon(() -> used().contains(Scope.CHANGE_MEETINGS.id())).isEqualTo(true);

        assertThatSoon(() -> used().contains(Scope.READ_MEETINGS.id())).isEqualTo(true);
        assertThat(observations.of(appId)).allMatch(Observation::simulated);
    }

    @Test
    void notesNoScopeThatZoomRefused() {
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("scopes", List.of(Map.of("scope", Scope.CREATE_MEETINGS.id(), "optional", false))));
        zoom.doctor.get(zoom.consent(zoom.authorizeUrl()));

        assertThat(used()).isEmpty();
        assertThat(facts()).containsExactly(Fact.NOT_CONNECTED);
    }

    @Test
    void notesConnectAndDeclineAndDisconnect() {
        zoom.doctor.get(ZoomClinic.local(Sandbox.decide(zoom.authorizeUrl(), zoom.zoomUser, "deny")));
        assertThat(facts()).containsExactly(Fact.DECLINED);

        zoom.connect();
        assertThat(observations.of(appId))
                .anyMatch(it -> it.fact() == Fact.CONNECTED && it.detail().equals(REDIRECT));
        assertThat(facts()).doesNotContain(Fact.DISCONNECTED, Fact.ADDED);

        ZoomClinic.ok(zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom")));
        assertThat(facts()).contains(Fact.DISCONNECTED);
    }

    @Test
    void notesAConnectThatWasConfirmedLaterOnceItIsConfirmed() {
        zoom.connect();
        observations.forget(appId);
        ZoomClinic.Colleague colleague = zoom.colleague();
        colleague.authorizeAs(zoom.zoomUser);
        assertThat(facts()).doesNotContain(Fact.CONNECTED);

        ZoomClinic.ok(colleague.api.post(colleague.path("/relink"), null));

        assertThat(observations.of(appId))
                .anyMatch(it -> it.fact() == Fact.CONNECTED && it.detail().equals(REDIRECT));
        assertThat(facts()).doesNotContain(Fact.ADDED);
    }

    @Test
    void notesThatAddLedIntoAConnectionThatWasConfirmedLater() {
        zoom.connect();
        ZoomClinic.Colleague colleague = zoom.colleague();
        colleague.authorizeAs(zoom.zoomUser, pressAdd());
        assertThat(facts()).doesNotContain(Fact.ADDED);

        ZoomClinic.ok(colleague.api.post(colleague.path("/relink"), null));

        assertThat(facts()).contains(Fact.ADDED);
    }

    @Test
    void notesThatAddWithoutStateLedIntoAConnection() {
        String mark = pressAdd();

        connectFrom("made-up");
        assertThat(facts()).contains(Fact.CONNECTED).doesNotContain(Fact.ADDED);
        connectFrom(mark);
        assertThat(facts()).contains(Fact.ADDED);
    }

    /** Comes from Zoom without a state; the mark that the way goes on with. */
    private String pressAdd() {
        String redirect = zoom.consent(zoom.authorizeUrl()).replaceAll("&state=[^&]*", "");
        return ZoomClinic.location(zoom.doctor.get(redirect)).replaceFirst("^/connect-zoom\\?add=", "");
    }

    private void connectFrom(String mark) {
        Api.Answer begun = ZoomClinic.ok(
                zoom.doctor.post(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom/authorize?add=" + mark), null));
        assertThat(ZoomClinic.location(zoom.doctor.get(zoom.consent(begun.text("authorizeUrl")))))
                .endsWith("?connected=1");
    }

    @Test
    void notesValidationAndEventsAndAnUninstall() {
        zoom.connect();
        assertThat(facts()).doesNotContain(Fact.URL_VALIDATED, Fact.EVENT_HEARD);
        zoom.subscribe();
        assertThat(facts()).contains(Fact.URL_VALIDATED);
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("deauthorizationUrl", TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL)));

        Sandbox.control("POST", "apps/" + zoom.clientId + "/uninstall", Map.of("user", zoom.zoomUser));

        assertThatSoon(() -> facts().contains(Fact.DEAUTHORIZED)).isEqualTo(true);
        assertThat(facts()).contains(Fact.EVENT_HEARD);
        assertThat(EveryTable.rows().filter(row -> row.startsWith("zoom_observation")))
                .isNotEmpty()
                .noneMatch(
                        row -> row.contains(zoom.zoomUser) || row.contains(zoom.email) || row.contains(zoom.zoomEmail));
    }

    @Test
    void notesAScopeOnceAnHourAndAsksTheDatabaseOnceAMinute() {
        SettableClock clock = new SettableClock();
        Observations hourly =
                new Observations(TestServer.bean(JdbcClient.class), TestServer.bean(ZoomSettings.class), clock);
        Instant first = clock.instant();

        hourly.scopeUsed(appId, Scope.READ_USER);
        clock.now = first.plus(Duration.ofMinutes(59));
        hourly.scopeUsed(appId, Scope.READ_USER);
        assertThat(lastUse(hourly)).isEqualTo(first);
        clock.now = first.plus(Duration.ofMinutes(60));
        hourly.scopeUsed(appId, Scope.READ_USER);
        assertThat(lastUse(hourly)).isEqualTo(clock.now);

        observations.forget(appId); // as another node does
        clock.now = clock.now.plusSeconds(59);
        hourly.scopeUsed(appId, Scope.READ_USER);
        assertThat(hourly.of(appId)).isEmpty();
        clock.now = clock.now.plusSeconds(1);
        hourly.scopeUsed(appId, Scope.READ_USER);
        assertThat(hourly.of(appId)).hasSize(1);
    }

    @Test
    void keepsWhatAStandInShowedApartFromZoomItself() {
        Observations real = new Observations(
                TestServer.bean(JdbcClient.class),
                new ZoomSettings(
                        URI.create("https://zoom.us"),
                        URI.create("https://api.zoom.us/v2"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)),
                TestServer.bean(Clock.class));
        real.note(appId, Fact.DECLINED);
        observations.note(appId, Fact.DECLINED);

        assertThat(observations.of(appId)).extracting(Observation::simulated).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void forgetsWhatAnEarlierAppOrSecretShowed() {
        zoom.connect();
        zoom.subscribe();
        assertThat(facts()).contains(Fact.URL_VALIDATED, Fact.CONNECTED);

        save(Map.of("clientId", zoom.clientId, "webhookSecret", "another"));
        assertThat(facts()).contains(Fact.CONNECTED).doesNotContain(Fact.URL_VALIDATED);
        save(Map.of("clientId", "another", "clientSecret", "secret"));
        assertThat(facts()).isEmpty();
    }

    private void save(Map<String, String> app) {
        ZoomClinic.ok(zoom.administrator.put(zoom.clinic.path("zoom/app"), Map.of("oauth", app)));
    }

    private Instant lastUse(Observations noted) {
        return noted.of(appId).getFirst().seenAt();
    }

    private List<Fact> facts() {
        return observations.of(appId).stream()
                .map(Observation::fact)
                .filter(fact -> fact != Fact.SCOPE_USED)
                .toList();
    }

    private List<String> used() {
        return observations.of(appId).stream()
                .filter(it -> it.fact() == Fact.SCOPE_USED)
                .map(Observation::detail)
                .toList();
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-11-26T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
