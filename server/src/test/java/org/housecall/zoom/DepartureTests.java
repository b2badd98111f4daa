package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.EventStream;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody leaves a clinic: what they could reach, what waits for them, and what Zoom still has of it. */
class DepartureTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final SampleClinic clinic = zoom.clinic;

    @Test
    void endsSessionsTokensAndConnectionAtOnceAndRemovesUpcomingMeetings() throws InterruptedException {
        UUID connection = zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        Api token = withToken(zoom.doctor);
        try (EventStream open = zoom.doctor.listen(clinic.path("events"))) {
            leave(zoom.doctorId);

            assertThat(zoom.doctor.get("/api/v1/session").status()).isEqualTo(401);
            assertThat(token.get("/api/v1/session").status()).isEqualTo(401);
            String last = open.next();
            while (!last.equals(EventStream.END)) {
                last = open.next();
            }
        }
        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(0);
        assertThatSoon(() -> TestServer.bean(Connections.class).find(connection).isPresent())
                .isEqualTo(false);
        visit.becomes("WAITING_FOR_CONNECTION");
        assertThat(visit.problem()).isEqualTo("DOCTOR_LEFT");
        assertThat(signIn().get(clinic.path("appointments")).status()).isEqualTo(404);
    }

    @Test
    void keepsTheConnectionUntilZoomHasRemovedItsMeetings() {
        UUID connection = zoom.connect();
        Visit.book(zoom, 1).becomes("READY");
        Sandbox.fault(
                "DELETE /v2/meetings/*",
                zoom.zoomUser,
                "rate-limit",
                Map.of("params", Map.of("variant", "per-second")));

        leave(zoom.doctorId);

        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(0);
        assertThatSoon(() -> TestServer.bean(Connections.class).find(connection).isPresent())
                .isEqualTo(false);
    }

    @Test
    void letsNothingMoreBeBookedAndKeepsTheVisitsForTheFrontDesk() {
        ZoomClinic.Colleague colleague = zoom.colleague();
        colleague.connect();
        String service = clinic.addService("VIDEO", zoom.doctorId, colleague.id);
        Visit visit = Visit.book(zoom, 1, service, clinic.patientId);

        leave(zoom.doctorId);

        String day = clinic.start(2, 0).substring(0, 10);
        JsonNode free = clinic.administrator
                .get(clinic.path("slots?serviceId=" + service + "&from=" + day + "&to=" + day))
                .json()
                .path("items");
        assertThat(free.valueStream().map(slot -> slot.path("doctorId").asString()))
                .containsOnly(colleague.id);
        assertThat(clinic.administrator
                        .post(
                                clinic.path("appointments"),
                                Map.of(
                                        "doctorId",
                                        zoom.doctorId,
                                        "serviceId",
                                        service,
                                        "patientId",
                                        clinic.patientId,
                                        "start",
                                        clinic.start(2, 0)))
                        .status())
                .isEqualTo(422);
        assertThat(futureVisits()).hasSize(1);
        clinic.administrator.post(clinic.path("patients"), Map.of("name", "As a patient", "email", zoom.email));
        Api asPatient = signIn();
        assertThat(asPatient.get(clinic.path("appointments")).json().path("items"))
                .isEmpty();
        assertThat(asPatient.get(visit.path).status()).isEqualTo(404);

        visit.giveTo(colleague.id);

        visit.becomes("READY");
        assertThat(futureVisits()).isEmpty();
    }

    @Test
    void leavesAloneWhatThePersonIsInAnotherClinic() {
        SampleClinic other = new SampleClinic(TestServer.administrator());
        other.administrator.post(other.path("receptionists"), Map.of("name", "Doctor", "email", zoom.email));
        Api person = signIn();
        assertThat(person.post("/api/v1/invitations/" + People.token(zoom.email, "accept-invitation"), Map.of())
                        .status())
                .isEqualTo(204);
        Api token = withToken(person);

        leave(zoom.doctorId);

        assertThat(token.get(other.path("appointments")).status()).isEqualTo(200);
        assertThat(token.get(clinic.path("appointments")).status()).isEqualTo(404);
        assertThat(signIn().get(other.path("patients")).status()).isEqualTo(200);
    }

    @Test
    void opensTheSameRecordAgainWhenThePersonIsInvitedOnceMore() {
        leave(zoom.doctorId);
        assertThat(statusOf(zoom.doctorId)).isEqualTo("LEFT");

        String invited = clinic.administrator
                .post(clinic.path("doctors"), Map.of("name", "Doctor", "email", zoom.email))
                .id();
        assertThat(invited).isEqualTo(zoom.doctorId);
        assertThat(statusOf(zoom.doctorId)).isEqualTo("LEFT"); // until accepted: it takes both
        Api person = signIn();
        person.post("/api/v1/invitations/" + People.token(zoom.email, "accept-invitation"), Map.of());

        assertThat(statusOf(zoom.doctorId)).isEqualTo("ACTIVE");
        assertThat(person.get(clinic.path("appointments")).status()).isEqualTo(200);
    }

    @Test
    void takesBackAnInvitationThatNobodyHasAccepted() {
        String address = "late-" + UUID.randomUUID() + "@example.com";
        String id = clinic.administrator
                .post(clinic.path("receptionists"), Map.of("name", "Late", "email", address))
                .id();

        leave(id);

        assertThat(TestServer.nobody()
                        .opened()
                        .post(
                                "/api/v1/invitations/" + People.token(address, "accept-invitation"),
                                Map.of("password", People.PASSWORD))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsNobodyLeaveBehindAClinicWithoutThem() {
        String address = "admin-" + UUID.randomUUID() + "@example.com";
        String id = clinic.administrator
                .post(clinic.path("admins"), Map.of("name", "Kim", "email", address))
                .id();
        Api admin = People.acceptInvitation(address);

        Api.Answer refused = admin.post(clinic.path("staff/" + id + "/departure"), null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("leaving-oneself");
        assertThat(admin.get(clinic.path("patients")).status()).isEqualTo(200);
    }

    private void leave(String id) {
        ZoomClinic.ok(clinic.administrator.post(clinic.path("staff/" + id + "/departure"), null));
    }

    private Api signIn() {
        return ZoomClinic.signIn(zoom.email);
    }

    private static Api withToken(Api person) {
        return TestServer.nobody()
                .withToken(person.post("/api/v1/api-tokens", Map.of("name", "machine"))
                        .text("token"));
    }

    private List<JsonNode> futureVisits() {
        return clinic.administrator
                .get(clinic.path("appointments?doctorId=" + zoom.doctorId + "&from="
                        + clinic.start(0, 0).substring(0, 10) + "&to="
                        + clinic.start(30, 0).substring(0, 10)))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private String statusOf(String doctorId) {
        return clinic.administrator.get(clinic.path("doctors/" + doctorId)).text("status");
    }
}
