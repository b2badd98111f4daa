package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** How notifications are taken: whose they are, what is kept of them, and how fast Zoom has its answer. */
class WebhooksTests {

    private static final ZoomApp.Kind GENERAL = ZoomApp.Kind.GENERAL;

    private final ZoomClinic zoom = new ZoomClinic();
    private final UUID appId = ZoomApp.idOf(UUID.fromString(zoom.clinic.id), GENERAL);
    private final ZoomApps apps = TestServer.bean(ZoomApps.class);

    @Test
    void takesTheFormerSecretUntilAnAdminEndsTheRotation() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        rotateTo("another");

        assertThat(app().path("previousWebhookSecretUntil").asString("")).isNotEmpty();
        assertThat(deliver(zoom.webhookSecret, started(visit)).status()).isEqualTo(204);
        assertThatSoon(visit::status).isEqualTo("STARTED");
        assertThat(app().path("webhookHeardAt").asString("")).isEmpty(); // nothing shows yet that the new one is right
        assertThat(deliver("another", started(visit)).status()).isEqualTo(204);
        assertThat(app().path("webhookHeardAt").asString("")).isNotEmpty();

        ZoomClinic.ok(zoom.administrator.post(zoom.clinic.path("zoom/app/end-rotation"), Map.of("kind", GENERAL)));

        assertThat(app().path("previousWebhookSecretUntil").asString("")).isEmpty();
        assertThat(deliver(zoom.webhookSecret, started(visit)).status()).isEqualTo(401);
        assertThat(deliver("another", started(visit)).status()).isEqualTo(204);
    }

    @Test
    void takesTheFormerSecretForADayAtMost() {
        rotateTo("another");
        assertThat(apps.find(appId).orElseThrow().previousWebhookSecretUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofDays(1)));
        TestServer.bean(JdbcClient.class)
                .sql("update zoom_app set previous_webhook_secret_until = now() where id = ?")
                .param(appId)
                .update();

        assertThat(deliver(zoom.webhookSecret, "{}").status()).isEqualTo(401);
        TestServer.bean(ZoomHousekeeping.class).run();
        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("select previous_webhook_secret is null from zoom_app where id = ?")
                        .param(appId)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void beginsNoRotationWhereTheSecretStaysOrTheAppIsAnother() {
        rotateTo(zoom.webhookSecret);
        assertThat(app().path("previousWebhookSecretUntil").asString("")).isEmpty();

        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app"),
                Map.of("oauth", Map.of("clientId", "other", "clientSecret", "other", "webhookSecret", "another"))));

        assertThat(app().path("previousWebhookSecretUntil").asString("")).isEmpty();
        assertThat(deliver(zoom.webhookSecret, "{}").status()).isEqualTo(401);
    }

    @Test
    void provesTheSecretThatZoomChallengesWith() {
        rotateTo("another");
        String challenge = Notifications.body("endpoint.url_validation", Instant.now(), Map.of("plainToken", "plain"));

        for (String secret : List.of(zoom.webhookSecret, "another")) {
            assertThat(deliver(secret, challenge).text("encryptedToken"))
                    .isEqualTo(WebhookSignature.hmac(secret, "plain".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void takesOnlyWhatWasSignedWithinFiveMinutes() {
        Instant now = Instant.now();

        assertThat(signedAt(now.minusSeconds(290))).isEqualTo(204);
        assertThat(signedAt(now.minusSeconds(310))).isEqualTo(401);
        assertThat(signedAt(now.plusSeconds(290))).isEqualTo(204);
        assertThat(signedAt(now.plusSeconds(320))).isEqualTo(401);
        assertThat(deliver("another", "{}").status()).isEqualTo(401);
    }

    private int signedAt(Instant time) {
        return Notifications.deliver(zoom.webhookPath(GENERAL), zoom.webhookSecret, "{}", null, time)
                .status();
    }

    @Test
    void followsADeliveryOnceHoweverOftenItComes() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        int before = wantedRevision(visit);
        String event = Notifications.about("meeting.updated", visit.meetingId());
        String path = zoom.webhookPath(GENERAL);
        String request = "request " + zoom.unique;

        for (String requestId : List.of(request, request, request + " by another subscription")) {
            assertThat(Notifications.deliver(path, zoom.webhookSecret, event, requestId)
                            .status())
                    .isEqualTo(204);
        }
        String repeated =
                Notifications.about("meeting.updated", Instant.now().plusMillis(1), Map.of("id", visit.meetingId()));
        assertThat(Notifications.deliver(path, zoom.webhookSecret, repeated, request)
                        .status())
                .isEqualTo(204);

        assertThatSoon(() -> Notifications.waiting(appId)).isEqualTo(0L);
        assertThat(wantedRevision(visit)).isEqualTo(before + 1);
    }

    private int wantedRevision(Visit visit) {
        return zoom.inClinic(() -> TestServer.bean(TransactionTemplate.class)
                .execute(_ -> TestServer.bean(JdbcClient.class)
                        .sql("select wanted_revision from meeting where provider_ref = ?")
                        .param(visit.meetingId())
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void answersBeforeZoomIsAskedAnything() {
        zoom.connect();
        zoom.awaitTrials();
        Sandbox.fault(
                "GET /v2/users/*", zoom.zoomUser, "latency", Map.of("params", Map.of("ms", 4000, "when", "after")));

        Api.Answer answer = deliver(
                zoom.webhookSecret,
                Notifications.body(
                        "app_deauthorized",
                        Instant.now().minus(Duration.ofHours(1)),
                        Map.of("user_id", zoom.zoomUser, "client_id", zoom.clientId)));

        assertThat(answer.status()).isEqualTo(204);
        assertThatSoon(() -> Sandbox.isKeepingBack(zoom.zoomUser))
                .isEqualTo(true); // who had waited would see it no more
        assertThatSoon(() -> Notifications.waiting(appId)).isEqualTo(0L);
        assertThat(zoom.status()).isEqualTo("CONNECTED"); // it was about an earlier authorization, as Zoom then said
    }

    @Test
    void believesNothingAboutConnectionsOfAnotherClinicsApp() {
        zoom.connect();
        ZoomClinic other = new ZoomClinic();

        assertThat(Notifications.deliver(
                                other,
                                Notifications.body("app_deauthorized", Instant.now(), Map.of("user_id", zoom.zoomUser)))
                        .status())
                .isEqualTo(204);

        UUID otherApp = ZoomApp.idOf(UUID.fromString(other.clinic.id), GENERAL);
        assertThatSoon(() -> Notifications.waiting(otherApp)).isEqualTo(0L);
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    @Test
    void believesNothingAboutAMeetingThatTheClinicsOtherAppSigned() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of(
                                "accountId",
                                "account",
                                "clientId",
                                "client",
                                "clientSecret",
                                "secret",
                                "webhookSecret",
                                "server hook"))));

        assertThat(Notifications.deliver(
                                zoom.webhookPath(ZoomApp.Kind.SERVER_TO_SERVER), "server hook", started(visit), null)
                        .status())
                .isEqualTo(204);

        UUID otherApp = ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.SERVER_TO_SERVER);
        assertThatSoon(() -> Notifications.waiting(otherApp)).isEqualTo(0L);
        assertThat(visit.status()).isEqualTo("READY");
    }

    @Test
    void leavesNoTraceOfForeignMeetingsAndUnknownEvents() {
        String foreign = "9" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
        for (String event : List.of("meeting.started", "meeting.created", "meeting.participant_joined", "new.kind")) {
            String request = "request " + event + " of " + zoom.unique;
            assertThat(Notifications.deliver(
                                    zoom.webhookPath(GENERAL),
                                    zoom.webhookSecret,
                                    Notifications.about(
                                            event, Instant.now(), Map.of("id", foreign, "topic", "Private BCDFGHJKMN")),
                                    request)
                            .status())
                    .isEqualTo(204);
            assertThat(EveryTable.rowsThatMention(request)).isEmpty();
        }
        assertThat(EveryTable.rowsThatMention(foreign)).isEmpty();
        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("select count(*) from zoom_delivery where app_id = ?")
                        .param(appId)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsOfAnEventItsKindItsMeetingAndItsTimeAlone() {
        zoom.connect();
        String ref = Visit.book(zoom, 1).becomes("READY").meetingId();
        Instant at = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        String body = Notifications.about(
                "meeting.started",
                at,
                Map.of(
                        "id",
                        ref,
                        "uuid",
                        "u+/==",
                        "host_id",
                        zoom.zoomUser,
                        "topic",
                        "Mrs Example",
                        "participant",
                        Map.of("user_name", "Anna")));

        ZoomEvent event = TestServer.bean(Reduction.class)
                .of(apps.find(appId).orElseThrow(), JsonMapper.shared().readTree(body))
                .orElseThrow()
                .event();

        assertThat(event).isEqualTo(new ZoomEvent(event.id(), appId, ZoomEvent.Kind.STARTED, ref, null, null, at));
    }

    @Test
    void hasZoomDeliverAgainWhatAFaultOfOursLost() throws SQLException {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String event = started(visit);
        asOwner("""
                create function fail_%1$s() returns trigger language plpgsql as
                  $$ begin if new.app_id = '%2$s' then raise 'disk full'; end if; return new; end $$;
                create trigger fail_%1$s before insert on zoom_event for each row execute function fail_%1$s()""");
        try {
            assertThat(deliver(zoom.webhookSecret, event).status()).isGreaterThanOrEqualTo(500);
        } finally {
            asOwner("drop function fail_%1$s() cascade");
        }

        assertThat(deliver(zoom.webhookSecret, event).status()).isEqualTo(204);

        assertThatSoon(visit::status).isEqualTo("STARTED");
    }

    @Test
    void followsAnEventAgainWithoutHarmWhereItsJobWasCutOff() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        ZoomEvents events = TestServer.bean(ZoomEvents.class);
        ZoomEvent event = new ZoomEvent(
                UUID.randomUUID(), appId, ZoomEvent.Kind.STARTED, visit.meetingId(), null, null, Instant.now());

        for (int run = 0; run < 2; run++) {
            events.add(event);
            zoom.inClinic(() -> TestServer.bean(EventFollowing.class).run(event.id()));
            assertThat(visit.status()).isEqualTo("STARTED");
            assertThat(events.find(event.id())).isEmpty();
        }
    }

    private void asOwner(String sql) throws SQLException {
        JdbcConnectionDetails details = TestServer.bean(JdbcConnectionDetails.class);
        try (var owner = DriverManager.getConnection(
                        details.getJdbcUrl(), details.getUsername(), details.getPassword());
                var statement = owner.createStatement()) {
            statement.execute(sql.formatted(zoom.unique, appId));
        }
    }

    private void rotateTo(String secret) {
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app"),
                Map.of("oauth", Map.of("clientId", zoom.clientId, "webhookSecret", secret))));
    }

    private tools.jackson.databind.JsonNode app() {
        return zoom.administrator.get(zoom.clinic.path("zoom/app")).json().path("oauth");
    }

    private Api.Answer deliver(String secret, String body) {
        return Notifications.deliver(zoom.webhookPath(GENERAL), secret, body, null);
    }

    private static String started(Visit visit) {
        return Notifications.about("meeting.started", visit.meetingId());
    }
}
