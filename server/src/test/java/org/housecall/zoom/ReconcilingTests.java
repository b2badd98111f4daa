package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.housecall.Api;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A clinic's meetings held against what Zoom has, where no event told of a difference; and the meetings in doubt. */
class ReconcilingTests {

    private static final String READ = "GET /v2/meetings/{meetingId}";

    private final ZoomClinic zoom = new ZoomClinic();

    ReconcilingTests() {
        zoom.requireScopesOnly();
        zoom.connect();
    }

    @Test
    void restoresTimeAndPrivacyAcceptsTheNameAndMakesADeletedMeetingAgain() {
        Visit untouched = Visit.book(zoom, 1).becomes("READY");
        Visit moved = Visit.book(zoom, 2).becomes("READY");
        Visit opened = Visit.book(zoom, 3).becomes("READY");
        Visit renamed = Visit.book(zoom, 4).becomes("READY");
        Visit deleted = Visit.book(zoom, 5).becomes("READY");
        String before = deleted.meetingId();
        change(moved, Map.of("start_time", zoom.clinic.start(9, 0)));
        change(opened, Map.of("settings", Map.of("waiting_room", false)));
        change(renamed, Map.of("topic", "My own words"));
        Sandbox.control("POST", "meetings/" + before + "/delete", Map.of());

        JsonNode run = compare();

        assertThat(run.path("checked").asInt()).isEqualTo(5);
        assertThat(run.path("byHand").asBoolean()).isTrue();
        assertThat(found(run, untouched)).isEmpty();
        assertThat(found(run, moved)).containsExactly("MOVED RESTORED");
        assertThat(found(run, opened)).containsExactly("OPENED RESTORED");
        assertThat(found(run, renamed)).containsExactly("RENAMED ACCEPTED");
        assertThat(found(run, deleted)).containsExactly("DELETED MADE_AGAIN");
        assertThat(moved.atZoom().path("start_time").asString()).isEqualTo(zoom.clinic.start(2, 0));
        assertThat(opened.atZoom().path("settings").path("waiting_room").asBoolean())
                .isTrue();
        assertThat(renamed.atZoom().path("topic").asString()).isEqualTo("My own words");
        assertThat(deleted.isReadyInsteadOf(before)).isTrue();

        assertThat(compare().path("findings")).isEmpty(); // the name, too, is told once
    }

    @Test
    void parksWhatIsDeletedASecondTimeWithinADay() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/delete", Map.of());
        assertThat(found(compare(), visit)).containsExactly("DELETED MADE_AGAIN");
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/delete", Map.of());

        assertThat(found(compare(), visit)).containsExactly("DELETED PARKED");
    }

    @Test
    void goesOnAfterTheLastOneWhenZoomAsksForPatience() {
        ZoomClinic.Colleague colleague = zoom.colleague();
        colleague.connect();
        Visit.book(zoom, 1).becomes("READY");
        Visit colleagues = Visit.book(
                        zoom, 2, zoom.clinic.addService("VIDEO", zoom.doctorId, colleague.id), zoom.clinic.patientId)
                .becomes("READY");
        colleagues.giveTo(colleague.id);
        Visit.book(zoom, 3).becomes("READY");
        awaitQuiet();
        int before = reads();
        Sandbox.fault(
                "GET /v2/meetings/*",
                colleague.zoomUser,
                "rate-limit",
                Map.of("params", Map.of("variant", "per-second")));

        JsonNode run = compare();

        assertThat(run.path("checked").asInt()).isEqualTo(3);
        assertThat(reads()).isEqualTo(before + 4); // one of the colleague's was refused, and the first not read again
    }

    private int reads() {
        return Sandbox.calls(READ, zoom.zoomEmail).size()
                + Sandbox.calls(READ, "zoom-colleague-" + zoom.unique + "@example.com")
                        .size();
    }

    @Test
    void tellsWhatItCouldNotRead() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        Sandbox.control("POST", "tokens/revoke", Map.of("clientId", zoom.clientId, "user", zoom.zoomUser));
        zoom.letTokenExpire(zoom.connection().orElseThrow().id());

        JsonNode run = compare();

        assertThat(found(run, visit)).containsExactly("NOT_READ LEFT");
        assertThat(run.path("findings").get(0).path("problem").path("code").asString())
                .isEqualTo("NEEDS_RECONNECT");
    }

    @Test
    void tellsOfAMeetingThatWasAdopted() {
        zoom.subscribe();
        loseNextCreate();

        Visit visit = Visit.book(zoom, 1).becomes("READY");

        assertThat(inDoubt()).singleElement().satisfies(meeting -> {
            assertThat(meeting.path("fate").asString()).isEqualTo("ADOPTED");
            assertThat(meeting.path("zoomMeetingId").asString()).isEqualTo(visit.meetingId());
            assertThat(meeting.path("host").asString()).isEqualTo(zoom.zoomEmail);
            assertThat(visit.atZoom().path("topic").asString())
                    .endsWith(meeting.path("marker").asString("-"));
        });
    }

    @Test
    void tellsOfAPossibleMeetingUntilAnAdminHasLookedAfterIt() {
        loseNextCreate();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        JsonNode possible = inDoubt().getFirst();
        assertThat(possible.path("fate").asString()).isEqualTo("POSSIBLE");
        String path =
                zoom.clinic.path("meetings/possible/" + possible.path("id").asString() + "/looked-after");

        assertThat(zoom.administrator.post(path, null).status()).isEqualTo(204);

        assertThat(inDoubt().getFirst().path("fate").asString()).isEqualTo("LOOKED_AFTER");
        assertThat(visit.possibleOrphans()).isEmpty();
        assertThat(zoom.administrator.post(path, null).status()).isEqualTo(404);
        assertThat(zoom.administrator
                        .get(zoom.clinic.path("audit?action=POSSIBLE_MEETING_LOOKED_AFTER"))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void removesAndTellsOfAMeetingTooManyThatShowsUpAfterSomebodyLookedForIt() {
        zoom.subscribe();
        Sandbox.control(
                "POST",
                "webhooks/disturbances",
                Map.of("clientId", zoom.clientId, "event", "meeting.created", "kind", "drop"));
        loseNextCreate();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        JsonNode possible = inDoubt().getFirst();
        ZoomClinic.ok(zoom.administrator.post(
                zoom.clinic.path("meetings/possible/" + possible.path("id").asString() + "/looked-after"), null));
        JsonNode extra = Sandbox.liveMeetings(zoom.zoomUser).stream()
                .filter(it -> !it.path("id").asString().equals(visit.meetingId()))
                .findFirst()
                .orElseThrow();

        assertThat(Notifications.deliver(
                                zoom,
                                Notifications.about(
                                        "meeting.created",
                                        java.time.Instant.now(),
                                        Map.of(
                                                "id",
                                                extra.path("id").asLong(),
                                                "topic",
                                                extra.path("topic").asString())))
                        .status())
                .isEqualTo(204);

        assertThatSoon(() -> inDoubt().getFirst().path("fate").asString()).isEqualTo("REMOVED");
        assertThat(inDoubt().getFirst().path("zoomMeetingId").asString())
                .isEqualTo(extra.path("id").asString());
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).hasSize(1);
    }

    @Test
    void tellsOfNoDoubtWhereAnEventOvertakesTheAnswer() {
        zoom.subscribe();
        Sandbox.control(
                "POST",
                "webhooks/disturbances",
                Map.of("clientId", zoom.clientId, "event", "meeting.created", "kind", "drop"));
        loseNextCreate();
        Sandbox.fault(
                "POST /v2/users/*/meetings",
                zoom.zoomUser,
                "latency",
                Map.of("times", 2, "params", Map.of("ms", 2000, "when", "after")));

        Visit.book(zoom, 1).becomes("READY");

        assertThat(inDoubt())
                .extracting(it -> it.path("fate").asString())
                .containsExactly("POSSIBLE"); // the first; of the second, nobody had to doubt
    }

    private void loseNextCreate() {
        Sandbox.fault("POST /v2/users/*/meetings", zoom.zoomUser, "lost-answer", Map.of());
    }

    private static void change(Visit visit, Map<String, Object> change) {
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/change", change);
    }

    /** Runs one to its end. */
    private JsonNode compare() {
        awaitQuiet();
        assertThat(zoom.administrator
                        .post(zoom.clinic.path("meetings/drift"), null)
                        .status())
                .isEqualTo(202);
        assertThatSoon(() -> !latest().path("finishedAt").asString("").isEmpty())
                .isEqualTo(true);
        return latest();
    }

    /** A meeting that is being synced is left out. */
    private void awaitQuiet() {
        assertThatSoon(() -> TestServer.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from scheduled_tasks where task_name = 'sync-meeting' and task_instance like ?")
                        .param(zoom.clinic.id + "/%")
                        .query(Long.class)
                        .single())
                .isEqualTo(0L);
    }

    private JsonNode latest() {
        return report().json().path("comparisons").get(0);
    }

    private Api.Answer report() {
        return ZoomClinic.ok(zoom.administrator.get(zoom.clinic.path("meetings/drift")));
    }

    private List<JsonNode> inDoubt() {
        return StreamSupport.stream(report().json().path("inDoubt").spliterator(), false)
                .toList();
    }

    private static List<String> found(JsonNode run, Visit visit) {
        return StreamSupport.stream(run.path("findings").spliterator(), false)
                .filter(it -> visit.path.endsWith(
                        Objects.toString(it.path("appointmentId").asString())))
                .map(it -> it.path("found").asString() + " " + it.path("done").asString("-"))
                .toList();
    }
}
