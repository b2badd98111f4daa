package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.appointments.AwayClinic.cancel;
import static org.housecall.appointments.AwayClinic.move;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.Race;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A doctor is away: every visit is seen to in one sitting. */
class AbsenceTests {

    private final AwayClinic away = new AwayClinic();
    private final String colleague = away.colleagueId;

    @Test
    void listsEachVisitOfTheRangeWithWhatIsPossible() {
        String early = away.book(away.doctorId, away.patient(), 0);
        String late = away.book(away.doctorId, away.patient(), 2);
        away.book(away.doctorId, away.patient(), away.clinic.start(4, 0));
        away.book(away.colleagueId, away.patient(), 2);

        List<JsonNode> plan = away.plan();

        assertThat(plan.stream().map(visit -> visit.path("id").asString())).containsExactly(early, late);
        assertThat(plan.stream().map(AbsenceTests::colleagues))
                .containsExactly(Map.of(colleague, true), Map.of(colleague, false));
        assertThat(plan.stream().map(visit -> first(visit, "later")))
                .as("after the absence, and no time for two")
                .containsExactly(away.day(1) + "T00:00:00Z", away.day(1) + "T00:30:00Z");
        assertThat(first(plan.getLast(), "withOthers")).isEqualTo(away.clinic.start(3, 3));
        assertThat(away.desk
                        .get(away.path("?date=" + away.day + "&from=12:15&to=12:45"))
                        .json()
                        .path("visits"))
                .as("at some hours")
                .hasSize(1);
    }

    private static Map<String, Boolean> colleagues(JsonNode visit) {
        JsonNode only = visit.path("colleagues").path(0);
        return Map.of(only.path("doctorId").asString(), only.path("free").asBoolean());
    }

    private static String first(JsonNode visit, String offer) {
        return visit.path(offer).path(0).path("start").asString();
    }

    @Test
    void previewsWhatEachPatientWouldReadAndChangesNothing() {
        String patient = away.patient(Map.of("email", away.doctorId + "@example.com", "timeZone", "Asia/Kathmandu"));
        String visit = away.book(away.doctorId, patient, 0);
        String called = away.book(away.doctorId, away.patient(Map.of("phone", "+351 210 000 000")), 1);

        Api.Answer preview = away.desk.post(
                away.path("/messages"),
                away.decision(move(visit, Map.of("doctorId", colleague)), cancel(called, "the doctor is ill")));

        JsonNode written = preview.json().path("items").path(0);
        assertThat(written.path("text").asString())
                .contains("17:45 (Asia/Kathmandu)")
                .contains("is now with Doctor")
                .doesNotContain("/visit/");
        JsonNode byPhone = preview.json().path("items").path(1);
        assertThat(byPhone.path("email").isMissingNode()
                        || byPhone.path("email").isNull())
                .isTrue();
        assertThat(byPhone.path("phone").asString()).isEqualTo("+351 210 000 000");
        assertThat(byPhone.path("text").asString()).contains("was cancelled: the doctor is ill");
        assertThat(away.mailsTo(patient)).isZero();
        assertThat(away.appointment(visit).text("version")).isEqualTo("1");
        assertThat(away.slots()).isNotEmpty();
    }

    @Test
    void doesWhatWasChosenTellsThePatientsAndKeepsTheTimeOff() {
        List<String> patients = Stream.generate(away::patient).limit(4).toList();
        List<String> visits = Stream.iterate(0, it -> it + 1)
                .limit(4)
                .map(it -> away.book(away.doctorId, patients.get(it), it))
                .toList();
        String elsewhen = away.clinic.start(4, 0);
        Map<String, Object> decision = away.decision(
                move(visits.get(0), Map.of("doctorId", colleague)),
                move(visits.get(1), Map.of("start", elsewhen)),
                cancel(visits.get(2), "the doctor is ill"));

        assertThat(away.results(decision)).containsExactly("DONE", "DONE", "DONE");

        assertThat(away.appointment(visits.get(0)).text("doctorId")).isEqualTo(colleague);
        assertThat(away.appointment(visits.get(1)).text("start")).isEqualTo(elsewhen);
        assertThat(away.appointment(visits.get(2)).text("cancelReason")).isEqualTo("the doctor is ill");
        assertThat(away.appointment(visits.get(3)).text("version")).as("left").isEqualTo("1");
        assertThat(People.mailsTo(away.emailOf(patients.get(1))).getFirst())
                .contains("was moved")
                .contains("12:00 (UTC)")
                .contains("/visit/");
        assertThat(People.mailsTo(away.emailOf(patients.get(2))).getFirst()).contains("cancelled: the doctor is ill");
        assertThat(away.mailsTo(patients.get(3))).isZero();
        assertThat(away.slots()).as("nothing new is booked into it").isEmpty();
        assertThat(away.plan().stream().map(visit -> visit.path("id").asString()))
                .containsExactly(visits.get(3));

        assertThat(away.results(decision)).as("once more").containsExactly("DONE", "DONE", "DONE");
        assertThat(patients.stream().map(away::mailsTo)).containsExactly(1, 1, 1, 0);
        assertThat(away.exceptions()).hasSize(1);
    }

    @Test
    void leavesAVisitAsItIsWhereTheTimeWasTakenMeanwhileOrSomebodyChangedIt() {
        String patient = away.patient();
        String wantsColleague = away.book(away.doctorId, patient, 0);
        String movedByHand = away.book(away.doctorId, away.patient(), 1);
        String atNight = away.book(away.doctorId, away.patient(), 2);
        Map<String, Object> decision = away.decision(
                move(wantsColleague, Map.of("doctorId", colleague)),
                cancel(movedByHand, "ill"),
                move(atNight, Map.of("start", away.clinic.start(3, 6))));
        away.book(colleague, away.patient(), 0);
        away.desk.patch(away.clinic.path("appointments/" + movedByHand), Map.of("start", away.clinic.start(5, 0)));

        Api.Answer answer = away.desk.post(away.path(""), decision);

        assertThat(answer.json()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("result").asString()))
                .containsExactly("TAKEN", "CHANGED", "REFUSED");
        assertThat(answer.json().path("items").path(2).path("why").asString()).isNotEmpty();
        assertThat(away.appointment(wantsColleague).text("doctorId")).isEqualTo(away.doctorId);
        assertThat(away.appointment(movedByHand).text("status")).isEqualTo("BOOKED");
        assertThat(away.mailsTo(patient)).isZero();
    }

    @Test
    void tellsEachPatientOnceHoweverManyConfirmAtOnce() throws Exception {
        String moved = away.patient();
        String cancelled = away.patient();
        Map<String, Object> decision = away.decision(
                move(away.book(away.doctorId, moved, 0), Map.of("doctorId", colleague)),
                cancel(away.book(away.doctorId, cancelled, 1), "ill"));

        List<List<String>> results = Race.of(12, _ -> away.results(decision));

        assertThat(results).allSatisfy(each -> assertThat(each).containsExactly("DONE", "DONE"));
        assertThat(away.mailsTo(moved)).isEqualTo(1);
        assertThat(away.mailsTo(cancelled)).isEqualTo(1);
    }

    @Test
    void givesOneFreeTimeToOneOfTwoVisits() {
        String first = away.book(away.doctorId, away.patient(), 0);
        String second = away.book(away.doctorId, away.patient(), 1);
        Map<String, Object> there = Map.of("doctorId", colleague, "start", away.clinic.start(3, 0));

        assertThat(away.results(away.decision(move(first, there), move(second, there))))
                .containsExactly("DONE", "TAKEN");
    }

    @Test
    void letsADoctorSeeToTheOwnVisitsAndTheFrontDeskGiveThemToOthers() {
        Api doctor = People.acceptInvitation(away.doctorEmail);
        String visit = away.book(away.doctorId, away.patient(), 0);

        JsonNode plan =
                doctor.get(away.path("?date=" + away.day)).json().path("visits").path(0);
        assertThat(plan.path("colleagues")).isEmpty();
        assertThat(plan.path("later")).isNotEmpty();
        assertThat(doctor.post(away.path(""), away.decision(move(visit, Map.of("doctorId", colleague))))
                        .status())
                .isEqualTo(403);
        assertThat(doctor.get(away.clinic.path("doctors/" + colleague + "/absence?date=" + away.day))
                        .status())
                .isEqualTo(403);
        assertThat(doctor.post(away.path(""), away.decision(cancel(visit, "ill")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void seesToTheVisitsOfADoctorWhoHasLeft() {
        String visit = away.book(away.doctorId, away.patient(), 0);
        away.leave();

        JsonNode planned = away.planned(visit);
        assertThat(colleagues(planned)).isEqualTo(Map.of(colleague, true));
        assertThat(planned.path("later")).isEmpty();
        assertThat(away.results(away.decision(move(visit, Map.of("doctorId", colleague)))))
                .containsExactly("DONE");
        assertThat(away.exceptions()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARangeOrAChoice() {
        String visit = away.book(away.doctorId, away.patient(), 0);
        assertThat(away.desk
                        .get(away.path("?date=" + away.day + "&lastDate=2020-01-01"))
                        .status())
                .isEqualTo(422);
        assertThat(away.desk.get(away.path("?date=" + away.day + "&from=10:00")).status())
                .isEqualTo(422);
        assertThat(away.desk
                        .post(away.path(""), away.decision(move(visit, Map.of())))
                        .status())
                .isEqualTo(422);
        assertThat(away.exceptions()).as("nothing was noted").isEmpty();
    }
}
