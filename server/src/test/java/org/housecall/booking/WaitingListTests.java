package org.housecall.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.Eventually;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class WaitingListTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api desk = clinic.administrator;
    private final String slot = clinic.start(2, 0);
    private final String day = slot.substring(0, 10);

    @Test
    void offersAFreedSlotToWhoeverHasWaitedLongestAndFits() {
        String appointment = clinic.book(slot).id();
        String other = patient("other");
        String late = patient("late");
        String evening = waits(patient("evening"), Map.of("fromTime", "18:00", "toTime", "20:00"));
        String otherDay = waits(
                patient("next-week"),
                Map.of(
                        "firstDate",
                        clinic.start(9, 0).substring(0, 10),
                        "lastDate",
                        clinic.start(9, 0).substring(0, 10)));
        String first = waits(other, Map.of());
        String second = waits(late, Map.of());

        cancel(appointment);

        Eventually.assertThatSoon(() -> offers(first).size()).isEqualTo(1);
        assertThat(offers(first).getFirst().path("start").asString()).isEqualTo(slot);
        assertThat(List.of(evening, otherDay, second))
                .allSatisfy(it -> assertThat(offers(it)).isEmpty());
        assertThat(mailsTo("other")).hasSize(1).first().asString().contains("A time has become free", "12:00");
    }

    @Test
    void tellsTheGuardianOfAChildWithoutAnAddress() {
        String appointment = clinic.book(slot).id();
        Map<String, Object> child =
                Map.of("name", "Child", "guardians", List.of(Map.of("name", "Parent", "email", address("parent"))));
        Api.Answer added = desk.post(clinic.path("patients"), child);
        String entry = waits(added.id(), Map.of());

        cancel(appointment);

        Eventually.assertThatSoon(() -> offers(entry).size()).isEqualTo(1);
        assertThat(mailsTo("parent")).hasSize(1);
    }

    @Test
    void givesTheVisitToWhoeverAccepts() {
        String appointment = clinic.book(slot).id();
        String entry = waits(patient("other"), Map.of());
        cancel(appointment);
        Eventually.assertThatSoon(() -> offers(entry).size()).isEqualTo(1);
        Api patient = People.signInByLink(address("other"));

        String offer = offers(entry).getFirst().path("id").asString();
        Api.Answer accepted = patient.post(clinic.path("waiting-list/" + entry + "/offers/" + offer + "/accept"), null);

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(201);
        assertThat(patient.get(clinic.path("appointments/" + accepted.id())).text("start"))
                .isEqualTo(slot);
        JsonNode now = entry(entry);
        assertThat(now.path("status").asString()).isEqualTo("BOOKED");
        assertThat(now.path("appointmentId").asString()).isEqualTo(accepted.id());
        assertThat(offers(entry).getFirst().path("reply").asString()).isEqualTo("ACCEPTED");
        assertThat(patient.post(clinic.path("waiting-list/" + entry + "/offers/" + offer + "/accept"), null)
                        .status())
                .as("twice")
                .isEqualTo(404);
    }

    @Test
    void asksTheNextWhenOneDeclines() {
        String appointment = clinic.book(slot).id();
        String first = waits(patient("other"), Map.of());
        String second = waits(patient("late"), Map.of());
        cancel(appointment);
        Eventually.assertThatSoon(() -> offers(first).size()).isEqualTo(1);

        String offer = offers(first).getFirst().path("id").asString();
        assertThat(desk.post(clinic.path("waiting-list/" + first + "/offers/" + offer + "/decline"), null)
                        .status())
                .isEqualTo(204);

        Eventually.assertThatSoon(() -> offers(second).size()).isEqualTo(1);
        assertThat(entry(first).path("status").asString()).isEqualTo("WAITING");
    }

    @Test
    void asksTheNextAsWellAfterAWhileAndLetsTheFirstWhoAcceptsHaveIt() {
        String appointment = clinic.book(slot).id();
        String first = waits(patient("other"), Map.of());
        String second = waits(patient("late"), Map.of());
        cancel(appointment);
        Eventually.assertThatSoon(() -> offers(first).size()).isEqualTo(1);
        assertThat(offers(second)).isEmpty();

        twoHoursLater(first);

        assertThat(offers(second)).hasSize(1);
        assertThat(accept(second).status()).isEqualTo(201);
        assertThat(accept(first).text("code")).isEqualTo("slot-taken");
        assertThat(entry(first).path("status").asString()).isEqualTo("WAITING");
    }

    @Test
    void offersNothingThatTheFrontDeskGaveAwayMeanwhile() {
        String appointment = clinic.book(slot).id();
        String entry = waits(patient("other"), Map.of());
        String moved = clinic.start(2, 6);
        desk.patch(clinic.path("appointments/" + appointment), Map.of("start", moved));
        Eventually.assertThatSoon(() -> offers(entry).size()).isEqualTo(1);

        assertThat(clinic.book(slot).status()).isEqualTo(201);

        assertThat(accept(entry).text("code")).isEqualTo("slot-taken");
    }

    @Test
    void endsTheWaitOfWhoeverIsBookedByAnotherDoor() {
        String patient = patient("other");
        String entry = waits(patient, Map.of());
        Map<String, String> booking = new HashMap<>(clinic.booking(clinic.start(2, 8)));
        booking.put("patientId", patient);

        assertThat(desk.post(clinic.path("appointments"), booking).status()).isEqualTo(201);

        assertThat(entry(entry).path("status").asString()).isEqualTo("BOOKED");
    }

    @Test
    void refusesWishesThatNobodyCanMeet() {
        String patient = patient("other");
        assertThat(field(add(patient, Map.of("lastDate", "2020-01-01", "firstDate", "2020-01-01"))))
                .isEqualTo("lastDate");
        assertThat(field(add(patient, Map.of("fromTime", "18:00")))).isEqualTo("toTime");
        assertThat(field(add(UUID.randomUUID().toString(), Map.of()))).isEqualTo("patientId");
        assertThat(field(add(patient, Map.of("serviceId", UUID.randomUUID().toString()))))
                .isEqualTo("serviceId");
    }

    private static String field(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("field").asString();
    }

    private String patient(String name) {
        return desk.post(clinic.path("patients"), Map.of("name", name, "email", address(name)))
                .id();
    }

    private String address(String name) {
        return name + "-" + clinic.id + "@example.com";
    }

    private List<String> mailsTo(String name) {
        return People.mailsTo(address(name));
    }

    private String waits(String patientId, Map<String, String> more) {
        return add(patientId, more).id();
    }

    private Api.Answer add(String patientId, Map<String, String> more) {
        Map<String, String> wish = new HashMap<>(
                Map.of("patientId", patientId, "serviceId", clinic.serviceId, "firstDate", day, "lastDate", day));
        wish.putAll(more);
        return desk.post(clinic.path("waiting-list"), wish);
    }

    private void cancel(String appointment) {
        assertThat(desk.post(clinic.path("appointments/" + appointment + "/cancel"), null)
                        .status())
                .isEqualTo(200);
    }

    private Api.Answer accept(String entry) {
        String offer = offers(entry).getFirst().path("id").asString();
        return desk.post(clinic.path("waiting-list/" + entry + "/offers/" + offer + "/accept"), null);
    }

    private JsonNode entry(String id) {
        return desk.get(clinic.path("waiting-list"))
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> offers(String entry) {
        return entry(entry).path("offers").valueStream().toList();
    }

    /** The time in which the entry's receiver was asked alone is over, and the job looks again. */
    private void twoHoursLater(String entry) {
        UUID freed = CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> Objects.requireNonNull(TestServer.bean(TransactionTemplate.class)
                        .execute(_ -> TestServer.bean(JdbcClient.class)
                                .sql(
                                        "update waiting_offer set alone_until = now() where entry_id = ? returning freed_time_id")
                                .param(UUID.fromString(entry))
                                .query(UUID.class)
                                .single())));
        CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> TestServer.bean(FreedTimes.class).run(freed));
    }
}
