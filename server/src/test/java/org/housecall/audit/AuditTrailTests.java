package org.housecall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the trail holds, who may read it, and how it is searched and taken away. */
class AuditTrailTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api administrator = clinic.administrator;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void isFoundByWhoWhatWhomAndWhen() {
        Api admin = staff("admins", "Clinic Admin");
        Api receptionist = staff("receptionists", "Front Desk");
        String before = Instant.now().toString();
        receptionist.get(clinic.path("patients/" + clinic.patientId));
        String after = Instant.now().toString();
        administrator.get(clinic.path("patients/" + clinic.patientId));
        String who = receptionist.get("/api/v1/session").text("id");

        JsonNode byActor = only(admin, "actor=" + who + "&action=PATIENT_VIEWED");
        assertThat(byActor.path("actorName").asString()).isEqualTo("Front Desk");
        assertThat(byActor.path("subject").asString()).isEqualTo(clinic.patientId);
        assertThat(byActor.path("origin").asString()).isEqualTo("127.0.0.1");
        assertThat(Instant.parse(byActor.path("at").asString())).isBetween(Instant.parse(before), Instant.parse(after));
        assertThat(found(admin, "subject=" + clinic.patientId + "&action=PATIENT_VIEWED"))
                .hasSize(2);
        assertThat(only(admin, "action=PATIENT_VIEWED&from=" + before + "&to=" + after))
                .isEqualTo(byActor);
        assertThat(found(admin, "action=PATIENT_VIEWED&to=" + before)).isEmpty();
        assertThat(found(admin, "action=PATIENT_VIEWED&from=" + Instant.now())).isEmpty();
        assertThat(admin.get(clinic.path("audit?action=NOTHING_KNOWN")).status())
                .isEqualTo(422);
    }

    @Test
    void comesNewestFirstAndPageByPage() {
        for (int i = 0; i < 5; i++) {
            administrator.get(clinic.path("patients/" + clinic.patientId));
        }
        List<String> whole = ids(found(administrator, "action=PATIENT_VIEWED"));
        assertThat(whole).hasSize(5).isSortedAccordingTo((one, other) -> other.compareTo(one));

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = administrator
                    .get(clinic.path("audit?action=PATIENT_VIEWED&limit=2" + cursor))
                    .json();
            paged.addAll(ids(page.path("items").valueStream().toList()));
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void isForClinicAdminsOfTheClinicAndForAdministrators() {
        Api admin = staff("admins", "Clinic Admin");
        Api elsewhere = stranger();
        Api receptionist = staff("receptionists", "Front Desk");

        for (String path : List.of("audit", "audit/export", "audit/verification")) {
            assertThat(admin.get(clinic.path(path)).status()).as(path).isEqualTo(200);
            assertThat(administrator.get("/api/v1/" + path).status()).as(path).isEqualTo(200);
            assertThat(receptionist.get(clinic.path(path)).status()).as(path).isEqualTo(403);
            assertThat(admin.get("/api/v1/" + path).status()).as(path).isEqualTo(403);
            assertThat(elsewhere.get(clinic.path(path)).status()).as(path).isEqualTo(404);
            assertThat(TestServer.nobody().get(clinic.path(path)).status())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void keepsClinicsAndTheInstallationApart() {
        String other = new SampleClinic(administrator).patientId;

        assertThat(found(administrator, "subject=" + other)).isEmpty();
        assertThat(administrator
                        .get("/api/v1/audit?action=CLINIC_CREATED&subject=" + clinic.id)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(found(administrator, "action=CLINIC_CREATED")).isEmpty();
    }

    @Test
    void holdsReadsOfListsOnceAnHour() {
        Api receptionist = staff("receptionists", "Front Desk");
        clinic.book(clinic.start(1, 0));
        for (int i = 0; i < 3; i++) {
            receptionist.get(clinic.path("patients"));
            receptionist.get(clinic.path("patients?query=nobody-is-called-so"));
            receptionist.get(clinic.path("appointments"));
            receptionist.get(clinic.path("appointments?patientId=" + clinic.patientId));
        }
        administrator.get(clinic.path("patients"));

        String actor = "actor=" + receptionist.get("/api/v1/session").text("id");
        assertThat(only(administrator, "action=PATIENTS_LISTED&" + actor).has("subject"))
                .isFalse();
        assertThat(found(administrator, "action=PATIENTS_LISTED")).hasSize(2);
        assertThat(found(administrator, "action=APPOINTMENTS_LISTED&" + actor)).hasSize(2);
        assertThat(found(administrator, "action=APPOINTMENTS_LISTED&subject=" + clinic.patientId + "&" + actor))
                .hasSize(1);
    }

    @Test
    void holdsNothingOfAListThatShowedNobody() {
        administrator.get(clinic.path("patients?query=nobody-is-called-so"));
        administrator.get(clinic.path("appointments"));

        assertThat(found(administrator, "action=PATIENTS_LISTED")).isEmpty();
        assertThat(found(administrator, "action=APPOINTMENTS_LISTED")).isEmpty();
    }

    @Test
    void holdsWhoOpenedAVisitPageAndThatTheTrailWasRead() {
        String appointment = clinic.book(clinic.start(1, 0)).id();
        String link = administrator
                .get(clinic.path("appointments/" + appointment + "/visit-link"))
                .text("url");
        String page = "/api/v1/visits/" + link.substring(link.lastIndexOf('/') + 1);
        TestServer.nobody().get(page);
        TestServer.nobody().get(page);

        JsonNode viewed = only(administrator, "action=VISIT_VIEWED");
        assertThat(viewed.path("subject").asString()).isEqualTo(appointment);
        assertThat(viewed.has("actor")).isFalse();
        assertThat(viewed.path("origin").asString()).isEqualTo("127.0.0.1");

        administrator.get(clinic.path("audit/export?subject=" + appointment));
        assertThat(only(administrator, "action=AUDIT_EXPORTED").path("subject").asString())
                .isEqualTo(appointment);
        assertThat(found(administrator, "action=AUDIT_VIEWED")).hasSize(1);
    }

    @Test
    void isTakenAwayAsWhatNoSpreadsheetWorksOut() {
        String name = "=HYPERLINK(\"http://example.com\",\"x\")";
        Api receptionist = staff("receptionists", name);
        receptionist.get(clinic.path("patients/" + clinic.patientId));
        String who = receptionist.get("/api/v1/session").text("id");

        Api.Answer csv = administrator.get(clinic.path("audit/export?action=PATIENT_VIEWED&actor=" + who));

        JsonNode entry = only(administrator, "action=PATIENT_VIEWED&actor=" + who);
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit-trail.csv\"");
        assertThat(csv.body())
                .isEqualTo("\"id\",\"at\",\"actor\",\"actorName\",\"action\",\"subject\",\"origin\"\r\n"
                        + "\"%s\",\"%s\",\"%s\",\"'=HYPERLINK(\"\"http://example.com\"\",\"\"x\"\")\",\"PATIENT_VIEWED\",\"%s\",\"127.0.0.1\"\r\n"
                                .formatted(
                                        entry.path("id").asString(),
                                        entry.path("at").asString(),
                                        who,
                                        clinic.patientId));
    }

    @Test
    void isExportedWholeHoweverManyPagesItTakes() {
        ChainOfOwn many = new ChainOfOwn(UUID.fromString(clinic.id));
        many.write(1001);

        long exported =
                administrator.get(clinic.path("audit/export")).body().lines().count() - 1;

        assertThat(exported)
                .isEqualTo(many.in(() -> ChainOfOwn.app()
                        .sql("select count(*) from audit_entry")
                        .query(Long.class)
                        .single()));
    }

    @Test
    void namesNobodyWhoHasNothingToDoWithTheClinic() {
        UUID who = UUID.fromString(stranger().get("/api/v1/session").text("id"));
        new ChainOfOwn(UUID.fromString(clinic.id)).in(() -> {
            TestServer.bean(Audit.class).recordFor(who, Action.PATIENT_VIEWED, null);
            return true;
        });

        assertThat(only(administrator, "actor=" + who).has("actorName")).isFalse();
        assertThat(administrator.get(clinic.path("audit/export?actor=" + who)).body())
                .doesNotContain("Stranger");
        assertThat(administrator.get(clinic.path("audit?action=CLINIC_CREATED")).body())
                .doesNotContain("Stranger");
    }

    @Test
    void saysWhetherItIsUnbrokenAndSinceWhichHead() {
        assertThatSoon(() -> administrator
                        .get(clinic.path("audit/verification"))
                        .json()
                        .path("waiting")
                        .asLong())
                .isEqualTo(0L);
        JsonNode found = administrator.get(clinic.path("audit/verification")).json();
        assertThat(found.has("broken")).isFalse();
        assertThat(found.path("head").path("number").asLong())
                .isEqualTo(found.path("sealed").asLong())
                .isPositive();

        String head = "number=" + found.path("head").path("number").asLong() + "&hash=";
        String hash = found.path("head").path("hash").asString();
        assertThat(broken(head + hash)).isEmpty();
        assertThat(broken(head + "0".repeat(64))).isEqualTo("REWRITTEN");
        assertThat(broken("number=1000000&hash=" + hash)).isEqualTo("CUT_OFF");
    }

    private String broken(String keptHead) {
        return administrator
                .get(clinic.path("audit/verification?" + keptHead))
                .json()
                .path("broken")
                .path("kind")
                .asString("");
    }

    private Api staff(String kind, String name) {
        String address = kind + "-" + UUID.randomUUID() + "@example.com";
        administrator
                .post(clinic.path(kind), Map.of("name", name, "email", address))
                .id();
        return People.acceptInvitation(address);
    }

    private List<JsonNode> found(Api viewer, String filters) {
        Api.Answer answer = viewer.get(clinic.path("audit?" + filters));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private JsonNode only(Api viewer, String filters) {
        List<JsonNode> found = found(viewer, filters);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<String> ids(List<JsonNode> entries) {
        return entries.stream().map(it -> it.path("id").asString()).toList();
    }

    /** A clinic admin of another clinic. */
    private Api stranger() {
        SampleClinic other = new SampleClinic(administrator);
        String address = "stranger-" + unique + "@example.com";
        administrator
                .post(other.path("admins"), Map.of("name", "Stranger", "email", address))
                .id();
        return People.acceptInvitation(address);
    }
}
