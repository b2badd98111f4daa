package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class MergeTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api frontDesk = clinic.administrator;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String token =
            frontDesk.post("/api/v1/api-tokens", Map.of("name", "machine")).text("token");

    @Test
    void findsWhoIsLikelyToBeThereTwice() {
        String one = add("Johanna Meier", Map.of("phone", "1", "birthDate", "1980-03-05"));
        String misspelt = add("Johana Maier", Map.of("phone", "2", "birthDate", "1980-03-05"));
        String mail = add("Peter Sand", Map.of("email", "sand-" + unique + "@example.com"));
        String sameMail = add("Sand, Peter", Map.of("email", "sand-" + unique + "@example.com"));
        String phone = add("Rita Lorenzo", Map.of("phone", "+49 170 555 666"));
        String samePhone = add("Rita Lorenzo", Map.of("phone", "0170 555666"));
        add("Theo Kurz", Map.of("phone", "030 777888", "birthDate", "2015-01-01")); // brothers, one phone
        add("Emil Kurz", Map.of("phone", "030 777888", "birthDate", "2017-01-01"));
        add("Wilma Ott", Map.of("phone", "3", "birthDate", "1980-03-05")); // the same day, somebody else

        List<String> pairs = new ArrayList<>();
        frontDesk
                .get(clinic.path("patients/duplicates"))
                .json()
                .path("items")
                .forEach(pair -> pairs.add(pair.path("likeness").asString() + " "
                        + pair.path("one").path("id").asString() + " "
                        + pair.path("other").path("id").asString()));

        assertThat(pairs)
                .containsExactly(
                        "BIRTH_DATE " + one + " " + misspelt,
                        "EMAIL " + mail + " " + sameMail,
                        "PHONE " + phone + " " + samePhone);
    }

    @Test
    void asksWhetherSomebodyNewIsKnown() {
        String known = add("Johanna Meier", Map.of("phone", "1", "birthDate", "1980-03-05"));
        Map<String, String> person = Map.of("name", "Johana Meier", "phone", "2", "birthDate", "1980-03-05");

        Api.Answer similar = frontDesk.post(clinic.path("patients/similar"), person);

        assertThat(similar.json().path("items").size()).isEqualTo(1);
        assertThat(similar.json()
                        .path("items")
                        .path(0)
                        .path("patient")
                        .path("id")
                        .asString())
                .isEqualTo(known);
        assertThat(frontDesk
                        .post(clinic.path("patients/similar"), Map.of("name", "Somebody Else", "phone", "9"))
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void makesOneRecordOfTwo() {
        String kept = add("Johanna Meier", Map.of("phone", "1"));
        String other = add("Johana Meier", Map.of("phone", "2", "birthDate", "1980-03-05"));
        String child = frontDesk
                .post(
                        clinic.path("patients"),
                        Map.of("name", "Child", "guardians", List.of(Map.of("patientId", other))))
                .id();
        frontDesk.patch(patient(other), Map.of("guardians", List.of(Map.of("name", "Olaf", "phone", "3"))));
        String appointment = book(other, clinic.start(1, 0)).id();

        Api.Answer merged = merge(kept, other, Map.of("birthDate", "OTHER"));

        assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
        assertThat(merged.text("name")).isEqualTo("Johanna Meier");
        assertThat(merged.text("phone")).isEqualTo("1");
        assertThat(merged.text("birthDate")).isEqualTo("1980-03-05");
        assertThat(merged.json().path("guardians").path(0).path("name").asString())
                .isEqualTo("Olaf");
        assertThat(frontDesk.get(clinic.path("appointments/" + appointment)).text("patientId"))
                .isEqualTo(kept);
        assertThat(frontDesk
                        .get(patient(child))
                        .json()
                        .path("guardians")
                        .path(0)
                        .path("patientId")
                        .asString())
                .isEqualTo(kept);
        assertThat(actions(kept)).contains("PATIENTS_MERGED");
        assertThat(actions(other)).contains("PATIENTS_MERGED");
    }

    @Test
    void letsTheKeptRecordWaitOn() {
        String kept = add("A", Map.of("phone", "1"));
        String other = add("B", Map.of("phone", "1"));
        String tomorrow = clinic.start(1, 0).substring(0, 10);
        String entry = frontDesk
                .post(
                        clinic.path("waiting-list"),
                        Map.of(
                                "patientId",
                                other,
                                "serviceId",
                                clinic.serviceId,
                                "firstDate",
                                tomorrow,
                                "lastDate",
                                tomorrow))
                .id();

        assertThat(merge(kept, other, Map.of()).status()).isEqualTo(200);

        assertThat(frontDesk
                        .get(clinic.path("waiting-list"))
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("id").asString().equals(entry))
                        .map(it -> it.path("patientId").asString()))
                .containsExactly(kept);
    }

    @Test
    void leadsFromTheOldIdToTheKeptRecordAndNowhereElse() {
        String first = add("A", Map.of("phone", "1"));
        String second = add("B", Map.of("phone", "1"));
        String third = add("C", Map.of("phone", "1"));
        merge(second, first, Map.of());
        merge(third, second, Map.of());

        for (String gone : List.of(first, second)) {
            Api.Answer answer = frontDesk.get(patient(gone));
            assertThat(answer.status()).isEqualTo(301);
            assertThat(answer.header("Location")).endsWith("/patients/" + third);
            assertThat(frontDesk.patch(patient(gone), Map.of("name", "D")).status())
                    .isEqualTo(404);
            assertThat(book(gone, clinic.start(1, 0)).status()).isEqualTo(422);
        }
        assertThat(merge(first, third, Map.of()).status()).isEqualTo(404);
        assertThat(merge(third, first, Map.of()).status()).isEqualTo(422);
        assertThat(merge(third, third, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void tellsNobodyWhoMayNotSeeTheKeptRecordWhereItIs() {
        String email = "new-doctor-" + unique + "@example.com";
        clinic.addDoctor(email);
        Api doctor = People.acceptInvitation(email);
        String kept = add("A", Map.of("phone", "1"));
        String other = add("B", Map.of("phone", "1"));
        merge(kept, other, Map.of());

        assertThat(doctor.get(patient(other)).status()).isEqualTo(404);
    }

    @Test
    void letsTheDoctorOfEitherRecordSeeTheKeptOne() {
        String email = "treating-" + unique + "@example.com";
        String doctorId = clinic.addDoctor(email);
        Api doctor = People.acceptInvitation(email);
        String service = clinic.addService("IN_PERSON", doctorId);
        String kept = add("A", Map.of("phone", "1"));
        String other = add("B", Map.of("phone", "1"));
        frontDesk.post(
                clinic.path("appointments"),
                Map.of("doctorId", doctorId, "serviceId", service, "patientId", other, "start", clinic.start(1, 0)));
        assertThat(doctor.get(patient(kept)).status()).isEqualTo(404);

        merge(kept, other, Map.of());

        assertThat(doctor.get(patient(kept)).status()).isEqualTo(200);
        assertThat(doctor.get(patient(other)).status()).isEqualTo(301);
    }

    @Test
    void keepsTwoAccountsTwoAndLetsTheOthersOwnerInNowhere() {
        String keptMail = "kept-" + unique + "@example.com";
        String otherMail = "other-" + unique + "@example.com";
        String kept = add("Ana Lima", Map.of("email", keptMail));
        String other = add("Ana Lima", Map.of("email", otherMail));
        String start = clinic.start(1, 0);
        book(other, start);
        Api keptOwner = People.signInByLink(keptMail);
        Api otherOwner = People.signInByLink(otherMail);

        merge(kept, other, Map.of());

        assertThat(starts(keptOwner)).containsExactly(start);
        assertThat(otherOwner.get(clinic.path("appointments")).status()).isEqualTo(404);
        assertThat(otherOwner.get("/api/v1/session").text("email")).isEqualTo(otherMail);
    }

    @Test
    void goesWithTheAddressThatStaffKeep() {
        String keptMail = "kept-" + unique + "@example.com";
        String otherMail = "other-" + unique + "@example.com";
        String kept = add("Ana Lima", Map.of("email", keptMail));
        String other = add("Ana Lima", Map.of("email", otherMail));
        String start = clinic.start(1, 0);
        book(kept, start);
        Api keptOwner = People.signInByLink(keptMail);
        Api otherOwner = People.signInByLink(otherMail);

        assertThat(merge(kept, other, Map.of("email", "OTHER")).text("email")).isEqualTo(otherMail);

        assertThat(keptOwner.get(clinic.path("appointments")).status()).isEqualTo(404);
        assertThat(starts(otherOwner)).containsExactly(start);
    }

    @Test
    void refusesToLeaveSomebodyUnreachable() {
        String kept = frontDesk
                .post(
                        clinic.path("patients"),
                        Map.of("name", "Child", "guardians", List.of(Map.of("patientId", clinic.patientId))))
                .id();

        assertThat(merge(kept, clinic.patientId, Map.of()).status()).isEqualTo(422);
        assertThat(frontDesk.get(patient(clinic.patientId)).status()).isEqualTo(200);
    }

    @Test
    void mergesEachRecordOnceHoweverManyTry() throws Exception {
        String one = add("A", Map.of("phone", "1"));
        String two = add("B", Map.of("phone", "2"));
        List<Callable<Api.Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String kept = i % 2 == 0 ? one : two;
            String other = i % 2 == 0 ? two : one;
            attempts.add(() -> frontDesk.withToken(token).post(patient(kept) + "/merge", Map.of("otherId", other)));
        }

        List<Integer> statuses = statuses(attempts);

        assertThat(statuses).containsOnlyOnce(200).allMatch(it -> it == 200 || it == 404 || it == 422);
    }

    @Test
    void givesWayToWhoeverHoldsARecordForLong() {
        String kept = add("A", Map.of("phone", "1"));
        String other = add("B", Map.of("phone", "2"));

        CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> TestServer.bean(TransactionTemplate.class).execute(_ -> {
                    TestServer.bean(JdbcClient.class)
                            .sql("select id from patient where id = ? for key share")
                            .param(UUID.fromString(other))
                            .query((row, number) -> row.getString(1))
                            .list();
                    Api.Answer blocked = merge(kept, other, Map.of());
                    assertThat(blocked.status()).isEqualTo(409);
                    assertThat(blocked.text("code")).isEqualTo("patient-busy");
                    return true;
                }));

        assertThat(merge(kept, other, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void losesNoAppointmentThatIsBookedMeanwhile() throws Exception {
        String kept = add("A", Map.of("phone", "1"));
        String other = add("B", Map.of("phone", "2"));
        List<Callable<Api.Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String start = clinic.start(2 + i / 20, i % 20);
            attempts.add(() -> frontDesk.withToken(token).post(clinic.path("appointments"), booking(other, start)));
        }
        attempts.add(10, () -> frontDesk.withToken(token).post(patient(kept) + "/merge", Map.of("otherId", other)));

        List<Integer> statuses = statuses(attempts);

        assertThat(statuses).containsOnlyOnce(200).allMatch(it -> it == 200 || it == 201 || it == 422);
        long booked = statuses.stream().filter(it -> it == 201).count();
        assertThat(frontDesk
                        .get(clinic.path("appointments?patientId=" + kept))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo((int) booked);
    }

    /** A new table that refers to patients has to follow a merge and hold back the undoing of an import: see whoever listens to {@link Patient.Merged}. */
    @Test
    void knowsEveryTableThatRefersToPatients() {
        Set<String> referring = new HashSet<>(TestServer.bean(JdbcClient.class)
                .sql("""
                        select conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid = 'patient'::regclass""")
                .query((row, number) -> row.getString(1))
                .list());

        assertThat(referring)
                .containsExactlyInAnyOrder(
                        "appointment",
                        "guardian",
                        "merged_patient",
                        "patient_doctor",
                        "patients_told_apart",
                        "waiting_entry");
    }

    private List<Integer> statuses(List<Callable<Api.Answer>> attempts) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(attempts.size())) {
            for (Future<Api.Answer> answer : threads.invokeAll(attempts)) {
                statuses.add(answer.get().status());
            }
        }
        return statuses;
    }

    private String add(String name, Map<String, String> more) {
        Map<String, String> record = new HashMap<>(more);
        record.put("name", name);
        return frontDesk.post(clinic.path("patients"), record).id();
    }

    private Api.Answer merge(String kept, String other, Map<String, String> keep) {
        return frontDesk.post(patient(kept) + "/merge", Map.of("otherId", other, "keep", keep));
    }

    private Api.Answer book(String patientId, String start) {
        return frontDesk.post(clinic.path("appointments"), booking(patientId, start));
    }

    private Map<String, String> booking(String patientId, String start) {
        Map<String, String> booking = new HashMap<>(clinic.booking(start));
        booking.put("patientId", patientId);
        return booking;
    }

    private String patient(String id) {
        return clinic.path("patients/" + id);
    }

    private List<String> starts(Api patient) {
        return patient.get(clinic.path("appointments"))
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("start").asString())
                .toList();
    }

    private List<String> actions(String subject) {
        return CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> TestServer.bean(TransactionTemplate.class)
                        .execute(_ -> TestServer.bean(JdbcClient.class)
                                .sql("select action from audit_entry where subject = ?")
                                .param(UUID.fromString(subject))
                                .query((row, number) -> row.getString(1))
                                .list()));
    }
}
