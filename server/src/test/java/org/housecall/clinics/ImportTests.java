package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api admin = clinic.administrator;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void guessesWhatIsInAFile() {
        Api.Answer checked = check(file("""
                First name,Last name,E-mail,Phone,Date of birth,Shoe size
                Ida,Berg,ida@example.com,1,12/31/1980,38
                """));

        assertThat(words(checked.json().path("columns")))
                .containsExactly("FIRST_NAME", "LAST_NAME", "EMAIL", "PHONE", "BIRTH_DATE", "IGNORED");
        assertThat(checked.text("dates")).isEqualTo("MONTH_FIRST");
        assertThat(checked.text("delimiter")).isEqualTo(",");
        assertThat(checked.json().path("rows").asInt()).isEqualTo(1);
        assertThat(checked.json().path("bad").asInt()).isZero();
        assertThat(patients("")).hasSize(1);
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        String german = "Vorname;Nachname;E-Mail;Geburtsdatum\r\nZoë;\"Müller; geb. Öß\";zoe@example.com;5.3.1980\r\n";
        for (byte[] bytes : List.of(
                german.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + german).getBytes(StandardCharsets.UTF_8),
                german.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + german.replace(';', '\t').replace("Müller\t", "Müller;"))
                        .getBytes(StandardCharsets.UTF_16LE))) {
            SampleClinic other = new SampleClinic(admin);
            Map<String, Object> file = Map.of("file", Base64.getEncoder().encodeToString(bytes));

            Api.Answer done = admin.post(other.path("patients/imports"), file);

            assertThat(done.status()).as(done.toString()).isEqualTo(201);
            JsonNode patient = admin.get(other.path("patients?query=zo"))
                    .json()
                    .path("items")
                    .path(0);
            assertThat(patient.path("name").asString()).isEqualTo("Zoë Müller; geb. Öß");
            assertThat(patient.path("birthDate").asString()).isEqualTo("1980-03-05");
        }
    }

    @Test
    void namesEveryBadRowAndWritesNothing() {
        Api.Answer checked = check(file("""
                Name;E-Mail;Phone;Birth date;Time zone;Language;Guardian;Guardian phone
                ;a@example.com;;;;;;
                Nobody;;;;;;;
                Odd mail;not-one;;;;;;
                Odd date;;1;31.2.1980;;;;
                Odd zone;;1;;Mars/Base;;;
                Odd language;;1;;;klingon;;
                Odd guardian;;1;;;;;2
                Good;;;;;;Mother;3
                """));

        assertThat(checked.json()
                        .path("wrong")
                        .valueStream()
                        .map(it -> it.path("line").asInt() + " "
                                + it.path("column").asString()))
                .containsExactly(
                        "2 NAME", "3 EMAIL", "4 EMAIL", "5 BIRTH_DATE", "6 TIME_ZONE", "7 LANGUAGE", "8 GUARDIAN_NAME");
        assertThat(checked.json().path("wrong").path(3).path("message").asString())
                .contains("1980-12-31");
        assertThat(checked.json().path("bad").asInt()).isEqualTo(7);
        assertThat(patients("")).hasSize(1);
    }

    @Test
    void takesTheMappingThatIsGiven() {
        Map<String, Object> file = file("""
                What,Whence,When
                Ida Berg,1234,3/4/1980
                """);
        file.put("columns", List.of("NAME", "PHONE", "BIRTH_DATE"));
        file.put("dates", "MONTH_FIRST");

        run(file);

        assertThat(patients("ida").getFirst().path("birthDate").asString()).isEqualTo("1980-03-04");
        file.put("columns", List.of("NAME", "NAME", "PHONE"));
        assertThat(check(file).status()).isEqualTo(422);
        file.put("columns", List.of("NAME"));
        assertThat(check(file).status()).isEqualTo(422);
    }

    @Test
    void leavesOutLikelyDuplicatesUnlessTheyAreWanted() {
        admin.post(clinic.path("patients"), Map.of("name", "Johanna Meier", "phone", "1", "birthDate", "1980-03-05"));
        Map<String, Object> file = file("""
                Name,Phone,Birth date
                Johana Meier,2,1980-03-05
                Peter Sand,3,
                Peter Sand,3,
                """);

        JsonNode suspects = check(file).json().path("suspects");

        assertThat(suspects.size()).isEqualTo(2);
        assertThat(suspects.path(0).path("known").path(0).path("likeness").asString())
                .isEqualTo("BIRTH_DATE");
        assertThat(suspects.path(1).path("sameAs").asInt()).isEqualTo(3);
        Api.Answer done = run(file);
        assertThat(done.json().path("created").asInt()).isEqualTo(1);
        assertThat(done.json().path("skipped").asInt()).isEqualTo(2);
        file.put("addDuplicates", true);
        assertThat(run(file).json().path("created").asInt()).isEqualTo(3);
    }

    @Test
    void writesToNobodyButLetsThemIn() {
        String email = "imported-" + unique + "@example.com";

        run(file("Name,Email\nIda Berg," + email + "\n"));

        assertThat(People.mailsTo(email)).isEmpty();
        assertThat(People.signInByLink(email).get(clinic.path("appointments")).status())
                .isEqualTo(200);
    }

    @Test
    void takesAnImportBackButForWhatIsInUse() {
        String email = "imported-" + unique + "@example.com";
        String id = run(file("Name,Email,Phone\nFree One," + email
                        + ",\nBooked One,,1\nChanged One,,2\nKept One,,3\nGone One,,4\nGuarding One,,5\n"))
                .text("id");
        Api freeOne = People.signInByLink(email);
        admin.post(clinic.path("appointments"), booking(idOf("Booked")));
        admin.patch(clinic.path("patients/" + idOf("Changed")), Map.of("name", "Changed Name"));
        admin.post(clinic.path("patients/" + idOf("Kept") + "/merge"), Map.of("otherId", idOf("Gone")));
        admin.post(
                clinic.path("patients"),
                Map.of("name", "Child", "guardians", List.of(Map.of("patientId", idOf("Guarding")))));

        Api.Answer undone = admin.post(clinic.path("patients/imports/" + id + "/undo"), null);

        assertThat(undone.json().path("removed").asInt()).isEqualTo(1);
        assertThat(undone.json()
                        .path("kept")
                        .valueStream()
                        .map(it -> it.path("name").asString() + " "
                                + it.path("reason").asString()))
                .containsExactly(
                        "Booked One BOOKED", "Changed Name CHANGED", "Guarding One GUARDIAN", "Kept One MERGED");
        assertThat(patients("free")).isEmpty();
        assertThat(freeOne.get(clinic.path("appointments")).status()).isEqualTo(404);
        assertThat(admin.get(clinic.path("patients/imports/" + id)).text("undoneAt"))
                .isNotEmpty();
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(check(file("")).status()).isEqualTo(422);
        assertThat(check(file("Name,Phone\n")).status()).isEqualTo(422);
        assertThat(check(Map.of("file", "no base64!")).status()).isEqualTo(422);
        String tooMany = "Name,Phone\n" + "A,1\n".repeat(5001);
        assertThat(check(file(tooMany)).body()).contains("5,000");
        assertThat(check(file("Name,Phone\nA\0B,1\n")).json().path("bad").asInt())
                .isEqualTo(1);
    }

    @Test
    void importsAsMuchAsItMay() {
        String rows = IntStream.range(0, 5000)
                .mapToObj(i -> "Person %04x %s,%s-%d@example.com,19%02d-%02d-01"
                        .formatted(i * 7919 % 65536, unique, unique, i, i % 90, 1 + i % 12))
                .collect(Collectors.joining("\n"));
        Map<String, Object> file = file("Name,Email,Birth date\n" + rows);
        file.put("addDuplicates", true);

        assertThat(run(file).json().path("created").asInt()).isEqualTo(5000);
    }

    private Map<String, Object> file(String text) {
        Map<String, Object> file = new HashMap<>();
        file.put("file", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        file.put("fileName", "people.csv");
        return file;
    }

    private Api.Answer check(Map<String, Object> file) {
        return admin.post(clinic.path("patients/imports/check"), file);
    }

    private Api.Answer run(Map<String, Object> file) {
        Api.Answer done = admin.post(clinic.path("patients/imports"), file);
        assertThat(done.status()).as(done.toString()).isEqualTo(201);
        return done;
    }

    private List<JsonNode> patients(String query) {
        return admin.get(clinic.path("patients?query=" + query))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private String idOf(String name) {
        return patients(name).getFirst().path("id").asString();
    }

    private Map<String, String> booking(String patientId) {
        Map<String, String> booking = new HashMap<>(clinic.booking(clinic.start(1, 0)));
        booking.put("patientId", patientId);
        return booking;
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
