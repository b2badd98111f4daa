package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.EventStream;
import org.housecall.People;
import org.housecall.Race;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A doctor runs late; it is about eight in the morning at the clinic, whenever the test runs. */
class LateTests {

    private final ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    private final SampleClinic clinic = new SampleClinic(TestServer.administrator(), zoneWhereItIsEight());
    private final ZonedDateTime there = now.withZoneSameInstant(ZoneId.of(zoneWhereItIsEight()));
    private final Api desk = People.receptionist(clinic);
    private final String delay = clinic.path("doctors/" + clinic.doctorId + "/delay");

    /** Etc/GMT+5 is five hours behind, by an old custom. */
    private String zoneWhereItIsEight() {
        int behind = Math.min(12, now.getHour() - 8);
        return behind == 0 ? "UTC" : "Etc/GMT" + (behind > 0 ? "+" : "-") + Math.abs(behind);
    }

    private String email() {
        return UUID.randomUUID() + "@example.com";
    }

    private String patient(Map<String, Object> details) {
        return clinic.administrator.post(clinic.path("patients"), details).id();
    }

    private String book(String email, int minutesFromNow) {
        return bookFor(patient(Map.of("name", "Patient", "email", email)), minutesFromNow);
    }

    private String bookFor(String patient, int minutesFromNow) {
        return book(clinic.serviceId, patient, minutesFromNow);
    }

    private String book(String service, String patient, int minutesFromNow) {
        Instant start = now.toInstant().plus(minutesFromNow, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        return clinic.administrator
                .post(
                        clinic.path("appointments"),
                        Map.of(
                                "doctorId",
                                clinic.doctorId,
                                "serviceId",
                                service,
                                "patientId",
                                patient,
                                "start",
                                start.toString()))
                .id();
    }

    private List<JsonNode> items(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private List<JsonNode> late(int minutes) {
        return items(desk.put(delay, Map.of("minutes", minutes)));
    }

    private JsonNode appointment(String id) {
        return desk.get(clinic.path("appointments/" + id)).json();
    }

    private JsonNode visitPage(String id) {
        String url = desk.get(clinic.path("appointments/" + id + "/visit-link")).text("url");
        return TestServer.nobody()
                .get("/api/v1/visits/" + url.substring(url.lastIndexOf('/') + 1))
                .json();
    }

    @Test
    void tellsWhoeverComesLaterAndSaysSoUntilTheVisitBegins() {
        String email = email();
        String visit = book(email, 60);

        List<JsonNode> preview = items(desk.get(delay + "?minutes=20"));
        assertThat(preview).hasSize(1);
        assertThat(preview.getFirst().path("message").path("text").asString()).contains("about 20 minutes late");
        assertThat(People.mailsTo(email)).as("nothing is sent yet").isEmpty();
        assertThat(appointment(visit).path("lateMinutes").asInt(0)).isZero();

        assertThat(late(20)).hasSize(1);

        assertThat(People.mailsTo(email)).hasSize(1);
        assertThat(People.mailsTo(email).getFirst())
                .contains("about 20 minutes late")
                .contains("/visit/");
        assertThat(appointment(visit).path("lateMinutes").asInt()).isEqualTo(20);
        assertThat(visitPage(visit).path("lateMinutes").asInt()).isEqualTo(20);

        desk.put(clinic.path("appointments/" + visit + "/status"), Map.of("status", "IN_PROGRESS"));
        assertThat(appointment(visit).path("lateMinutes").asInt(0)).isZero();
        assertThat(visitPage(visit).path("lateMinutes").asInt(0)).isZero();
        assertThat(late(30)).isEmpty();
    }

    @Test
    void sendsANewFigureOnceAndTheSameNeverTwice() {
        String email = email();
        book(email, 60);

        assertThat(late(10)).hasSize(1);
        assertThat(late(10)).isEmpty();
        assertThat(late(20)).hasSize(1);

        assertThat(People.mailsTo(email)).hasSize(2);
        assertThat(People.mailsTo(email).getFirst()).contains("about 20 minutes");
        String another = email();
        book(another, 120);
        assertThat(late(20)).as("who was booked since").hasSize(1);
        assertThat(People.mailsTo(another)).hasSize(1);
    }

    @Test
    void sendsOnceHoweverManyPressAtOnce() throws Exception {
        String email = email();
        book(email, 60);

        Race.of(12, _ -> late(10));

        assertThat(People.mailsTo(email)).hasSize(1);
    }

    @Test
    void takesItBack() {
        String email = email();
        String visit = book(email, 60);
        late(10);

        assertThat(items(desk.delete(delay))).hasSize(1);

        assertThat(People.mailsTo(email).getFirst()).contains("on time");
        assertThat(appointment(visit).path("lateMinutes").asInt(0)).isZero();
        assertThat(items(desk.delete(delay))).isEmpty();
        assertThat(People.mailsTo(email)).hasSize(2);
    }

    @Test
    void concernsTheSessionOfNowAndWhoeverWaits() {
        openOnly(-120, 180, 300, 480);
        String waiting = clinic.administrator
                .post(
                        clinic.path("appointments/walk-in"),
                        Map.of(
                                "doctorId",
                                clinic.doctorId,
                                "serviceId",
                                clinic.serviceId,
                                "patientId",
                                clinic.patientId))
                .id();
        String inSession = book(email(), 60);
        book(email(), 360);

        assertThat(late(10).stream()
                        .map(it -> it.path("message").path("appointmentId").asString()))
                .containsExactly(waiting, inSession);
    }

    @Test
    void concernsTheNextSessionBeforeItBegins() {
        openOnly(30, 180, 300, 480);
        String first = book(email(), 60);
        book(email(), 360);

        assertThat(late(10).stream()
                        .map(it -> it.path("message").path("appointmentId").asString()))
                .containsExactly(first);
    }

    @Test
    void forgetsWhatWasSaidOfAVisitThatMoves() {
        String visit = book(email(), 60);
        late(10);

        desk.patch(clinic.path("appointments/" + visit), Map.of("start", clinic.start(2, 0)));

        assertThat(appointment(visit).path("lateMinutes").asInt(0)).isZero();
    }

    @Test
    void listsWhoHasToBeCalled() {
        bookFor(patient(Map.of("name", "No Mail", "phone", "+351 210 000 000")), 60);

        JsonNode told = late(10).getFirst().path("message");

        assertThat(told.path("phone").asString()).isEqualTo("+351 210 000 000");
        assertThat(told.path("email").asString("")).isEmpty();
    }

    @Test
    void isSeenByOpenPages() throws Exception {
        String inPerson = clinic.addService("IN_PERSON", clinic.doctorId); // no meeting's news in between
        try (EventStream open = desk.listen(clinic.path("events"))) {
            String visit = book(inPerson, clinic.patientId, 60);
            waitFor(visit, open);

            late(10);

            waitFor(visit, open);
        }
    }

    private static void waitFor(String id, EventStream open) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(20); // heartbeats never end
        String next = open.next();
        while (!next.contains(id)) {
            assertThat(Instant.now()).as("News of %s", id).isBefore(patience);
            next = open.next();
        }
    }

    @Test
    void isForTheDoctorAndTheFrontDesk() {
        assertThat(People.patient(clinic).put(delay, Map.of("minutes", 10)).status())
                .isEqualTo(403);
        assertThat(desk.put(delay, Map.of("minutes", 1)).status()).isEqualTo(422);
        assertThat(desk.put(clinic.path("doctors/" + UUID.randomUUID() + "/delay"), Map.of("minutes", 10))
                        .status())
                .isEqualTo(404);
    }

    /** The doctor's hours of today, in minutes from now. */
    private void openOnly(int... minutes) {
        DayOfWeek today = there.getDayOfWeek();
        List<Map<String, String>> hours = Stream.of(0, 2)
                .map(it -> Map.of("day", today.name(), "from", clock(minutes[it]), "to", clock(minutes[it + 1])))
                .toList();
        clinic.administrator.put(
                clinic.path("doctors/" + clinic.doctorId + "/availability"),
                Map.of("weekly", hours, "exceptions", List.of()));
    }

    private String clock(int minutes) {
        return there.plusMinutes(minutes)
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
