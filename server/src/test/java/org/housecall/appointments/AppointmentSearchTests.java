package org.housecall.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointments.Criteria;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Finding appointments, and taking the list along. */
class AppointmentSearchTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private String almas = "";
    private String elifs = "";
    private String inPerson = "";
    private String secondDoctor = "";

    @BeforeEach
    void bookThree() {
        String second = "okafor-" + unique + "@example.com";
        secondDoctor = clinic.administrator
                .post(clinic.path("doctors"), Map.of("name", "Dr. Jonas Okafor", "email", second))
                .id();
        People.acceptInvitation(second);
        alwaysOpen(secondDoctor);
        String checkup = clinic.administrator
                .post(
                        clinic.path("services"),
                        Map.of(
                                "name",
                                "Travel check-up",
                                "mode",
                                "IN_PERSON",
                                "durationMinutes",
                                30,
                                "doctorIds",
                                List.of(secondDoctor)))
                .id();
        almas = book(clinic.doctorId, clinic.serviceId, patient("Alma Reyes", "+351 210 555 019"), 0);
        elifs = book(clinic.doctorId, clinic.serviceId, patient("Elif Aydın", null), 1);
        inPerson = book(secondDoctor, checkup, clinic.patientId, 2);
    }

    @Test
    void narrowsToSeveralStatusesAndDoctors() {
        clinic.administrator.post(clinic.path("appointments/" + almas + "/cancel"), Map.of("reason", "ill"));
        clinic.administrator.put(clinic.path("appointments/" + elifs + "/status"), Map.of("status", "CHECKED_IN"));

        assertThat(found("?status=CANCELLED&status=CHECKED_IN")).containsExactly(almas, elifs);
        assertThat(found("?status=BOOKED")).containsExactly(inPerson);
        assertThat(found("?doctorId=" + secondDoctor)).containsExactly(inPerson);
        assertThat(found("?doctorId=" + secondDoctor + "&doctorId=" + clinic.doctorId))
                .containsExactly(almas, elifs, inPerson);
    }

    @Test
    void narrowsToServiceAndMode() {
        assertThat(found("?mode=IN_PERSON")).containsExactly(inPerson);
        assertThat(found("?serviceId=" + clinic.serviceId)).containsExactly(almas, elifs);
    }

    @Test
    void findsByWordsOfWhateverOneRemembers() {
        clinic.administrator.post(clinic.path("appointments/" + elifs + "/cancel"), Map.of("reason", "caught the flu"));

        assertThat(found(query("alma"))).as("first name").containsExactly(almas);
        assertThat(found(query("reyes ALMA"))).as("words in any order").containsExactly(almas);
        assertThat(found(query("alma okafor"))).as("words of different visits").isEmpty();
        assertThat(found(query("okafor travel"))).as("doctor and service").containsExactly(inPerson);
        assertThat(found(query("alma-" + unique + "@"))).as("address").containsExactly(almas);
        assertThat(found(query("210555019"))).as("phone, without its gaps").containsExactly(almas);
        assertThat(found(query("210-555 019"))).as("phone, grouped otherwise").containsExactly(almas);
        assertThat(found(query("the flu"))).as("reason for cancelling").containsExactly(elifs);
        assertThat(found(query("100%"))).as("nothing stands for anything").isEmpty();
        assertThat(found(query("   "))).as("no words").hasSize(3);
    }

    @Test
    void goesOnFromPageToPage() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("?limit=1&status=BOOKED" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(it -> seen.add(it.path("id").asString()));
            cursor = page.path("nextCursor").asString("");
            assertThat(seen).as("pages end").hasSizeLessThan(4);
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(almas, elifs, inPerson);
    }

    @Test
    void namesTheFilterThatCannotBeRead() {
        for (String wrong : List.of("doctorId=me", "status=GONE", "mode=PHONE", "from=tomorrow", "serviceId=1")) {
            Api.Answer answer = clinic.administrator.get(clinic.path("appointments?" + wrong));
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.json().path("errors").path(0).path("field").asString())
                    .as(wrong)
                    .startsWith(wrong.replaceFirst("=.*", ""));
            assertThat(answer.body()).as(wrong).doesNotContain("java.");
        }
    }

    @Test
    void patientsFindNothingByWhatTheHouseCallsAService() {
        nameForPatients("Seeing a doctor");
        Api patient = People.signInByLink("alma-" + unique + "@example.com");

        assertThat(found(patient, query("consultation"))).isEmpty();
        assertThat(found(patient, query("seeing"))).containsExactly(almas);
        assertThat(found(query("consultation"))).containsExactly(almas, elifs);
    }

    @Test
    void writesTheListAsATableInTheClinicsZone() {
        SampleClinic far = new SampleClinic(clinic.administrator, "Asia/Kathmandu");
        String id = far.book(far.start(1, 0)).id();
        far.administrator.post(
                far.path("appointments/" + id + "/cancel"), Map.of("reason", "=HYPERLINK(\"x\";\"y\"), \"ill\""));

        Api.Answer table = far.administrator.get(far.path("appointments.csv"));

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).contains("appointment-list.csv");
        List<String> lines = table.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("\"id\",\"start\",\"end\",\"status\"");
        String local = far.start(1, 0).substring(0, 10) + "T17:45+05:45";
        assertThat(lines.getLast())
                .startsWith("\"" + id + "\",\"" + local + "\",")
                .contains("\"CANCELLED\",\"VIDEO\",\"Consultation\",\"Doctor\"")
                .contains("\"STAFF\",\"'=HYPERLINK(\"\"x\"\";\"\"y\"\"), \"\"ill\"\"\"");
    }

    @Test
    void writesWhatTheFiltersLeaveAndKeepsATraceOfIt() {
        String body = clinic.administrator
                .get(clinic.path("appointments.csv" + query("okafor")))
                .body();

        assertThat(body).contains(inPerson).doesNotContain(almas);
        JsonNode trail = clinic.administrator
                .get(clinic.path("audit?action=APPOINTMENTS_EXPORTED"))
                .json();
        assertThat(trail.path("items").size()).isEqualTo(1);
    }

    @Test
    void writesADoctorOnlyTheOwnAndAPatientNothing() {
        Api doctor = TestServer.nobody().signIn("okafor-" + unique + "@example.com", People.PASSWORD);
        assertThat(doctor.get(clinic.path("appointments.csv")).body())
                .contains(inPerson)
                .doesNotContain(almas);
        Api patient = People.signInByLink("alma-" + unique + "@example.com");
        assertThat(patient.get(clinic.path("appointments.csv")).status()).isEqualTo(403);
    }

    /** Whatever the clinic has had in all its years: only the days asked for are read. */
    @Test
    void readsNoMoreThanTheDaysAskedFor() {
        addYears(40_000);
        String day = clinic.start(1, 0).substring(0, 10);
        assertThat(found("?from=" + day + "&to=" + day + "&query=reyes")).containsExactly(almas);

        String plan = explain(day);

        assertThat(plan)
                .as("by whichever index, within its days")
                .containsPattern("Index Cond: .+\\(starts_at >= ")
                .doesNotContain("Seq Scan on appointment");
    }

    private void alwaysOpen(String doctorId) {
        JsonNode weekly = clinic.administrator
                .get(clinic.path("doctors/" + clinic.doctorId + "/availability"))
                .json()
                .path("weekly");
        assertThat(clinic.administrator
                        .put(
                                clinic.path("doctors/" + doctorId + "/availability"),
                                "{\"weekly\": " + weekly + ", \"exceptions\": []}")
                        .status())
                .isEqualTo(200);
    }

    private String patient(String name, @Nullable String phone) {
        String address = name.replaceFirst(" .*", "").toLowerCase(Locale.ROOT) + "-" + unique + "@example.com";
        return clinic.administrator
                .post(
                        clinic.path("patients"),
                        phone == null
                                ? Map.of("name", name, "email", address)
                                : Map.of("name", name, "email", address, "phone", phone))
                .id();
    }

    private String book(String doctorId, String serviceId, String patientId, int halfHours) {
        return clinic.administrator
                .post(
                        clinic.path("appointments"),
                        Map.of(
                                "doctorId",
                                doctorId,
                                "serviceId",
                                serviceId,
                                "patientId",
                                patientId,
                                "start",
                                clinic.start(1, halfHours)))
                .id();
    }

    @Test
    void looksForWordsFromAYearAgoOnUnlessDatesAreGiven() {
        String old = almas;
        inClinic(jdbc -> jdbc.sql(
                        "update appointment set starts_at = starts_at - interval '400 days', ends_at = ends_at - interval '400 days' where id = ?")
                .param(UUID.fromString(old))
                .update());
        String day = LocalDate.parse(clinic.start(1, 0).substring(0, 10))
                .minusDays(400)
                .toString();

        assertThat(found("?query=reyes")).isEmpty();
        assertThat(found("?query=elif")).containsExactly(elifs);
        assertThat(found("?query=reyes&to=" + day)).containsExactly(old);
        assertThat(found("?query=reyes&from=2020-01-01")).containsExactly(old);
        assertThat(found("?query=reyes&patientId=" + patientOf(old))).containsExactly(old);
        assertThat(found("")).contains(old);
        assertThat(clinic.administrator
                        .get(clinic.path("appointments.csv?query=reyes"))
                        .body())
                .doesNotContain(old);
    }

    private String patientOf(String appointment) {
        return clinic.administrator
                .get(clinic.path("appointments/" + appointment))
                .text("patientId");
    }

    private static String query(String words) {
        return "?query=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private List<String> found(String query) {
        return found(clinic.administrator, query);
    }

    private List<String> found(Api viewer, String query) {
        Api.Answer answer = viewer.get(clinic.path("appointments" + query));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private JsonNode list(String query) {
        return clinic.administrator.get(clinic.path("appointments" + query)).json();
    }

    private void nameForPatients(String name) {
        inClinic(jdbc -> jdbc.sql("update service set public_name = ? where id = ?")
                .params(name, UUID.fromString(clinic.serviceId))
                .update());
    }

    /** One visit an hour, into the past. */
    private void addYears(int visits) {
        inClinic(jdbc -> jdbc.sql("""
                        insert into appointment (clinic_id, id, doctor_id, patient_id, service_id, mode, starts_at, ends_at,
                                                 status, created_at)
                        select a.clinic_id, gen_random_uuid(), a.doctor_id, a.patient_id, a.service_id, a.mode,
                               a.starts_at - n * interval '1 hour', a.ends_at - n * interval '1 hour', 'COMPLETED',
                               a.created_at
                        from appointment a, generate_series(24, ?) n where a.id = ?""").params(visits, UUID.fromString(almas)).update());
    }

    private String explain(String day) {
        Dates dates = new Dates(LocalDate.parse(day), LocalDate.parse(day));
        Criteria all = Criteria.during(dates.in(ZoneOffset.UTC), Set.of());
        Criteria criteria =
                new Criteria(all.from(), all.to(), Set.of(), null, Set.of(), null, null, "reyes", null, all.limit());
        Viewer administrator = new Viewer(UUID.randomUUID(), true, Map.of());
        return inClinic(jdbc -> {
            Conditions conditions = Conditions.of(administrator, criteria);
            return String.join(
                    "\n",
                    jdbc.sql("explain " + Appointments.SELECT + conditions.where() + " order by a.starts_at, a.id")
                            .params(conditions.values())
                            .query(String.class)
                            .list());
        });
    }

    private <T> T inClinic(Function<JdbcClient, T> work) {
        TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
        return CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> Objects.requireNonNull(transactions.execute(_ -> work.apply(TestServer.bean(JdbcClient.class)))));
    }
}
