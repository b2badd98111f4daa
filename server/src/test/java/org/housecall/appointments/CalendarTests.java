package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.Statements;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Day and week of a clinic in one call. */
class CalendarTests {

    private final LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());

    @Test
    void showsAWeekWithNamesAndHowEachMeetingStands() {
        String first = clinic.book(clinic.start(1, 0)).id();
        String second = clinic.book(clinic.start(3, 0)).id();
        clinic.book(clinic.start(8, 0)).id();

        JsonNode week = calendar(clinic.administrator, tomorrow, tomorrow.plusDays(6));

        assertThat(ids(week)).containsExactly(first, second);
        JsonNode appointment = week.path("appointments").path(0);
        assertThat(appointment.path("doctorName").asString()).isEqualTo("Doctor");
        assertThat(appointment.path("patientName").asString()).startsWith("Patient");
        assertThat(appointment.path("serviceName").asString()).isEqualTo("Consultation");
        assertThat(appointment.path("meeting").path("status").asString()).isNotEmpty();
    }

    @Test
    void narrowsToSomeDoctors() {
        String address = "second-" + UUID.randomUUID() + "@example.com";
        String second = clinic.addDoctor(address);
        People.acceptInvitation(address);
        String service = clinic.addService("IN_PERSON", second);
        clinic.book(clinic.start(1, 0)).id();
        String withSecond = clinic.administrator
                .post(
                        clinic.path("appointments"),
                        Map.of(
                                "doctorId",
                                second,
                                "serviceId",
                                service,
                                "patientId",
                                clinic.patientId,
                                "start",
                                clinic.start(1, 0)))
                .id();

        JsonNode both = show(clinic.administrator, "&doctorId=" + second + "&doctorId=" + clinic.doctorId);
        JsonNode one = show(clinic.administrator, "&doctorId=" + second);

        assertThat(ids(both)).hasSize(2);
        assertThat(ids(one)).containsExactly(withSecond);
        assertThat(one.path("doctors")
                        .valueStream()
                        .map(it -> it.path("doctorId").asString()))
                .containsExactly(second);
    }

    @Test
    void showsWhenDoctorsAreOpenAwayAndWhenTheClinicIsClosed() {
        setHours(
                List.of(Map.of("day", tomorrow.getDayOfWeek().name(), "from", "09:00", "to", "17:00")),
                List.of(Map.of(
                        "date",
                        tomorrow.toString(),
                        "from",
                        "12:00",
                        "to",
                        "13:00",
                        "available",
                        false,
                        "reason",
                        "Dentist")));
        close("Founding day", tomorrow.plusDays(1));

        JsonNode days = calendar(clinic.administrator, tomorrow, tomorrow.plusDays(1));

        JsonNode doctor = days.path("doctors").path(0);
        assertThat(doctor.path("name").asString()).isEqualTo("Doctor");
        assertThat(doctor.path("open").valueStream().map(CalendarTests::times))
                .containsExactly(
                        tomorrow + "T09:00:00Z " + tomorrow + "T12:00:00Z",
                        tomorrow + "T13:00:00Z " + tomorrow + "T17:00:00Z");
        JsonNode away = doctor.path("timeOff").path(0);
        assertThat(times(away.path("during"))).isEqualTo(tomorrow + "T12:00:00Z " + tomorrow + "T13:00:00Z");
        assertThat(away.path("reason").asString()).isEqualTo("Dentist");
        JsonNode holiday = days.path("holidays").path(0);
        assertThat(holiday.path("name").asString()).isEqualTo("Founding day");
        assertThat(times(holiday.path("during")))
                .isEqualTo(tomorrow.plusDays(1) + "T00:00:00Z " + tomorrow.plusDays(2) + "T00:00:00Z");
    }

    @Test
    void countsDaysInTheClinicsZone() {
        SampleClinic far = new SampleClinic(clinic.administrator, "Pacific/Kiritimati"); // 14 hours ahead
        String id = far.book(far.start(1, 0)).id(); // noon UTC: two at night on the next day there

        assertThat(ids(read(far, far.administrator, tomorrow, tomorrow, ""))).isEmpty();
        assertThat(ids(read(far, far.administrator, tomorrow.plusDays(1), tomorrow.plusDays(1), "")))
                .containsExactly(id);
    }

    @Test
    void showsDoctorsTheirOwnAndPatientsNoOnesDays() {
        String address = "own-" + UUID.randomUUID() + "@example.com";
        clinic.addDoctor(address);
        Api doctor = People.acceptInvitation(address);
        String id = clinic.book(clinic.start(1, 0)).id();
        Api patient = People.signInByLink(clinic.administrator
                .get(clinic.path("patients/" + clinic.patientId))
                .text("email"));

        JsonNode doctors = show(doctor, "");
        JsonNode patients = show(patient, "");

        assertThat(ids(doctors)).isEmpty();
        assertThat(doctors.path("doctors").size()).isEqualTo(1);
        assertThat(ids(patients)).containsExactly(id);
        assertThat(patients.path("doctors").size()).isZero();
        assertThat(patients.path("holidays").size()).isZero();
    }

    @Test
    void refusesMoreThanSixWeeks() {
        assertThat(answer(tomorrow, tomorrow.plusDays(41)).status()).isEqualTo(200);
        Api.Answer refused = answer(tomorrow, tomorrow.plusDays(42));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("to");
        assertThat(answer(tomorrow, tomorrow.minusDays(1)).status()).isEqualTo(422);
    }

    @Test
    void asksTheDatabaseNoMoreForSixWeeksOfManyThanForADayOfOne() {
        clinic.book(clinic.start(1, 0)).id();
        show(clinic.administrator, ""); // the audit trail has it for this hour
        List<String> one = Statements.during(() -> show(clinic.administrator, ""));
        assertThat(one).isNotEmpty();
        for (int i = 1; i <= 12; i++) {
            clinic.book(clinic.start(1 + i, i)).id();
            clinic.addDoctor("more-" + UUID.randomUUID() + "@example.com");
        }

        List<String> many = Statements.during(() -> calendar(clinic.administrator, tomorrow, tomorrow.plusDays(41)));

        assertThat(ids(calendar(clinic.administrator, tomorrow, tomorrow.plusDays(41))))
                .hasSize(13);
        assertThat(many).hasSameSizeAs(one);
    }

    private void setHours(List<Map<String, String>> weekly, List<Map<String, Object>> exceptions) {
        assertThat(clinic.administrator
                        .put(
                                clinic.path("doctors/" + clinic.doctorId + "/availability"),
                                Map.of("weekly", weekly, "exceptions", exceptions))
                        .status())
                .isEqualTo(200);
    }

    private void close(String name, LocalDate date) {
        TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
        CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> transactions.execute(_ -> TestServer.bean(JdbcClient.class)
                        .sql(
                                "insert into clinic_holiday (clinic_id, id, name, first_date, last_date) values (?, ?, ?, ?, ?)")
                        .params(UUID.fromString(clinic.id), UUID.randomUUID(), name, date, date)
                        .update()));
    }

    private Api.Answer answer(LocalDate from, LocalDate to) {
        return clinic.administrator.get(clinic.path("calendar?from=" + from + "&to=" + to));
    }

    /** Tomorrow. */
    private JsonNode show(Api viewer, String narrowed) {
        return read(clinic, viewer, tomorrow, tomorrow, narrowed);
    }

    private JsonNode calendar(Api viewer, LocalDate from, LocalDate to) {
        return read(clinic, viewer, from, to, "");
    }

    private JsonNode read(SampleClinic clinic, Api viewer, LocalDate from, LocalDate to, String narrowed) {
        Api.Answer answer = viewer.get(clinic.path("calendar?from=" + from + "&to=" + to + narrowed));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode calendar) {
        return calendar.path("appointments")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private static String times(JsonNode interval) {
        return interval.path("start").asString() + " " + interval.path("end").asString();
    }
}
