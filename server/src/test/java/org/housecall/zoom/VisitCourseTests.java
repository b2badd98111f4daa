package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.housecall.TestServer;
import org.housecall.jobs.RecurringJob;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a visit as its meeting starts and ends, and where nobody tells that it did. */
class VisitCourseTests {

    private static final String READ = "GET /v2/meetings/{meetingId}";

    private final ZoomClinic zoom = new ZoomClinic();

    VisitCourseTests() {
        zoom.requireScopesOnly();
        zoom.connect();
    }

    @Test
    void beginsNoVisitWhenItsRoomIsTriedOutBeforePatientsMayCome() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        tell("meeting.started", visit, Instant.now().minusSeconds(2));
        visit.becomes("STARTED");
        tell("meeting.ended", visit, Instant.now().minusSeconds(1));
        visit.becomes("ENDED");

        assertThat(visit.appointmentStatus()).isEqualTo("BOOKED");
        visit.move(2); // it can still be changed
    }

    @Test
    void beginsAVisitWhoseRoomWasOpenedEarlyWhenPatientsMayCome() {
        Visit visit = Visit.book(zoom, 1)
                .becomes("READY")
                .beginsIn(Duration.ofMinutes(15).plusSeconds(8));

        tell("meeting.started", visit, Instant.now());

        visit.becomes("STARTED");
        assertThat(visit.appointmentStatus()).isEqualTo("BOOKED");
        assertThatSoon(visit::appointmentStatus).within(Duration.ofSeconds(40)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void completesNoVisitWhoseMeetingBrokeOffBeforeItsStart() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(5));
        tell("meeting.started", visit, Instant.now().minusSeconds(9));
        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");

        tell("meeting.ended", visit, Instant.now().minusSeconds(8));
        visit.becomes("ENDED");
        assertThat(visit.appointmentStatus()).isEqualTo("IN_PROGRESS");

        visit.beginsIn(Duration.ofSeconds(-5));
        tell("meeting.started", visit, Instant.now().minusSeconds(2));
        visit.becomes("STARTED");
        tell("meeting.ended", visit, Instant.now().minusSeconds(1));
        assertThatSoon(visit::appointmentStatus).isEqualTo("COMPLETED");
    }

    @Test
    void beginsAVisitWhoseStartIsToldAfterItsEnd() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(5));

        tell("meeting.ended", visit, Instant.now().minusSeconds(1));
        visit.becomes("ENDED");
        assertThat(visit.appointmentStatus()).isEqualTo("BOOKED");
        tell("meeting.started", visit, Instant.now().minusSeconds(9));

        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");
        assertThat(visit.status()).isEqualTo("ENDED");
    }

    @Test
    void leavesAVisitAsAPersonPutItWhenItsMeetingEndsEarly() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(5));
        tell("meeting.started", visit, Instant.now().minusSeconds(9));
        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");

        ZoomClinic.ok(zoom.doctor.put(visit.path + "/status", Map.of("status", "BOOKED")));
        tell("meeting.ended", visit, Instant.now().minusSeconds(1));

        visit.becomes("ENDED");
        assertThat(visit.appointmentStatus()).isEqualTo("BOOKED");
    }

    @Test
    void goesOnWithAVisitWhoseMeetingIsStartedAgain() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(-5));
        tell("meeting.ended", visit, Instant.now().minusSeconds(20));
        assertThatSoon(visit::appointmentStatus).isEqualTo("COMPLETED");

        tell("meeting.started", visit, Instant.now().minusSeconds(30)); // late: of the time before
        assertThatSoon(() -> Notifications.waiting(appId())).isEqualTo(0L);
        assertThat(visit.appointmentStatus()).isEqualTo("COMPLETED");

        tell("meeting.started", visit, Instant.now().minusSeconds(10));
        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");
    }

    @Test
    void asksOnceForTheEndThatNobodyTold() {
        Visit visit = running();
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/end", Map.of());
        visit.beginsIn(Duration.ofHours(-1));
        int before = reads();

        askAboutVisitsLeftOpen();

        assertThatSoon(visit::appointmentStatus).isEqualTo("COMPLETED");
        assertThat(visit.status()).isEqualTo("ENDED");
        askAboutVisitsLeftOpen();
        assertThatSoon(() -> jobs("follow-visit")).isEqualTo(0L);
        assertThat(reads()).isEqualTo(before + 1);
        assertThat(isToClose(visit)).isFalse();
    }

    @Test
    void leavesAVisitAloneThatStillRunsAtZoom() {
        Visit visit = running().beginsIn(Duration.ofMinutes(-51));
        int before = reads();

        askAboutVisitsLeftOpen();

        assertThatSoon(this::reads).isEqualTo(before + 1);
        assertThat(visit.appointmentStatus()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void asksThePersonWhereNeitherEventNorZoomKnows() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(-55));
        int before = reads();
        for (int round = 0; round < 2; round++) {
            askAboutVisitsLeftOpen();
            assertThatSoon(() -> jobs("follow-visit")).isEqualTo(0L);
        }
        assertThat(reads()).isEqualTo(before + 1);
        assertThat(visit.appointmentStatus()).isEqualTo("BOOKED");
        assertThat(isToClose(visit)).isFalse(); // not yet

        visit.beginsIn(Duration.ofMinutes(-61));
        assertThat(isToClose(visit)).isTrue();

        ZoomClinic.ok(zoom.doctor.put(visit.path + "/status", Map.of("status", "NO_SHOW")));
        assertThat(isToClose(visit)).isFalse();
    }

    @Test
    void waitsForZoomAsLongAsItAsksFor() {
        Visit visit = running();
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/end", Map.of());
        visit.beginsIn(Duration.ofHours(-1));
        Sandbox.fault(
                "GET /v2/meetings/*", zoom.zoomUser, "rate-limit", Map.of("params", Map.of("variant", "per-second")));

        askAboutVisitsLeftOpen();

        assertThatSoon(visit::appointmentStatus).isEqualTo("COMPLETED");
    }

    private Visit running() {
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(-10));
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/start", Map.of());
        tell("meeting.started", visit, Instant.now());
        assertThatSoon(visit::appointmentStatus).isEqualTo("IN_PROGRESS");
        return visit;
    }

    private static void askAboutVisitsLeftOpen() {
        TestServer.beans(RecurringJob.class).stream()
                .filter(job -> job.kind().equals("ask-about-visits-left-open"))
                .forEach(RecurringJob::run);
    }

    private boolean isToClose(Visit visit) {
        return StreamSupport.stream(
                        zoom.doctor
                                .get(zoom.clinic.path("appointments/to-close"))
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .anyMatch(it -> visit.path.endsWith(it.path("id").asString()));
    }

    private int reads() {
        return Sandbox.calls(READ, zoom.zoomEmail).size();
    }

    private long jobs(String kind) {
        return TestServer.bean(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks where task_name = ? and task_instance like ?")
                .params(kind, zoom.clinic.id + "/%")
                .query(Long.class)
                .single();
    }

    private void tell(String event, Visit visit, Instant at) {
        assertThat(Notifications.deliver(zoom, Notifications.about(event, at, Map.of("id", visit.meetingId())))
                        .status())
                .isEqualTo(204);
    }

    private UUID appId() {
        return ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.GENERAL);
    }
}
