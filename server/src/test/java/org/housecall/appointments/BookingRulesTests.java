package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.clinics.BookingRuleBook;
import org.housecall.clinics.BookingRules;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class BookingRulesTests {

    private static final int TWO_DAYS = 2 * 24 * 60;

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api desk = clinic.administrator;
    private final Api patient = People.patient(clinic);

    @Test
    void holdsPatientsToTheLeadTimeAndNotTheFrontDesk() {
        rules(TWO_DAYS, 30, null);
        String tomorrow = clinic.start(1, 0);

        assertThat(refusedStart(patient, tomorrow)).contains("2 days from now");
        assertThat(starts(patient, tomorrow)).isEmpty();
        assertThat(starts(desk, tomorrow)).contains(tomorrow);
        assertThat(book(patient, clinic.start(3, 0)).status()).isEqualTo(201);
        assertThat(book(desk, tomorrow).status()).isEqualTo(201);
    }

    @Test
    void refusesEveryoneBeyondTheHorizon() {
        rules(0, 10, null);

        assertThat(book(desk, clinic.start(10, 0)).status()).isEqualTo(201);
        for (Api who : List.of(desk, patient)) {
            assertThat(refusedStart(who, clinic.start(11, 0))).contains("10 days");
            assertThat(starts(who, clinic.start(11, 0))).isEmpty();
        }
        assertThat(holdStatus(clinic.start(11, 0))).isEqualTo(422);
    }

    @Test
    void endsADoctorsDayAtItsMaximum() {
        rules(0, 30, 2);
        assertThat(book(desk, clinic.start(1, 0)).status()).isEqualTo(201);
        String second = book(desk, clinic.start(1, 2)).id();

        assertThat(refusedStart(desk, clinic.start(1, 6))).contains("2 visits");
        assertThat(starts(desk, clinic.start(1, 6))).isEmpty();
        assertThat(holdStatus(clinic.start(1, 6))).isEqualTo(422);
        assertThat(book(desk, clinic.start(2, 0)).status()).isEqualTo(201);
        // One that is there already may move within its full day.
        assertThat(desk.patch(clinic.path("appointments/" + second), Map.of("start", clinic.start(1, 8)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheBuffersFree() {
        inClinic("update service set buffer_before_minutes = 10, buffer_after_minutes = 20 where id = ?");
        assertThat(book(desk, at("12:00")).status()).isEqualTo(201);

        assertThat(book(desk, at("12:45")).status())
                .as("12:45 less 10 is before 12:50")
                .isEqualTo(409);
        assertThat(book(desk, at("11:05")).status()).as("until 11:55 with 20").isEqualTo(409);
        assertThat(book(desk, at("13:00")).status()).isEqualTo(201);
        assertThat(book(desk, at("11:00")).status()).isEqualTo(201);
        assertThat(starts(desk, at("12:00"))).isNotEmpty().doesNotContain(at("12:00"), at("13:00"));
    }

    @Test
    void leavesLateChangesToTheFrontDesk() {
        change(new BookingRules(0, 30, null, null, TWO_DAYS, TWO_DAYS, 10));
        String path =
                clinic.path("appointments/" + book(desk, clinic.start(1, 0)).id());

        assertThat(patient.post(path + "/cancel", null).text("code")).isEqualTo("too-late-to-cancel");
        assertThat(patient.patch(path, Map.of("start", clinic.start(5, 0))).text("code"))
                .isEqualTo("too-late-to-change");

        assertThat(desk.patch(path, Map.of("start", clinic.start(5, 0))).status())
                .isEqualTo(200);
        Api.Answer cancelled = patient.post(path + "/cancel", Map.of("reason", "better"));
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("cancelledBy")).isEqualTo("PATIENT");
    }

    @Test
    void keepsToStaffWhatOnlyStaffMayBook() {
        inClinic("update service set bookable_by = 'STAFF' where id = ?");

        assertThat(field(book(patient, clinic.start(1, 0)))).isEqualTo("serviceId");
        assertThat(starts(patient, clinic.start(1, 0))).isEmpty();
        assertThat(book(desk, clinic.start(1, 0)).status()).isEqualTo(201);
    }

    @Test
    void booksNothingThatIsNotOfferedAnyMore() {
        inClinic("update service set active = false where id = ?");

        assertThat(field(book(desk, clinic.start(1, 0)))).isEqualTo("serviceId");
        assertThat(starts(desk, clinic.start(1, 0))).isEmpty();
    }

    @Test
    void booksOutsideHoursAndIntoTakenTimeOnlyOnPurposeAndWithAReason() {
        rules(0, 10, 1);
        assertThat(book(desk, clinic.start(1, 0)).status()).isEqualTo(201);

        assertThat(override(desk, clinic.start(1, 0), "urgent").status())
                .as("taken")
                .isEqualTo(201);
        assertThat(override(desk, clinic.start(1, 4), "urgent").status())
                .as("full")
                .isEqualTo(201);
        Api.Answer far = override(desk, clinic.start(20, 0), "abroad until then");
        assertThat(far.status()).as("beyond the horizon").isEqualTo(201);
        assertThat(far.text("overrideReason")).isEqualTo("abroad until then");

        assertThat(field(override(desk, clinic.start(1, 6), " "))).isEqualTo("override.reason");
        assertThat(override(patient, clinic.start(1, 6), "urgent").status()).isEqualTo(403);
        assertThat(field(override(desk, "2020-01-01T12:00:00Z", "urgent")))
                .as("never the past")
                .isEqualTo("start");
        assertThat(desk.get(clinic.path("audit?action=BOOKING_RULES_OVERRIDDEN"))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
        // For everyone else it counts as any.
        assertThat(book(desk, clinic.start(20, 0)).status()).isNotEqualTo(201);
    }

    /** What was overridden once is no licence for whoever moves it next. */
    @Test
    void movesWhatWasOverriddenByTheRulesAgain() {
        assertThat(book(desk, clinic.start(1, 0)).status()).isEqualTo(201);
        assertThat(book(desk, clinic.start(1, 4)).status()).isEqualTo(201);
        String path = clinic.path(
                "appointments/" + override(desk, clinic.start(1, 0), "urgent").id());

        assertThat(patient.patch(path, Map.of("start", clinic.start(1, 4))).status())
                .isEqualTo(409);
        Api.Answer moved = desk.patch(path, Map.of("start", clinic.start(1, 8)));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().has("overrideReason")).isFalse();
        assertThat(book(desk, clinic.start(1, 8)).status()).isEqualTo(409);
    }

    private Api.Answer override(Api who, String start, String reason) {
        Map<String, Object> booking = new HashMap<>(clinic.booking(start));
        booking.put("override", Map.of("reason", reason));
        return who.post(clinic.path("appointments"), booking);
    }

    private Api.Answer book(Api who, String start) {
        return who.post(clinic.path("appointments"), clinic.booking(start));
    }

    private int holdStatus(String start) {
        return desk.post(
                        clinic.path("holds"),
                        Map.of("doctorId", clinic.doctorId, "serviceId", clinic.serviceId, "start", start))
                .status();
    }

    private String at(String time) {
        return clinic.start(1, 0).replace("12:00", time);
    }

    private String refusedStart(Api who, String start) {
        Api.Answer answer = book(who, start);
        assertThat(field(answer)).isEqualTo("start");
        return answer.json().path("errors").path(0).path("message").asString();
    }

    private static String field(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("field").asString();
    }

    private List<String> starts(Api who, String start) {
        String day = start.substring(0, 10);
        List<String> starts = new ArrayList<>();
        who.get(clinic.path("slots?serviceId=" + clinic.serviceId + "&from=" + day + "&to=" + day))
                .json()
                .path("items")
                .forEach(slot -> starts.add(slot.path("start").asString()));
        return starts;
    }

    private void rules(int lead, int horizon, @Nullable Integer dailyMaximum) {
        change(new BookingRules(lead, horizon, null, dailyMaximum, 0, 0, 10));
    }

    private void change(BookingRules rules) {
        CurrentClinic.in(UUID.fromString(clinic.id), () -> {
            TestServer.bean(BookingRuleBook.class).change(rules);
            return rules;
        });
    }

    private void inClinic(String update) {
        CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> TestServer.bean(TransactionTemplate.class)
                        .execute(_ -> TestServer.bean(JdbcClient.class)
                                .sql(update)
                                .param(UUID.fromString(clinic.serviceId))
                                .update()));
    }
}
