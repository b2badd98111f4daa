package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Zoom has no way to make a meeting just once. What becomes of a visit whose create was answered by silence. */
class LostAnswerTests {

    private static final Duration LOST_ANSWER_WAIT = Duration.ofSeconds(3); // as the test server is set

    private final ZoomClinic zoom = new ZoomClinic();

    @AfterEach
    void setClockRight() {
        Sandbox.setClockRight();
    }

    @Test
    void adoptsTheMeetingThatZoomsEventTellsOf() {
        zoom.requireScopesOnly();
        zoom.connect();
        zoom.subscribe();
        createFault("lost-answer");

        Visit visit = Visit.book(zoom, 1).becomes("READY");

        assertThat(meetingIds()).containsExactly(visit.meetingId());
        assertThat(zoom.creates()).hasSize(1);
        assertThat(visit.possibleOrphans()).isEmpty();
    }

    @Test
    void adoptsTheMeetingThatTheListShows() {
        zoom.connect();
        createFault("lost-answer");

        Visit visit = Visit.book(zoom, 1).becomes("READY");

        assertThat(meetingIds()).containsExactly(visit.meetingId());
        assertThat(zoom.creates()).hasSize(1);
    }

    @Test
    void givesTheVisitACertainMeetingAndShowsThePossibleOneWhereNobodyCanTell() {
        zoom.requireScopesOnly();
        zoom.connect();
        createFault("lost-answer");

        Visit visit = Visit.book(zoom, 1);
        assertThatSoon(visit::problem).isEqualTo("UNCONFIRMED");
        visit.becomes("READY");

        assertThat(zoom.creates()).hasSize(2);
        assertThat(Duration.between(at(zoom.creates().get(0)), at(zoom.creates().get(1))))
                .isGreaterThan(LOST_ANSWER_WAIT);
        assertThat(meetingIds()).hasSize(2).contains(visit.meetingId());
        String orphan = Sandbox.liveMeetings(zoom.zoomUser).stream()
                .filter(meeting -> !meeting.path("id").asString().equals(visit.meetingId()))
                .map(meeting -> meeting.path("topic").asString())
                .findFirst()
                .orElseThrow();
        assertThat(visit.possibleOrphans()).hasSize(1);
        assertThat(orphan)
                .endsWith(visit.possibleOrphans().get(0).path("marker").asString("-"));
    }

    @Test
    void removesTheExtraOneWhenItsEventComesLate() {
        zoom.requireScopesOnly();
        zoom.connect();
        zoom.subscribe();
        Sandbox.control(
                "POST",
                "webhooks/disturbances",
                Map.of(
                        "clientId",
                        zoom.clientId,
                        "event",
                        "meeting.created",
                        "kind",
                        "delay",
                        "params",
                        Map.of("delay", "PT1H")));
        createFault("lost-answer");
        Visit visit = Visit.book(zoom, 2).becomes("READY");
        assertThat(meetingIds()).hasSize(2);

        Sandbox.control("POST", "clock", Map.of("advance", "PT1H"));

        assertThatSoon(this::meetingIds).isEqualTo(List.of(visit.meetingId()));
        assertThatSoon(() -> visit.possibleOrphans().size()).isEqualTo(0);
        assertThat(visit.status()).isEqualTo("READY");
    }

    @Test
    void makesOneMeetingWhereTheConnectionBrokeBeforeZoomDidAnything() {
        zoom.connect();
        createFault("reset-before-commit");

        Visit visit = Visit.book(zoom, 1).becomes("READY");

        assertThat(meetingIds()).containsExactly(visit.meetingId());
        assertThat(visit.possibleOrphans()).isEmpty();
    }

    @Test
    void makesOneMeetingWhereZoomsAnswerMakesNoSense() {
        zoom.connect();
        Sandbox.fault(
                "POST /v2/users/*/meetings", zoom.zoomUser, "malformed", Map.of("params", Map.of("mode", "truncated")));

        Visit visit = Visit.book(zoom, 1).becomes("READY");

        assertThat(meetingIds()).containsExactly(visit.meetingId());
    }

    @Test
    void removesTheMeetingOfAVisitThatWasCancelledMeanwhile() {
        zoom.connect();
        createFault("lost-answer");
        Visit visit = Visit.book(zoom, 1);
        assertThatSoon(visit::problem).isEqualTo("UNCONFIRMED");

        visit.cancel();

        visit.becomes("REMOVED");
        assertThat(meetingIds()).isEmpty();
    }

    @Test
    void movesTheMeetingOfAVisitThatWasRescheduledMeanwhile() {
        zoom.connect();
        createFault("lost-answer");
        Visit visit = Visit.book(zoom, 1);
        assertThatSoon(visit::problem).isEqualTo("UNCONFIRMED");

        visit.move(3);

        visit.becomes("READY");
        assertThatSoon(() -> visit.atZoom().path("start_time").asString()).isEqualTo(zoom.clinic.start(3, 0));
        assertThat(meetingIds()).containsExactly(visit.meetingId());
    }

    private void createFault(String kind) {
        Sandbox.fault("POST /v2/users/*/meetings", zoom.zoomUser, kind, Map.of());
    }

    private static Instant at(JsonNode call) {
        return Instant.parse(call.path("at").asString());
    }

    private List<String> meetingIds() {
        return Sandbox.liveMeetings(zoom.zoomUser).stream()
                .map(meeting -> meeting.path("id").asString())
                .toList();
    }
}
