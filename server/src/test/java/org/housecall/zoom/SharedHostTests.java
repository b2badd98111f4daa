package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.housecall.Api;
import org.housecall.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two doctors whose visits one user of the clinic's Zoom account hosts: one by its id, the other by its address. */
class SharedHostTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final ZoomClinic.Colleague colleague = zoom.colleague();
    private final String sharedEmail = "shared-" + zoom.unique + "@example.com";
    private final String service = zoom.clinic.addService("VIDEO", zoom.doctorId, colleague.id);
    private String shared = "";

    @BeforeEach
    void mapBothDoctors() {
        String account = zoom.addServerToServerApp();
        shared = Sandbox.control("PUT", "users/" + sharedEmail, Map.of("accountId", account, "type", 2))
                .path("id")
                .asString();
        map(zoom.doctorId, shared, 1);
        map(colleague.id, sharedEmail.toUpperCase(java.util.Locale.ROOT), 1);
    }

    @Test
    void runsOneMeetingAtATime() {
        ZoomClinic.ok(book(zoom.doctorId, 0));

        Api.Answer second = book(colleague.id, 0);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("host-taken");
        assertThat(second.text("detail")).contains("shares the Zoom user");
        assertThat(second.json().path("nextFree").get(0).path("start").asString())
                .isEqualTo(zoom.clinic.start(1, 1));
        assertThat(book(colleague.id, 1).status()).isEqualTo(201);
    }

    @Test
    void isOfferedOnlyWhereItIsFree() {
        ZoomClinic.ok(book(zoom.doctorId, 0));

        assertThat(slots(colleague.id)).doesNotContain(zoom.clinic.start(1, 0)).contains(zoom.clinic.start(1, 1));
    }

    @Test
    void runsTwoWhereItMay() {
        map(zoom.doctorId, shared, 2); // which counts for the colleague, too
        assertThatSoon(() -> places(colleague.id)).isEqualTo(2);
        String thirdEmail = "third-" + zoom.unique + "@example.com";
        String third = zoom.clinic.addDoctor(thirdEmail);
        zoom.accept(thirdEmail);
        map(third, sharedEmail, 2);
        String three = zoom.clinic.addService("VIDEO", zoom.doctorId, colleague.id, third);

        ZoomClinic.ok(book(zoom.doctorId, 0));
        ZoomClinic.ok(book(colleague.id, 0));

        assertThat(book(third, three, 0).text("code")).isEqualTo("host-taken");
    }

    @Test
    void isGivenBackByMovingAndCancelling() {
        String first = ZoomClinic.ok(book(zoom.doctorId, 0)).id();

        ZoomClinic.ok(zoom.administrator.patch(
                zoom.clinic.path("appointments/" + first), Map.of("start", zoom.clinic.start(1, 4))));
        String second = ZoomClinic.ok(book(colleague.id, 0)).id();
        ZoomClinic.ok(zoom.administrator.post(
                zoom.clinic.path("appointments/" + second + "/cancel"), Map.of("reason", "not needed")));

        assertThat(book(zoom.doctorId, 0).status()).isEqualTo(201);
    }

    @Test
    void isNotNeededInPerson() {
        String first = ZoomClinic.ok(book(zoom.doctorId, 0)).id();
        ZoomClinic.ok(zoom.administrator.patch(zoom.clinic.path("appointments/" + first), Map.of("mode", "IN_PERSON")));
        ZoomClinic.ok(book(colleague.id, 0));

        Api.Answer back = zoom.administrator.patch(zoom.clinic.path("appointments/" + first), Map.of("mode", "VIDEO"));

        assertThat(back.text("code")).isEqualTo("host-taken");
    }

    @Test
    void concernsNobodyWithAConnectionOfTheirOwn() {
        ZoomClinic.ok(book(zoom.doctorId, 0));
        zoom.connect();
        assertThatSoon(() -> places(zoom.doctorId)).isEqualTo(0);

        ZoomClinic.ok(book(colleague.id, 0)); // what the doctor had claimed was given back
        ZoomClinic.ok(book(zoom.doctorId, 1));
        assertThat(book(colleague.id, 1).status()).isEqualTo(201);
    }

    @Test
    void isClaimedForWhatWasBookedBefore() {
        map(zoom.doctorId, "", 1);
        assertThatSoon(() -> places(zoom.doctorId)).isEqualTo(0);
        ZoomClinic.ok(book(zoom.doctorId, 0));

        map(zoom.doctorId, shared, 1);

        assertThat(book(colleague.id, 0).text("code")).isEqualTo("host-taken");
    }

    @Test
    void isHeldWhileSomebodyFillsInAForm() {
        Map<String, Object> hold = booking(zoom.doctorId, service, 0);
        hold.remove("patientId");
        String id = ZoomClinic.ok(zoom.administrator.post(zoom.clinic.path("holds"), hold))
                .id();
        assertThat(book(colleague.id, 0).text("code")).isEqualTo("host-taken");

        ZoomClinic.ok(zoom.administrator.delete(zoom.clinic.path("holds/" + id)));

        assertThat(book(colleague.id, 0).status()).isEqualTo(201);
    }

    @Test
    void isGivenAwayOnceMoreOnPurpose() {
        ZoomClinic.ok(book(zoom.doctorId, 0));
        Map<String, Object> booking = booking(colleague.id, service, 0);
        booking.put("override", Map.of("reason", "both are short"));

        assertThat(zoom.administrator
                        .post(zoom.clinic.path("appointments"), booking)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void goesToOneOfTwoHundredWhoBookItAtOnce() throws Exception {
        List<String> doctors = List.of(zoom.doctorId, colleague.id);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> bookings = java.util.stream.IntStream.range(0, 200)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> book(doctors.get(i % 2), 0).status())
                    .toList();
            List<Integer> answers = threads.invokeAll(bookings).stream()
                    .map(future -> future.resultNow())
                    .toList();

            assertThat(answers).containsOnly(201, 409);
            assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        }
    }

    @Test
    void saysWhomANameMeansAndWhatToKnowAboutThem() {
        Sandbox.control(
                "PUT",
                "users/" + sharedEmail,
                Map.of("type", 1, "status", "inactive", "firstName", "Video", "lastName", "Room"));

        Api.Answer person =
                zoom.administrator.post(zoom.clinic.path("zoom/users/look-up"), Map.of("zoomUser", sharedEmail));

        assertThat(person.text("id")).isEqualTo(shared);
        assertThat(person.text("name")).contains("Video");
        assertThat(person.text("licence")).isEqualTo("BASIC");
        assertThat(person.json().path("warnings")).hasSize(2);
        assertThat(zoom.administrator
                        .post(zoom.clinic.path("zoom/users/look-up"), Map.of("zoomUser", "nobody@example.com"))
                        .status())
                .isEqualTo(422);
        assertThat(zoom.administrator
                        .put(path(zoom.doctorId), Map.of("zoomUser", shared, "meetingsAtOnce", 2))
                        .status())
                .isEqualTo(422);
    }

    private void map(String doctorId, String user, int meetingsAtOnce) {
        ZoomClinic.ok(
                zoom.administrator.put(path(doctorId), Map.of("zoomUser", user, "meetingsAtOnce", meetingsAtOnce)));
        if (!user.isEmpty()) {
            assertThatSoon(() -> places(doctorId)).isEqualTo(meetingsAtOnce);
        }
    }

    private String path(String doctorId) {
        return zoom.clinic.path("doctors/" + doctorId + "/zoom/user");
    }

    private int places(String doctorId) {
        return zoom.inClinic(() -> TestServer.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .execute(_ -> TestServer.bean(JdbcClient.class)
                        .sql("select places from shared_host where doctor_id = ?")
                        .param(UUID.fromString(doctorId))
                        .query(Integer.class)
                        .optional()
                        .orElse(0)));
    }

    private Map<String, Object> booking(String doctorId, String serviceId, int halfHours) {
        Map<String, Object> booking = new HashMap<>(zoom.clinic.booking(zoom.clinic.start(1, halfHours)));
        booking.put("doctorId", doctorId);
        booking.put("serviceId", serviceId);
        return booking;
    }

    private Api.Answer book(String doctorId, int halfHours) {
        return book(doctorId, service, halfHours);
    }

    private Api.Answer book(String doctorId, String serviceId, int halfHours) {
        return zoom.administrator.post(zoom.clinic.path("appointments"), booking(doctorId, serviceId, halfHours));
    }

    private List<String> slots(String doctorId) {
        String day = zoom.clinic.start(1, 0).substring(0, 10);
        return zoom.administrator
                .get(zoom.clinic.path(
                        "slots?serviceId=" + service + "&doctorId=" + doctorId + "&from=" + day + "&to=" + day))
                .json()
                .path("items")
                .valueStream()
                .map(slot -> slot.path("start").asString())
                .toList();
    }
}
