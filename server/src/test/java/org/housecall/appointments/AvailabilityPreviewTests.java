package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which booked visits new hours, time off and holidays would leave outside, before anything is saved. */
class AvailabilityPreviewTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api desk = clinic.administrator;
    private final String start = clinic.start(3, 0);
    private final String day = start.substring(0, 10);
    private final String appointment = clinic.book(start).id();

    @Test
    void listsTheVisitsThatNewHoursWouldLeaveOutsideAndLeavesThem() {
        clinic.book(clinic.start(4, 0));
        Map<String, Object> next = Map.of("weekly", always(LocalDate.parse(day).getDayOfWeek()));

        Api.Answer preview = preview(next);

        assertThat(ids(preview)).containsExactly(appointment);
        assertThat(preview.json().path("total").asInt()).isOne();
        assertThat(preview.json().path("items").path(0).path("patientName").asString())
                .startsWith("Patient ");
        assertThat(desk.get(hours()).json().path("weekly").size()).isEqualTo(7);
        assertThat(desk.put(hours(), next).status()).isEqualTo(200);
        assertThat(desk.get(clinic.path("appointments/" + appointment)).text("status"))
                .isEqualTo("BOOKED");
        assertThat(ids(preview(next))).as("they are outside already").isEmpty();
    }

    @Test
    void knowsTimeOffOfSeveralDatesAndHoursThatStayOpen() {
        assertThat(ids(preview(except(day, day, "11:00", "12:00", false)))).isEmpty();
        assertThat(ids(preview(except(day, day, "12:29", "13:00", false)))).containsExactly(appointment);
        String before = LocalDate.parse(day).minusDays(1).toString();
        String after = LocalDate.parse(day).plusDays(1).toString();
        assertThat(ids(preview(except(before, after, null, null, false)))).containsExactly(appointment);
        assertThat(ids(preview(except(before, before, "23:00", "13:00", false))))
                .as("a night that reaches over")
                .containsExactly(appointment);
    }

    @Test
    void keepsHoursOverMidnightTogether() {
        String evening = day + "T23:45:00Z";
        String late = clinic.book(evening).id();
        String weekday = LocalDate.parse(day).getDayOfWeek().name();
        List<Map<String, String>> night = List.of(
                Map.of("day", weekday, "from", "08:00", "to", "13:00"),
                Map.of("day", weekday, "from", "20:00", "to", "00:15"));
        assertThat(ids(preview(Map.of("weekly", night)))).isEmpty();

        List<Map<String, String>> shorter = List.of(
                Map.of("day", weekday, "from", "08:00", "to", "13:00"),
                Map.of("day", weekday, "from", "20:00", "to", "00:00"));
        assertThat(ids(preview(Map.of("weekly", shorter)))).containsExactly(late);
    }

    @Test
    void endsHoursWithTheirValidity() {
        List<Map<String, String>> until = always(null).stream()
                .map(hours -> Map.of(
                        "day",
                        hours.get("day"),
                        "from",
                        "00:00",
                        "to",
                        "00:00",
                        "validUntil",
                        LocalDate.parse(day).minusDays(1).toString()))
                .toList();
        assertThat(ids(preview(Map.of("weekly", until)))).containsExactly(appointment);
    }

    @Test
    void passesOverWhatIsCancelled() {
        desk.post(clinic.path("appointments/" + appointment + "/cancel"), Map.of());

        assertThat(ids(preview(Map.of("weekly", List.of())))).isEmpty();
    }

    @Test
    void listsTheVisitsThatAHolidayWouldHitButNotThoseInExtraHours() {
        String other = clinic.addDoctor("other-" + UUID.randomUUID() + "@example.com");
        desk.put(clinic.path("doctors/" + other + "/availability"), except(day, day, null, null, true));
        String service = clinic.addService("IN_PERSON", other);
        Api.Answer extra = desk.post(
                clinic.path("appointments"),
                Map.of("doctorId", other, "serviceId", service, "patientId", clinic.patientId, "start", start));
        assertThat(extra.status()).isEqualTo(201);
        clinic.book(clinic.start(5, 0));
        Map<String, String> holiday = Map.of("firstDate", day, "lastDate", day);

        Api.Answer preview = desk.post(clinic.path("holidays/preview"), holiday);

        assertThat(ids(preview)).containsExactly(appointment);
        assertThat(desk.get(clinic.path("holidays")).json().path("items").size())
                .isZero();
        assertThat(desk.post(clinic.path("holidays"), Map.of("name", "Founders", "firstDate", day, "lastDate", day))
                        .status())
                .isEqualTo(201);
        assertThat(ids(desk.post(clinic.path("holidays/preview"), holiday)))
                .as("it is closed already")
                .isEmpty();
    }

    @Test
    void showsADoctorTheirOwnVisitsOnly() {
        String address = "own-" + UUID.randomUUID() + "@example.com";
        String own = clinic.addDoctor(address);
        Api doctor = People.acceptInvitation(address);
        Map<String, Object> none = Map.of("weekly", List.of());

        assertThat(doctor.post(clinic.path("doctors/" + own + "/availability/preview"), none)
                        .status())
                .isEqualTo(200);
        assertThat(doctor.post(hours() + "/preview", none).status()).isEqualTo(403);
    }

    private String hours() {
        return clinic.path("doctors/" + clinic.doctorId + "/availability");
    }

    private Api.Answer preview(Map<String, Object> next) {
        Api.Answer preview = desk.post(hours() + "/preview", next);
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        return preview;
    }

    private static List<String> ids(Api.Answer preview) {
        return preview.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static Map<String, Object> except(
            String date, String lastDate, @Nullable String from, @Nullable String to, boolean available) {
        Map<String, Object> exception =
                new HashMap<>(Map.of("date", date, "lastDate", lastDate, "available", available));
        if (from != null && to != null) {
            exception.put("from", from);
            exception.put("to", to);
        }
        return Map.of("weekly", always(null), "exceptions", List.of(exception));
    }

    /** Around the clock, but for a day. */
    private static List<Map<String, String>> always(@Nullable DayOfWeek but) {
        return Arrays.stream(DayOfWeek.values())
                .filter(each -> each != but)
                .map(each -> Map.of("day", each.name(), "from", "00:00", "to", "00:00"))
                .toList();
    }
}
