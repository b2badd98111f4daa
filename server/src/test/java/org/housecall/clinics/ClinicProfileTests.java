package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.PlainPage;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

/** What a clinic says of itself, and its own rules and holidays, over HTTP. */
class ClinicProfileTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api desk = clinic.administrator;

    @Test
    void tellsEveryoneHowTheClinicIsReached() {
        Api.Answer changed = desk.put(clinic.path("profile"), profile());

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        Api.Answer seen = People.patient(clinic).get("/api/v1/clinics/" + clinic.id);
        assertThat(seen.text("name")).isEqualTo("Clinic by the river");
        assertThat(seen.text("timeZone")).isEqualTo("Asia/Kathmandu");
        assertThat(seen.json().path("contact").path("phone").asString()).isEqualTo("+977 1 555 01 00");
        assertThat(seen.json().path("languages").valueStream().map(it -> it.asString()))
                .containsExactly("ne", "en-GB");
        PlainPage page = PlainPage.at("/book/" + seen.text("slug")).isPlain();
        assertThat(page.html()).contains("1 River Street", "desk@clinic.example", "Nepali, English (United Kingdom)");
        assertThat(page.links()).contains("tel:+97715550100", "mailto:desk@clinic.example", "https://clinic.example");
        assertThat(audited("CLINIC_CHANGED")).isOne();
    }

    @Test
    void keepsTheClockTimesOfHoursInAnotherZone() {
        desk.put(
                clinic.path("doctors/" + clinic.doctorId + "/availability"),
                Map.of("weekly", List.of(Map.of("day", "MONDAY", "from", "09:00", "to", "09:30"))));
        assertThat(firstStart("Asia/Kathmandu")).endsWith("T03:15:00Z");
        assertThat(firstStart("UTC")).endsWith("T09:00:00Z");
    }

    private String firstStart(String zone) {
        Map<String, Object> moved = profile();
        moved.put("timeZone", zone);
        assertThat(desk.put(clinic.path("profile"), moved).status()).isEqualTo(200);
        return desk.get(clinic.path("slots?serviceId=" + clinic.serviceId + "&from="
                        + clinic.start(1, 0).substring(0, 10) + "&to="
                        + clinic.start(20, 0).substring(0, 10)))
                .json()
                .path("items")
                .path(0)
                .path("start")
                .asString("");
    }

    @Test
    void refusesWhatNobodyCouldFollow() {
        Map.of(
                        "website", "javascript:alert(1)",
                        "email", "no address",
                        "timeZone", "Mars/Olympus",
                        "name", " ",
                        "languages", List.of("not a language"))
                .forEach((field, value) -> {
                    Map<String, Object> wrong = profile();
                    wrong.put(field, value);
                    Api.Answer refused = desk.put(clinic.path("profile"), wrong);
                    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
                    assertThat(refused.json()
                                    .path("errors")
                                    .path(0)
                                    .path("field")
                                    .asString())
                            .isEqualTo(field);
                });
        assertThat(audited("CLINIC_CHANGED")).isZero();
    }

    @Test
    void closesTheDatesOfAHolidayUntilItIsRemoved() {
        String day = clinic.start(3, 0).substring(0, 10);
        Api.Answer added =
                desk.post(clinic.path("holidays"), Map.of("name", "Founders", "firstDate", day, "lastDate", day));
        assertThat(slots(day)).isZero();
        Api.Answer listed = desk.get(clinic.path("holidays"));
        assertThat(listed.json().path("items").path(0).path("name").asString()).isEqualTo("Founders");

        assertThat(desk.delete(clinic.path("holidays/" + added.id())).status()).isEqualTo(204);

        assertThat(slots(day)).isPositive();
        assertThat(desk.delete(clinic.path("holidays/" + added.id())).status()).isEqualTo(404);
        assertThat(audited("HOLIDAYS_CHANGED")).isEqualTo(2);
    }

    @Test
    void refusesAHolidayThatEndsBeforeItBeginsOrLastsForYears() {
        for (String last : List.of("2030-01-01", "2039-01-01")) {
            assertThat(desk.post(
                                    clinic.path("holidays"),
                                    Map.of("name", "Odd", "firstDate", "2030-02-01", "lastDate", last))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void followsTheBookingRulesThatItsAdminSets() {
        Map<String, Object> rules = new HashMap<>(Map.of(
                "leadMinutes", 2880,
                "horizonDays", 30,
                "stepMinutes", 15,
                "dailyMaximum", 8,
                "cancelUntilMinutes", 1440,
                "changeUntilMinutes", 720,
                "holdMinutes", 5));
        Api.Answer changed = desk.put(clinic.path("booking-rules"), rules);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        Api patient = People.patient(clinic);
        assertThat(patient.get(clinic.path("booking-rules")).body()).isEqualTo(changed.body());
        assertThat(changed.json().path("dailyMaximum").asInt()).isEqualTo(8);
        assertThat(patient.post(clinic.path("appointments"), clinic.booking(clinic.start(1, 0)))
                        .status())
                .isEqualTo(422);
        assertThat(patient.post(clinic.path("appointments"), clinic.booking(clinic.start(3, 0)))
                        .status())
                .isEqualTo(201);

        rules.put("horizonDays", 0);
        assertThat(desk.put(clinic.path("booking-rules"), rules).status()).isEqualTo(422);
        assertThat(audited("BOOKING_RULES_CHANGED")).isOne();
    }

    private int slots(String day) {
        return desk.get(clinic.path("slots?serviceId=" + clinic.serviceId + "&from=" + day + "&to=" + day))
                .json()
                .path("items")
                .size();
    }

    private long audited(String action) {
        return desk.get(clinic.path("audit?action=" + action))
                .json()
                .path("items")
                .size();
    }

    private static Map<String, Object> profile() {
        return new HashMap<>(Map.of(
                "name", "Clinic by the river",
                "timeZone", "Asia/Kathmandu",
                "phone", "+977 1 555 01 00",
                "email", "desk@clinic.example",
                "address", "1 River Street\nThe town",
                "website", "https://clinic.example",
                "languages", List.of("ne", "en-gb")));
    }
}
