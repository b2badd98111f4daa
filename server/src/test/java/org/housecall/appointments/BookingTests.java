package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.Race;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

class BookingTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());

    @Test
    void booksAFreeSlotAndShowsIt() {
        String start = clinic.start(1, 0);
        assertThat(slotStarts()).contains(start);

        Api.Answer booked = clinic.book(start);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("status")).isEqualTo("BOOKED");
        assertThat(booked.json().path("version").asInt()).isEqualTo(1);
        Api.Answer shown = clinic.administrator.get(clinic.path("appointments/" + booked.id()));
        assertThat(shown.text("start")).isEqualTo(start);
        assertThat(shown.json().path("meeting").path("status").asString()).isNotEmpty();
        assertThat(slotStarts()).doesNotContain(start);
    }

    @Test
    void givesOneSlotToOneOfTwoHundredAndOffersTheRestTheNextFreeTimes() throws Exception {
        String start = clinic.start(1, 2);
        Api machine = machine();

        List<Api.Answer> answers = Race.of(200, _ -> machine.post(clinic.path("appointments"), clinic.booking(start)));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() == 409).hasSize(199).allSatisfy(taken -> {
            assertThat(taken.text("code")).isEqualTo("slot-taken");
            assertThat(taken.json().path("nextFree").size()).isPositive();
            assertThat(taken.json().path("nextFree").path(0).path("start").asString())
                    .isGreaterThan(start);
        });
    }

    /** All of them begin before the first would end, so there is room for one. */
    @Test
    void givesOverlappingTimesToOneOfTwoHundred() throws Exception {
        Api machine = machine();

        List<Api.Answer> answers = Race.of(
                200,
                number -> machine.post(
                        clinic.path("appointments"),
                        clinic.booking(clinic.start(1, 2).replace("13:00", "13:%02d".formatted(number % 30)))));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() == 409).hasSize(199);
    }

    private Api machine() {
        return clinic.administrator.withToken(clinic.administrator
                .post("/api/v1/api-tokens", Map.of("name", "race"))
                .text("token"));
    }

    @Test
    void refusesATimeThatOverlapsAnotherAppointment() {
        assertThat(clinic.book(clinic.start(2, 0)).status()).isEqualTo(201);

        String quarterLater = clinic.start(2, 0).replace("12:00", "12:15");

        assertThat(clinic.book(quarterLater).status()).isEqualTo(409);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(fieldOf(clinic.book("2020-01-01T12:00:00Z"))).isEqualTo("start");
        assertThat(fieldOf(clinic.book("tomorrow"))).isEqualTo("start");
        Map<String, String> unknownDoctor = Map.of(
                "doctorId",
                UUID.randomUUID().toString(),
                "serviceId",
                clinic.serviceId,
                "patientId",
                clinic.patientId,
                "start",
                clinic.start(1, 0));
        assertThat(fieldOf(clinic.administrator.post(clinic.path("appointments"), unknownDoctor)))
                .isEqualTo("doctorId");
        assertThat(clinic.administrator
                        .post(clinic.path("appointments"), "{not json")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnotherClinicsPatientDoctorAndService() {
        SampleClinic other = new SampleClinic(clinic.administrator);
        String start = clinic.start(1, 0);
        for (var foreign : List.of(
                Map.entry("patientId", other.patientId),
                Map.entry("doctorId", other.doctorId),
                Map.entry("serviceId", other.serviceId))) {
            var booking = new java.util.HashMap<>(clinic.booking(start));
            booking.put(foreign.getKey(), foreign.getValue());
            assertThat(fieldOf(clinic.administrator.post(clinic.path("appointments"), booking)))
                    .isEqualTo(foreign.getKey());
        }
        assertThat(clinic.administrator
                        .get(clinic.path("appointments"))
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void reschedulesAndFreesTheOldTime() {
        String id = clinic.book(clinic.start(3, 0)).id();

        Api.Answer moved =
                clinic.administrator.patch(clinic.path("appointments/" + id), Map.of("start", clinic.start(3, 4)));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text("start")).isEqualTo(clinic.start(3, 4));
        assertThat(clinic.book(clinic.start(3, 0)).status()).isEqualTo(201);
        assertThat(clinic.book(clinic.start(3, 4)).status()).isEqualTo(409);
    }

    @Test
    void refusesAChangeToAVersionThatIsOld() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(4, 0)).id());
        assertThat(clinic.administrator
                        .patch(path, Map.of("start", clinic.start(4, 2)))
                        .status())
                .isEqualTo(200);

        Api.Answer stale = clinic.administrator.send(
                "PATCH", path, Map.of("start", clinic.start(4, 4)), Map.of("If-Match", "\"1\""));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(clinic.administrator.get(path).text("start")).isEqualTo(clinic.start(4, 2));
    }

    @Test
    void cancelsOnceAndGivesTheTimeBack() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(5, 0)).id());

        assertThat(clinic.administrator
                        .post(path + "/cancel", Map.of("reason", "ill"))
                        .text("status"))
                .isEqualTo("CANCELLED");
        assertThat(clinic.administrator.post(path + "/cancel", Map.of()).status())
                .isEqualTo(200);
        assertThat(clinic.administrator
                        .patch(path, Map.of("start", clinic.start(5, 2)))
                        .status())
                .isEqualTo(409);
        assertThat(clinic.book(clinic.start(5, 0)).status()).isEqualTo(201);
    }

    @Test
    void countsADoctorsTimeAcrossServices() {
        String inPerson = clinic.addService("IN_PERSON", clinic.doctorId);
        assertThat(clinic.book(clinic.start(6, 0)).status()).isEqualTo(201);

        var booking = new java.util.HashMap<>(clinic.booking(clinic.start(6, 0)));
        booking.put("serviceId", inPerson);

        assertThat(clinic.administrator
                        .post(clinic.path("appointments"), booking)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void saysWaitingForConnectionUntilTheDoctorConnects() {
        String path =
                clinic.path("appointments/" + clinic.book(clinic.start(7, 0)).id() + "/meeting");

        org.housecall.Eventually.assertThatSoon(
                        () -> clinic.administrator.get(path).text("status"))
                .isEqualTo("WAITING_FOR_CONNECTION");

        assertThat(clinic.administrator
                        .get(path)
                        .json()
                        .path("problem")
                        .path("remedy")
                        .asString())
                .isNotEmpty();
        assertThat(clinic.administrator.post(path + "/start", null).status()).isEqualTo(409);
    }

    private List<String> slotStarts() {
        String day = clinic.start(1, 0).substring(0, 10);
        List<String> starts = new ArrayList<>();
        clinic.administrator
                .get(clinic.path("slots?serviceId=" + clinic.serviceId + "&from=" + day + "&to=" + day))
                .json()
                .path("items")
                .forEach(slot -> starts.add(slot.path("start").asString()));
        return starts;
    }

    private static String fieldOf(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("field").asString();
    }
}
