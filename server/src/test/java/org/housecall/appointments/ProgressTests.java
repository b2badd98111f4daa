package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.appointments.Appointment.Status.BOOKED;
import static org.housecall.appointments.Appointment.Status.CANCELLED;
import static org.housecall.appointments.Appointment.Status.CHECKED_IN;
import static org.housecall.appointments.Appointment.Status.COMPLETED;
import static org.housecall.appointments.Appointment.Status.IN_PROGRESS;
import static org.housecall.appointments.Appointment.Status.NO_SHOW;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.housecall.Api;
import org.housecall.Eventually;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.appointments.Appointment.Status;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api desk = clinic.administrator;

    @Test
    void knowsEveryStepOfAnAppointmentsLife() {
        assertThat(next(BOOKED)).containsExactly(CHECKED_IN, IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW);
        assertThat(next(CHECKED_IN)).containsExactly(BOOKED, IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW);
        assertThat(next(IN_PROGRESS)).containsExactly(BOOKED, COMPLETED, NO_SHOW);
        assertThat(next(COMPLETED)).containsExactly(BOOKED, IN_PROGRESS);
        assertThat(next(NO_SHOW)).containsExactly(BOOKED, IN_PROGRESS);
        assertThat(next(CANCELLED)).isEmpty();
    }

    private static List<Status> next(Status from) {
        return List.of(Status.values()).stream().filter(from::mayBecome).toList();
    }

    @Test
    void goesFromTheDoorToTheEndAndOpensAgain() {
        String path = seeNow();

        assertThat(become(path, "IN_PROGRESS").text("status")).isEqualTo("IN_PROGRESS");
        assertThat(become(path, "COMPLETED").text("status")).isEqualTo("COMPLETED");
        assertThat(become(path, "COMPLETED").status()).as("twice").isEqualTo(200);
        assertThat(become(path, "NO_SHOW").text("code")).isEqualTo("no-such-step");
        assertThat(become(path, "BOOKED").text("status")).as("opened again").isEqualTo("BOOKED");
        assertThat(become(path, "NO_SHOW").text("status")).isEqualTo("NO_SHOW");
        assertThat(desk.post(path + "/cancel", null).status()).isEqualTo(409);
    }

    @Test
    void neitherCompletesNorMissesAVisitThatIsStillToCome() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(1, 0)).id());

        assertThat(become(path, "COMPLETED").text("code")).isEqualTo("visit-not-begun");
        assertThat(become(path, "NO_SHOW").text("code")).isEqualTo("visit-not-begun");
        assertThat(become(path, "CANCELLED").text("code")).isEqualTo("no-such-step");
        assertThat(become(path, "CHECKED_IN").status()).isEqualTo(200);
        assertThat(become(path, "BOOKED").text("status"))
                .as("the wrong patient")
                .isEqualTo("BOOKED");
        assertThat(desk.get(path).text("status")).isEqualTo("BOOKED");
    }

    @Test
    void completesAVisitThatWasBegunBeforeItsTime() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(1, 0)).id());
        assertThat(become(path, "IN_PROGRESS").status()).isEqualTo(200);

        assertThat(become(path, "NO_SHOW").text("code")).isEqualTo("visit-not-begun");
        assertThat(become(path, "COMPLETED").text("status")).isEqualTo("COMPLETED");
    }

    @Test
    void opensAVisitAgainThatWasBegunByMistake() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(1, 0)).id());
        assertThat(become(path, "IN_PROGRESS").status()).isEqualTo(200);

        assertThat(become(path, "BOOKED").text("status")).isEqualTo("BOOKED");
        assertThat(desk.patch(path, Map.of("start", clinic.start(2, 0))).status())
                .isEqualTo(200);
    }

    @Test
    void refusesAStepFromAVersionThatIsOld() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(1, 0)).id());
        assertThat(become(path, "CHECKED_IN").status()).isEqualTo(200);

        Api.Answer stale =
                desk.send("PUT", path + "/status", Map.of("status", "IN_PROGRESS"), Map.of("If-Match", "\"1\""));

        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void seesAWalkInNowUnlessTheDoctorIsBusy() {
        Api.Answer first = walkIn(Map.of());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("status")).isEqualTo("CHECKED_IN");
        assertThat(Instant.parse(first.text("start"))).isBetween(Instant.now().minusSeconds(60), Instant.now());

        assertThat(walkIn(Map.of()).text("code")).isEqualTo("slot-taken");
        assertThat(walkIn(Map.of("override", Map.of("reason", "emergency"))).status())
                .isEqualTo(201);
        assertThat(People.patient(clinic)
                        .post(clinic.path("appointments/walk-in"), clinic.booking(clinic.start(1, 0)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void changesFromVideoToInPersonAndBackWithItsMeeting() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(1, 0)).id());
        Eventually.assertThatSoon(() -> desk.get(path + "/meeting").text("status"))
                .isEqualTo("WAITING_FOR_CONNECTION");

        assertThat(desk.patch(path, Map.of("mode", "IN_PERSON")).text("mode")).isEqualTo("IN_PERSON");
        Eventually.assertThatSoon(() -> desk.get(path + "/meeting").text("status"))
                .isEqualTo("REMOVED");

        assertThat(desk.patch(path, Map.of("mode", "VIDEO")).text("mode")).isEqualTo("VIDEO");
        Eventually.assertThatSoon(() -> desk.get(path + "/meeting").text("status"))
                .isEqualTo("WAITING_FOR_CONNECTION");
    }

    @Test
    void givesAVisitThatBecomesVideoItsFirstMeeting() {
        String inPerson = clinic.addService("IN_PERSON", clinic.doctorId);
        String path = clinic.path("appointments/"
                + desk.post(
                                clinic.path("appointments"),
                                Map.of(
                                        "doctorId",
                                        clinic.doctorId,
                                        "serviceId",
                                        inPerson,
                                        "patientId",
                                        clinic.patientId,
                                        "start",
                                        clinic.start(1, 0)))
                        .id());

        assertThat(desk.patch(path, Map.of("mode", "VIDEO")).text("mode")).isEqualTo("VIDEO");

        Eventually.assertThatSoon(() -> desk.get(path + "/meeting").text("status"))
                .isEqualTo("WAITING_FOR_CONNECTION");
    }

    @Test
    void changesTheServiceWithItsLength() {
        String longer = desk.post(
                        clinic.path("services"),
                        Map.of(
                                "name",
                                "Long consultation",
                                "mode",
                                "VIDEO",
                                "durationMinutes",
                                60,
                                "doctorIds",
                                List.of(clinic.doctorId)))
                .id();
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(1, 0)).id());
        assertThat(clinic.book(clinic.start(1, 1)).status()).isEqualTo(201);

        assertThat(desk.patch(path, Map.of("serviceId", longer)).status())
                .as("into the next one")
                .isEqualTo(409);
        Api.Answer moved = desk.patch(path, Map.of("serviceId", longer, "start", clinic.start(1, 4)));

        assertThat(moved.text("end")).isEqualTo(clinic.start(1, 6));
        assertThat(moved.text("serviceName")).isEqualTo("Long consultation");
        assertThat(clinic.book(clinic.start(1, 5)).status()).isEqualTo(409);
    }

    private String seeNow() {
        return clinic.path("appointments/" + walkIn(Map.of()).id());
    }

    private Api.Answer walkIn(Map<String, Object> more) {
        Map<String, Object> wish = new java.util.HashMap<>(more);
        wish.put("doctorId", clinic.doctorId);
        wish.put("serviceId", clinic.serviceId);
        wish.put("patientId", clinic.patientId);
        return desk.post(clinic.path("appointments/walk-in"), wish);
    }

    private Api.Answer become(String path, String status) {
        return desk.put(path + "/status", Map.of("status", status));
    }
}
