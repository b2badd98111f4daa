package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PatientTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api frontDesk = clinic.administrator;
    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void keepsAllThatARecordSays() {
        Api.Answer created = frontDesk.post(
                clinic.path("patients"),
                Map.of(
                        "name", " Ida Berg ",
                        "email", "Ida-" + unique + "@Example.com",
                        "phone", "+49 170 1234567",
                        "birthDate", "1980-03-05",
                        "timeZone", "Europe/Berlin",
                        "language", "de-AT",
                        "guardians", List.of(Map.of("name", "Olaf Berg", "relationship", "son", "phone", "0171 1"))));

        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        Api.Answer shown = frontDesk.get(patient(created.id()));
        assertThat(shown.text("name")).isEqualTo("Ida Berg");
        assertThat(shown.text("email")).isEqualTo("ida-" + unique + "@example.com");
        assertThat(shown.text("birthDate")).isEqualTo("1980-03-05");
        assertThat(shown.text("language")).isEqualTo("de-AT");
        assertThat(shown.json().path("guardians").path(0).path("relationship").asString())
                .isEqualTo("son");
    }

    @Test
    void namesWhatARecordCannotSay() {
        assertThat(fieldOf(Map.of("name", "A"))).isEqualTo("email");
        assertThat(fieldOf(Map.of("name", "A", "phone", "1", "birthDate", "2999-01-01")))
                .isEqualTo("birthDate");
        assertThat(fieldOf(Map.of("name", "A", "phone", "1", "language", "klingon")))
                .isEqualTo("language");
        assertThat(fieldOf(Map.of("name", "A", "phone", "1", "timeZone", "Mars/Base")))
                .isEqualTo("timeZone");
        assertThat(fieldOf(Map.of("name", "A", "phone", "1", "guardians", List.of(Map.of("phone", "1")))))
                .isEqualTo("guardians[0].name");
        String stranger = new SampleClinic(frontDesk).patientId;
        assertThat(fieldOf(Map.of("name", "A", "phone", "1", "guardians", List.of(Map.of("patientId", stranger)))))
                .isEqualTo("guardians[0].patientId");
    }

    @Test
    void reachesAChildThroughAGuardian() {
        String child = frontDesk
                .post(
                        clinic.path("patients"),
                        Map.of("name", "Child", "guardians", List.of(Map.of("patientId", clinic.patientId))))
                .id();

        Api.Answer guardian = frontDesk.get(patient(clinic.patientId));
        assertThat(frontDesk
                        .get(patient(child))
                        .json()
                        .path("guardians")
                        .path(0)
                        .path("email")
                        .asString())
                .isEqualTo(guardian.text("email"));
        Patient record = inClinic(() ->
                TestServer.bean(Patients.class).find(UUID.fromString(child)).orElseThrow());
        assertThat(record.email()).isNull();
        assertThat(record.mailAddress()).isEqualTo(guardian.text("email"));

        Api.Answer silent = frontDesk.patch(patient(clinic.patientId), Map.of("email", ""));
        assertThat(silent.status()).isEqualTo(422);
        frontDesk.patch(patient(clinic.patientId), Map.of("email", "", "phone", "12345"));
        assertThat(frontDesk
                        .patch(patient(clinic.patientId), Map.of("phone", ""))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void changesWhatIsSaidAndLeavesTheRest() {
        String path = patient(add("Ana Lima", Map.of("phone", "1", "birthDate", "1980-03-05", "language", "pt")));

        Api.Answer changed = frontDesk.patch(path, Map.of("name", "Ana Sousa", "birthDate", ""));

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("name")).isEqualTo("Ana Sousa");
        assertThat(changed.text("birthDate")).isEmpty();
        assertThat(changed.text("language")).isEqualTo("pt");
        assertThat(frontDesk.patch(path, Map.of("name", " ")).status()).isEqualTo(422);
        assertThat(frontDesk.patch(path, Map.of("birthDate", "5.3.1980")).status())
                .isEqualTo(422);
        Api.Answer stale = frontDesk.send("PATCH", path, Map.of("name", "Late"), Map.of("If-Match", "\"1\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(frontDesk.get(path).text("name")).isEqualTo("Ana Sousa");
    }

    @Test
    void leadsARecordsNewAddressToItsOwnAccountAndTheOldOneToNothing() {
        String before = "before-" + unique + "@example.com";
        String after = "after-" + unique + "@example.com";
        String id = add("Ana Lima", Map.of("email", before));
        String start = clinic.start(1, 0);
        frontDesk.post(
                clinic.path("appointments"),
                Map.of("doctorId", clinic.doctorId, "serviceId", clinic.serviceId, "patientId", id, "start", start));
        Api old = People.signInByLink(before);
        assertThat(appointments(old)).containsExactly(start);

        frontDesk.patch(patient(id), Map.of("email", after));

        assertThat(old.get(clinic.path("appointments")).status()).isEqualTo(404);
        assertThat(old.get("/api/v1/session").text("email")).isEqualTo(before);
        assertThat(appointments(People.signInByLink(after))).containsExactly(start);
    }

    @Test
    void leavesAnAccountItsOtherRecords() {
        String shared = "shared-" + unique + "@example.com";
        add("Parent", Map.of("email", shared));
        String child = add("Child", Map.of("email", shared));
        Api parent = People.signInByLink(shared);

        frontDesk.patch(patient(child), Map.of("email", "grown-up-" + unique + "@example.com"));

        assertThat(parent.get(clinic.path("appointments")).status()).isEqualTo(200);
        assertThat(parent.get(clinic.path("me")).json().path("patients").toString())
                .contains("Parent")
                .doesNotContain("Child");
    }

    @Test
    void findsByNameMailPhoneAndBirthDate() {
        String id = add(
                "Zoë Müller",
                Map.of(
                        "email",
                        "zm-" + unique + "@example.com",
                        "phone",
                        "0049-170-1234567",
                        "birthDate",
                        "1980-03-05"));
        add("Zoran Maier", Map.of("phone", "030 555"));

        for (String query : List.of(
                "zoë",
                "MÜLLER",
                "mül zoë",
                "zm-" + unique,
                "%2B49 170 12",
                "0170 1234567",
                "(0170) 12-34",
                "1980-03-05",
                "5.3.1980",
                "3/5/1980",
                "müller 5.3.1980")) {
            assertThat(found(query)).as(query).containsExactly(id);
        }
        for (String query : List.of("müller 1981-03-05", "zoran 170", "%25", "_____", "0170 999")) {
            assertThat(found(query)).as(query).isEmpty();
        }
        assertThat(found("")).hasSize(3);
    }

    @Test
    void showsPageAfterPageOfWhatIsFound() {
        List<String> added = List.of(
                add("Berta Sand", Map.of("phone", "1")),
                add("Anton Sand", Map.of("phone", "1")),
                add("Cara Sand", Map.of("phone", "1")));

        Api.Answer first = frontDesk.get(clinic.path("patients?limit=2&query=sand"));
        Api.Answer second =
                frontDesk.get(clinic.path("patients?limit=2&query=sand&cursor=" + first.text("nextCursor")));

        assertThat(ids(first)).containsExactly(added.get(1), added.get(0));
        assertThat(ids(second)).containsExactly(added.get(2));
        assertThat(second.text("nextCursor")).isEmpty();
    }

    @Test
    void showsADoctorOnlyThoseTheyTreatHoweverTheySearch() {
        String email = "treating-" + unique + "@example.com";
        String doctorId = clinic.addDoctor(email);
        Api doctor = People.acceptInvitation(email);
        String service = clinic.addService("IN_PERSON", doctorId);
        String treated = add("Berta Sand", Map.of("phone", "0170 1234567"));
        add("Anton Sand", Map.of("phone", "0170 1234567"));
        frontDesk.post(
                clinic.path("appointments"),
                Map.of("doctorId", doctorId, "serviceId", service, "patientId", treated, "start", clinic.start(1, 0)));

        for (String query : List.of("", "sand", "1234567")) {
            assertThat(ids(doctor.get(clinic.path("patients?query=" + query))))
                    .as(query)
                    .containsExactly(treated);
        }
    }

    /** Row-level security keeps indexes from searches by parts of words; see ADR 20. */
    @Test
    void searchesByIndexUnderRowLevelSecurity() {
        inClinic(() -> TestServer.bean(TransactionTemplate.class).execute(transaction -> {
            transaction.setRollbackOnly(); // what others' plans are made from stays as it is
            jdbc.sql("""
                            insert into patient (clinic_id, id, name, phone, created_at)
                            select current_clinic(), gen_random_uuid(), md5(number::text), '1', now()
                            from generate_series(1, 20000) number""").update();
            jdbc.sql("reset role").update();
            jdbc.sql("analyze patient").update();
            jdbc.sql("set local role housecall_app").update();
            jdbc.sql("set local enable_seqscan = off").update();

            assertThat(plan("patient_to_find")).contains("patient_by_words");
            assertThat(plan("patient")).doesNotContain("patient_by_words");
            return true;
        }));
    }

    private String plan(String searched) {
        return String.join(
                "\n",
                jdbc.sql("explain select f.id from " + searched
                                + " f where f.words like '%berta%' order by lower(f.name), f.id limit 21")
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private <T> T inClinic(Supplier<T> work) {
        return CurrentClinic.in(UUID.fromString(clinic.id), work);
    }

    private String add(String name, Map<String, String> more) {
        Map<String, String> record = new HashMap<>(more);
        record.put("name", name);
        return frontDesk.post(clinic.path("patients"), record).id();
    }

    private String patient(String id) {
        return clinic.path("patients/" + id);
    }

    private List<String> found(String query) {
        return ids(frontDesk.get(clinic.path("patients?query=" + encoded(query))));
    }

    private static String encoded(String query) {
        return query.contains("%") ? query.replace(" ", "%20") : URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static List<String> ids(Api.Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private List<String> appointments(Api patient) {
        return patient.get(clinic.path("appointments"))
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("start").asString())
                .toList();
    }

    private String fieldOf(Map<String, ?> record) {
        Api.Answer answer = frontDesk.post(clinic.path("patients"), record);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("field").asString();
    }
}
