package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.PlainPage;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServiceTests {

    private static final String INTERNAL = "Kx-internal-17";

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api desk = clinic.administrator;
    private final Api patient = People.patient(clinic);

    @Test
    void keepsAllThatAServiceIs() {
        String id = desk.post(clinic.path("services"), service()).id();

        JsonNode kept = desk.get(clinic.path("services/" + id)).json();

        assertThat(kept.path("name").asString()).isEqualTo(INTERNAL);
        assertThat(kept.path("publicName").asString()).isEqualTo("First talk");
        assertThat(kept.path("description").asString()).isEqualTo("We get to know each other.");
        assertThat(kept.path("bufferBeforeMinutes").asInt()).isEqualTo(5);
        assertThat(kept.path("bufferAfterMinutes").asInt()).isEqualTo(10);
        assertThat(kept.path("price").decimalValue()).isEqualByComparingTo("45.50");
        assertThat(kept.path("currency").asString()).isEqualTo("EUR");
        assertThat(kept.path("colour").asString()).isEqualTo("#2f6fab");
        assertThat(kept.path("bookableBy").asString()).isEqualTo("EVERYONE");
        assertThat(kept.path("active").asBoolean()).isTrue();
        assertThat(audited("SERVICE_CREATED", id)).isOne();
    }

    @Test
    void changesAllOfIt() {
        String other = clinic.addDoctor("other-" + UUID.randomUUID() + "@example.com");
        Map<String, Object> next = service();
        next.keySet().retainAll(List.of("name", "mode", "durationMinutes", "doctorIds"));
        next.put("name", "Shorter");
        next.put("durationMinutes", 15);
        next.put("doctorIds", List.of(other));

        Api.Answer changed = desk.put(clinic.path("services/" + create()), next);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Shorter");
        assertThat(changed.json().path("durationMinutes").asInt()).isEqualTo(15);
        assertThat(changed.json().path("doctorIds").path(0).asString()).isEqualTo(other);
        assertThat(changed.json().path("doctorIds").size()).isOne();
        assertThat(changed.json().path("bufferAfterMinutes").asInt()).isZero();
        assertThat(changed.json().has("publicName") || changed.json().has("price"))
                .isFalse();
        assertThat(audited("SERVICE_CHANGED", changed.text("id"))).isOne();
    }

    @Test
    void letsOnlyThePublicNameOutOfTheHouse() {
        String service = create();
        String start = clinic.start(2, 0);
        Map<String, Object> booking = new HashMap<>(clinic.booking(start));
        booking.put("serviceId", service);
        String appointment = clinic.path("appointments/"
                + patient.post(clinic.path("appointments"), booking).id());
        assertThat(desk.get(appointment).text("serviceName")).isEqualTo(INTERNAL);
        String day = start.substring(0, 10);
        patient.post(
                clinic.path("waiting-list"),
                Map.of(
                        "patientId", clinic.patientId,
                        "serviceId", service,
                        "doctorId", clinic.doctorId,
                        "firstDate", day,
                        "lastDate", day));
        String visit = desk.get(appointment + "/visit-link").text("url");
        String token = visit.substring(visit.lastIndexOf('/') + 1);
        desk.patch(appointment, Map.of("start", clinic.start(2, 4)));

        List<String> seen = List.of(
                patient.get(clinic.path("services")).body(),
                patient.get(clinic.path("services/" + service)).body(),
                patient.get(appointment).body(),
                patient.get(clinic.path("appointments")).body(),
                patient.get(clinic.path("waiting-list")).body(),
                TestServer.nobody().get("/api/v1/visits/" + token).body(),
                PlainPage.at("/book/" + desk.get("/api/v1/clinics/" + clinic.id).text("slug"))
                        .html());
        assertThat(seen).allSatisfy(text -> assertThat(text).contains("First talk"));
        assertThat(seen).noneSatisfy(text -> assertThat(text).contains(INTERNAL));
        assertThat(seen).noneSatisfy(text -> assertThat(text).contains("#2f6fab"));
        String address = desk.get(clinic.path("patients/" + clinic.patientId)).text("email");
        assertThat(People.mailsTo(address))
                .isNotEmpty()
                .noneSatisfy(mail -> assertThat(mail).contains(INTERNAL));
        assertThat(TestServer.nobody()
                        .get("/book/" + desk.get("/api/v1/clinics/" + clinic.id).text("slug"))
                        .body())
                .contains("We get to know each other.", "45.50 EUR");
    }

    @Test
    void hidesFromPatientsWhatTheyCannotBook() {
        for (Map<String, Object> hidden :
                List.of(Map.<String, Object>of("active", false), Map.<String, Object>of("bookableBy", "STAFF"))) {
            String id = create();
            Map<String, Object> next = service();
            next.putAll(hidden);
            assertThat(desk.put(clinic.path("services/" + id), next).status()).isEqualTo(200);

            assertThat(patient.get(clinic.path("services")).body()).doesNotContain(id);
            assertThat(patient.get(clinic.path("services/" + id)).status()).isEqualTo(404);
            assertThat(desk.get(clinic.path("services")).body()).contains(id);
        }
    }

    @Test
    void leavesBookedVisitsWhereAServiceEndsAndLetsItBeginAgain() {
        String id = create();
        Map<String, Object> booking = new HashMap<>(clinic.booking(clinic.start(2, 0)));
        booking.put("serviceId", id);
        String appointment = clinic.path("appointments/"
                + desk.post(clinic.path("appointments"), booking).id());
        Map<String, Object> ended = service();
        ended.put("active", false);
        desk.put(clinic.path("services/" + id), ended);

        assertThat(desk.get(appointment).text("status")).isEqualTo("BOOKED");
        booking.put("start", clinic.start(2, 6));
        assertThat(desk.post(clinic.path("appointments"), booking).status()).isEqualTo(422);
        assertThat(desk.put(clinic.path("services/" + id), service())
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();

        ended.put("active", true);
        desk.put(clinic.path("services/" + id), ended);
        assertThat(desk.post(clinic.path("appointments"), booking).status()).isEqualTo(201);
    }

    @Test
    void refusesAPriceWithoutItsCurrencyAndWhatIsNoColour() {
        Map.of("currency", "XYZW", "colour", "red", "price", -1, "bufferAfterMinutes", 241)
                .forEach((field, value) -> {
                    Map<String, Object> wrong = service();
                    wrong.put(field, value);
                    Api.Answer refused = desk.post(clinic.path("services"), wrong);
                    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
                    assertThat(refused.json()
                                    .path("errors")
                                    .path(0)
                                    .path("field")
                                    .asString())
                            .isEqualTo(field);
                });
        for (String currency : List.of("", "ZZZ")) {
            Map<String, Object> wrong = service();
            wrong.put("currency", currency);
            assertThat(desk.post(clinic.path("services"), wrong).status()).isEqualTo(422);
        }
    }

    private String create() {
        return desk.post(clinic.path("services"), service()).id();
    }

    private long audited(String action, String subject) {
        return desk.get(clinic.path("audit?action=" + action + "&subject=" + subject))
                .json()
                .path("items")
                .size();
    }

    private Map<String, Object> service() {
        Map<String, Object> service = new HashMap<>(Map.of(
                "name",
                INTERNAL,
                "publicName",
                "First talk",
                "description",
                "We get to know each other.",
                "mode",
                "VIDEO",
                "durationMinutes",
                30,
                "bufferBeforeMinutes",
                5,
                "bufferAfterMinutes",
                10,
                "price",
                45.5,
                "currency",
                "EUR",
                "doctorIds",
                List.of(clinic.doctorId)));
        service.put("colour", "#2F6FAB");
        return service;
    }
}
