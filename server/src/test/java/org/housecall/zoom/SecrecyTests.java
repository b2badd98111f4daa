package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Through a whole life of a visit, with its failures: nothing of the patient reaches Zoom, and no secret a log, a mail or a table. */
class SecrecyTests {

    private static final String NAME = "Wilhelmine Quastenflosser";
    private static final String PHONE = "+49 30 5550147";
    private static final String REASON = "recovered from the hiccups";

    private final int issuedBefore = Sandbox.get("secrets").path("secrets").size();
    private final ZoomClinic zoom = new ZoomClinic();
    private final String address = "quastenflosser-" + zoom.unique + "@example.com";
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.housecall");
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        ours.setLevel(null);
        root.detachAppender(lines);
    }

    @Test
    void tellsZoomNothingOfThePatient() {
        wholeLife();

        String sent = Sandbox.get("calls?limit=10000")
                .path("calls")
                .valueStream()
                .filter(call -> call.path("user").asString("").equals(zoom.zoomEmail))
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
        String kept = Sandbox.get("meetings?host=" + zoom.zoomUser).toString();
        assertThat(sent).contains("Video visit");
        assertThat(kept).contains("Video visit");
        for (String personal : List.of("Wilhelmine", "Quastenflosser", address, PHONE, "5550147", REASON, "hiccups")) {
            assertThat(sent).doesNotContainIgnoringCase(personal);
            assertThat(kept).doesNotContainIgnoringCase(personal);
        }
    }

    @Test
    void keepsSecretsOutOfLogsMailsAndTables() {
        wholeLife();

        List<JsonNode> secrets = Sandbox.get("secrets")
                .path("secrets")
                .valueStream()
                .skip(issuedBefore)
                .toList();
        assertThat(secrets)
                .extracting(secret -> secret.path("kind").asString())
                .contains(
                        "client_secret",
                        "webhook_secret",
                        "code",
                        "access_token",
                        "refresh_token",
                        "zak",
                        "passcode",
                        "pwd");
        List<String> rows = EveryTable.rows().toList();
        String mails = zoom.administrator.get("/api/v1/mails").response().body();
        assertThat(lines.all).anyMatch(line -> line.contains("POST /users/{id}/meetings"));
        assertThat(mails).contains(zoom.unique);
        for (JsonNode secret : secrets) {
            String value = secret.path("value").asString();
            assertThat(lines.all).as(secret.path("kind").asString()).noneMatch(line -> line.contains(value));
            assertThat(rows).as(secret.path("kind").asString()).noneMatch(row -> row.contains(value));
            assertThat(mails).doesNotContain(value);
        }
    }

    /** Booked with an answer lost, moved, deleted in Zoom, started, its tokens renewed and refused, cancelled, disconnected. */
    private void wholeLife() {
        String patient = zoom.administrator
                .post(zoom.clinic.path("patients"), Map.of("name", NAME, "email", address, "phone", PHONE))
                .id();
        zoom.connect();
        zoom.subscribe();
        Sandbox.fault("POST /v2/users/*/meetings", zoom.zoomUser, "lost-answer", Map.of());
        Visit visit = Visit.book(zoom, 1, zoom.clinic.addService("VIDEO", zoom.doctorId), patient)
                .becomes("READY");
        String first = visit.meetingId();
        Sandbox.fault("PATCH /v2/meetings/*", zoom.zoomUser, "malformed", Map.of());
        visit.move(2);
        assertThatSoon(() -> visit.atZoom().path("start_time").asString()).isEqualTo(zoom.clinic.start(2, 0));
        Sandbox.control("POST", "meetings/" + first + "/delete", Map.of());
        assertThatSoon(() -> visit.isReadyInsteadOf(first)).isEqualTo(true);
        zoom.letTokenExpire(zoom.connection().orElseThrow().id());
        assertThat(zoom.doctor.post(visit.path + "/meeting/start", null).text("startUrl"))
                .contains("zak=");
        Sandbox.fault("GET /v2/meetings/*", zoom.zoomUser, "invalid-access-token", Map.of());
        zoom.doctor.post(visit.path + "/meeting/start", null);
        TestServer.nobody().post(zoom.webhookPath(ZoomApp.Kind.GENERAL), Map.of("event", "meeting.ended"));
        ZoomClinic.ok(zoom.administrator.post(visit.path + "/cancel", Map.of("reason", REASON)));
        visit.becomes("REMOVED");
        ZoomClinic.ok(zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom")));
    }

    /** Every line logged, with its exception. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            String failure =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            all.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + failure);
        }
    }
}
