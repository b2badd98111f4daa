package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What does not come about by itself is listed for those who can do something, with what was tried. */
class ParkedMeetingTests {

    private static final String CREATE = "POST /v2/users/*/meetings";

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void listsWhatIsRefusedWithItsWordsAndTriesAgainAtOnePress() {
        zoom.connect();
        refuse(1);
        Visit visit = Visit.book(zoom, 1).becomes("FAILED");

        assertThat(parked()).singleElement().satisfies(parked -> {
            assertThat(parked.path("appointmentId").asString()).isEqualTo(id(visit));
            assertThat(parked.path("doctorName").asString()).isEqualTo("Doctor");
            assertThat(parked.path("problem").path("title").asString()).isEqualTo("Zoom refused the meeting");
            assertThat(Instant.parse(parked.path("since").asString())).isBefore(Instant.now());
            assertThat(parked.toString()).doesNotContain("Patient");
        });

        assertThat(ZoomClinic.ok(zoom.administrator.post(zoom.clinic.path("parked-meetings/retry"), null))
                        .json()
                        .path("meetings")
                        .asInt())
                .isEqualTo(1);

        visit.becomes("READY");
        assertThat(parked()).isEmpty();
        assertThat(zoom.administrator
                        .get(zoom.clinic.path("audit?action=MEETING_RETRIED&subject=" + id(visit)))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void tellsWhenItIsTriedAgain() {
        zoom.connect();
        Sandbox.fault(CREATE, zoom.zoomUser, "rate-limit", Map.of("params", Map.of("variant", "per-user")));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("DAILY_LIMIT");
        Instant midnight = RetryTime.nextDay(Instant.now());
        assertThatSoon(() -> !nextTry().isEmpty() && !Instant.parse(nextTry()).isBefore(midnight))
                .isEqualTo(true);
    }

    private String nextTry() {
        return parked().getFirst().path("nextTry").asString("");
    }

    @Test
    void keepsWhatWasTriedLatelyAsZoomsSupportAsksForIt() {
        zoom.connect();
        refuse(26);
        Visit visit = Visit.book(zoom, 1).becomes("FAILED");

        assertThat(attempts(visit)).singleElement().satisfies(attempt -> {
            assertThat(attempt.path("operation").asString()).isEqualTo("POST /users/{id}/meetings");
            assertThat(attempt.path("status").asInt()).isEqualTo(400);
            assertThat(attempt.path("code").asInt()).isEqualTo(300);
            assertThat(attempt.path("trackingId").asString()).startsWith("v=2.0;");
        });

        for (int calls = 2; calls <= 25; calls++) {
            visit.retry();
            visit.becomes("FAILED");
        }
        assertThat(attempts(visit)).hasSize(20);
    }

    @Test
    void showsADoctorTheirOwn() {
        ZoomClinic.Colleague colleague = zoom.colleague();
        Visit.book(zoom, 1).becomes("WAITING_FOR_CONNECTION");
        ZoomClinic.ok(zoom.administrator.post(
                zoom.clinic.path("appointments"),
                Map.of(
                        "doctorId",
                        colleague.id,
                        "serviceId",
                        zoom.clinic.addService("VIDEO", colleague.id),
                        "patientId",
                        zoom.clinic.patientId,
                        "start",
                        zoom.clinic.start(2, 0))));

        assertThatSoon(() -> parked().size()).isEqualTo(2);
        assertThat(zoom.doctor
                        .get(zoom.clinic.path("parked-meetings"))
                        .json()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("doctorId").asString()))
                .containsExactly(zoom.doctorId);
    }

    private void refuse(int times) {
        Sandbox.fault(
                CREATE,
                zoom.zoomUser,
                "status",
                Map.of("times", times, "params", Map.of("status", 400, "code", 300, "message", "Validation Failed.")));
    }

    private List<JsonNode> parked() {
        return items(zoom.clinic.path("parked-meetings"));
    }

    private List<JsonNode> attempts(Visit visit) {
        return items(visit.path + "/meeting/attempts");
    }

    private List<JsonNode> items(String path) {
        return zoom.administrator.get(path).json().path("items").valueStream().toList();
    }

    private static String id(Visit visit) {
        return visit.path.replaceFirst(".*/", "");
    }
}
