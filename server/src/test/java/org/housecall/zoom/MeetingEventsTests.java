package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Zoom tells of meetings, and what a visit makes of it: the sandbox's webhooks, doubled, late and out of order. */
class MeetingEventsTests {

    private final ZoomClinic zoom = new ZoomClinic();

    MeetingEventsTests() {
        zoom.connect();
        zoom.subscribe();
    }

    @Test
    void followsTheMeetingThroughStartEndAndStartAgain() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(-1));

        atZoom(visit, "start");
        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");
        assertThat(visit.status()).isEqualTo("STARTED");

        atZoom(visit, "end");
        assertThatSoon(visit::appointmentStatus).isEqualTo("COMPLETED");
        assertThat(visit.status()).isEqualTo("ENDED");

        atZoom(visit, "start");
        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");
        assertThat(visit.status()).isEqualTo("STARTED");
    }

    @Test
    void believesTheLaterEventWhicheverComesFirst() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(-1));
        disturb("meeting.started", "reorder", Map.of());

        atZoom(visit, "start");
        atZoom(visit, "end");

        assertThatSoon(() -> delivered("meeting.started") + delivered("meeting.ended"))
                .isEqualTo(2L);
        assertThatSoon(visit::appointmentStatus).isEqualTo("COMPLETED");
        assertThatSoon(visit::status).isEqualTo("ENDED");
    }

    @Test
    void takesADoubledEventForOne() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(-1));
        disturb("meeting.started", "duplicate", Map.of("copies", 20));

        atZoom(visit, "start");

        assertThatSoon(() -> delivered("meeting.started")).isEqualTo(20L);
        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");
        Api.Answer appointment = zoom.administrator.get(visit.path);
        assertThat(appointment.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void restoresTheTimeThatWasChangedInZoomAndAcceptsTheTopic() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        Sandbox.control(
                "POST",
                "meetings/" + visit.meetingId() + "/change",
                Map.of("topic", "My own words", "start_time", zoom.clinic.start(4, 0)));

        assertThatSoon(() -> visit.atZoom().path("start_time").asString()).isEqualTo(zoom.clinic.start(1, 0));
        assertThat(visit.atZoom().path("topic").asString()).isEqualTo("My own words");
    }

    @Test
    void closesTheMeetingAgainThatWasOpenedInZoom() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        Sandbox.control(
                "POST", "meetings/" + visit.meetingId() + "/change", Map.of("settings", Map.of("waiting_room", false)));

        assertThatSoon(() ->
                        visit.atZoom().path("settings").path("waiting_room").asBoolean())
                .isEqualTo(true);
    }

    @Test
    void makesADeletedMeetingAnewOnceAndIsParkedTheSecondTime() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String first = visit.meetingId();

        atZoom(visit, "delete");
        assertThatSoon(() -> visit.isReadyInsteadOf(first)).isEqualTo(true);

        atZoom(visit, "delete");
        visit.becomes("FAILED");
        assertThat(visit.problem()).isEqualTo("DELETED_IN_ZOOM");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).isEmpty();
    }

    @Test
    void makesAParkedMeetingAnewOnlyWhenAPersonAsksForIt() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String first = visit.meetingId();
        atZoom(visit, "delete");
        assertThatSoon(() -> visit.isReadyInsteadOf(first)).isEqualTo(true);
        atZoom(visit, "delete");
        visit.becomes("FAILED");

        zoom.connect(); // has all that is ahead looked at again
        Visit.book(zoom, 2).becomes("READY");
        assertThat(visit.status()).isEqualTo("FAILED");

        visit.retry();
        visit.becomes("READY");
        assertThat(visit.problem()).isEmpty();
    }

    @Test
    void believesNothingAboutItsMeetingsThatAnotherClinicsAppSigned() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        ZoomClinic other = new ZoomClinic();

        Api.Answer answer = Notifications.deliver(other, Notifications.about("meeting.started", visit.meetingId()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(visit.status()).isEqualTo("READY");
        assertThat(visit.appointmentStatus()).isEqualTo("BOOKED");
        assertThat(Notifications.deliver(zoom, Notifications.about("meeting.started", visit.meetingId()))
                        .status())
                .isEqualTo(204);
        assertThatSoon(visit::status).isEqualTo("STARTED");
    }

    @Test
    void keepsNoTraceOfAMeetingThatIsNotOurs() {
        String ours = Visit.book(zoom, 1).becomes("READY").meetingId();
        String topic = "Private dinner " + UUID.randomUUID();
        JsonNode meeting = Sandbox.control(
                "POST",
                "meetings",
                Map.of("host", zoom.zoomUser, "topic", topic, "start_time", zoom.clinic.start(1, 0)));
        String id = meeting.path("id").asString();
        assertThatSoon(() -> delivered("meeting.created")).isEqualTo(2L);

        assertThat(EveryTable.rowsThatMention(ours)).hasSize(2); // the meeting itself, and where to find it
        assertThat(EveryTable.rowsThatMention(id)).isEmpty();
        assertThat(EveryTable.rowsThatMention(topic)).isEmpty();
    }

    private static void atZoom(Visit visit, String action) {
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/" + action, Map.of());
    }

    private void disturb(String event, String kind, Map<String, Object> params) {
        Sandbox.control(
                "POST",
                "webhooks/disturbances",
                Map.of("clientId", zoom.clientId, "event", event, "kind", kind, "params", params));
    }

    private long delivered(String event) {
        long count = 0;
        for (JsonNode delivery : Sandbox.get("webhooks?limit=1000").path("deliveries")) {
            boolean ours = delivery.path("clientId").asString("").equals(zoom.clientId)
                    && delivery.path("event").asString("").equals(event);
            count += ours && delivery.path("state").asString("").equals("DELIVERED") ? 1 : 0;
        }
        return count;
    }
}
