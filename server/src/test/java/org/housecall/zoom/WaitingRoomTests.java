package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That a patient waits at Zoom: known only where an admin wants it and the doctor granted it, and never who. */
class WaitingRoomTests {

    private static final String CAME = "meeting.participant_joined_waiting_room";
    private static final String LEFT = "meeting.participant_admitted";

    private final ZoomClinic zoom = new ZoomClinic();
    private final UUID appId = ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.GENERAL);

    @Test
    void showsThatSomebodyWaitsUntilTheyAreLetInWhateverComesFirst() {
        zoom.connect();
        want(true);
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        Instant came = Instant.ofEpochMilli(Instant.now().minusSeconds(60).toEpochMilli());

        tell(CAME, visit, came);
        assertThatSoon(() -> waitingSince(visit)).isEqualTo(came.toString());
        tell(LEFT, visit, came.plusSeconds(30));
        assertThatSoon(() -> waitingSince(visit)).isEqualTo("");
        tell(CAME, visit, came.plusSeconds(20)); // late
        settled();
        assertThat(waitingSince(visit)).isEmpty();
        tell(CAME, visit, came.plusSeconds(40));
        assertThatSoon(() -> waitingSince(visit).isEmpty()).isEqualTo(false);
        tell("meeting.ended", visit, came.plusSeconds(50));
        assertThatSoon(() -> waitingSince(visit)).isEqualTo("");

        assertThat(EveryTable.rowsThatMention("Anna Example")).isEmpty();
    }

    @Test
    void ignoresWhoWaitsUnlessAnAdminWantsToKnow() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        tell(CAME, visit, Instant.now());
        settled();
        assertThat(waitingSince(visit)).isEmpty();
    }

    @Test
    void ignoresWhoWaitsWhereTheScopeIsNotGranted() {
        zoom.requireScopesOnly();
        zoom.connect();
        want(true);
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        tell(CAME, visit, Instant.now());
        settled();
        assertThat(waitingSince(visit)).isEmpty();
    }

    @Test
    void hearsOfAGuestFromZoomItself() {
        zoom.connect();
        want(true);
        zoom.subscribe();
        Visit visit = Visit.book(zoom, 1).becomes("READY").beginsIn(Duration.ofMinutes(1));
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/start", Map.of());

        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/guest-arrives", Map.of("name", "Anna"));
        assertThatSoon(() -> waitingSince(visit).isEmpty()).isEqualTo(false);
        Sandbox.control("POST", "meetings/" + visit.meetingId() + "/guest-admitted", Map.of("name", "Anna"));
        assertThatSoon(() -> waitingSince(visit)).isEqualTo("");
    }

    private void want(boolean wanted) {
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app/waiting-room"), Map.of("kind", "GENERAL", "wanted", wanted)));
    }

    private void settled() {
        assertThatSoon(() -> Notifications.waiting(appId)).isEqualTo(0L);
    }

    private String waitingSince(Visit visit) {
        return zoom.administrator
                .get(visit.path)
                .json()
                .path("meeting")
                .path("patientWaitingSince")
                .asString("");
    }

    private void tell(String event, Visit visit, Instant at) {
        assertThat(Notifications.deliver(
                                zoom,
                                Notifications.about(
                                        event,
                                        at,
                                        Map.of(
                                                "id",
                                                visit.meetingId(),
                                                "participant",
                                                Map.of("user_name", "Anna Example"))))
                        .status())
                .isEqualTo(204);
    }
}
