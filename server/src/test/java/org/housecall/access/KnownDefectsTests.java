package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.PlainPage;
import org.housecall.TestServer;
import org.housecall.access.AccessMatrix.Line;
import org.housecall.access.AccessMatrix.Who;
import org.housecall.access.StaffedClinic.Things;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** The kinds of defect that products like this one have had, one test for each. */
class KnownDefectsTests {

    private static final StaffedClinic CLINIC = new StaffedClinic();
    private static final Things THEIRS = CLINIC.someoneElses();
    private static final Things MINE = CLINIC.own(Who.PATIENT);
    private static final Rows ROWS = new Rows(List.of(CLINIC.id), CLINIC.accounts());
    private static final Map<String, Line> LINES = AccessMatrix.read();
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String FOREIGN = "evil.example";

    private final Api administrator = CLINIC.administrator;
    private final Api doctor = CLINIC.person(Who.DOCTOR).api;
    private final Api receptionist = CLINIC.person(Who.RECEPTIONIST).api;
    private final Api patient = CLINIC.person(Who.PATIENT).api;

    @AfterAll
    static void close() throws Exception {
        ROWS.close();
    }

    @Test
    void takesSqlInAnyParameterForText() {
        List<String> statements = List.of(
                "' or true --",
                "%' or '1'='1",
                "') or (true",
                "\\' or true --",
                "'; delete from patient; --",
                "x' union select null, null --",
                "1; select pg_sleep(9)",
                "desc, (select 1)");
        List<String> before = settledRows();
        int asked = 0;
        for (Operation operation : Operation.all()) {
            boolean doctorMay =
                    Objects.requireNonNull(LINES.get(operation.id())).may(Who.DOCTOR) != AccessMatrix.May.NO;
            Api asker = doctorMay ? doctor : administrator;
            for (String parameter : operation.queries()) {
                if (operation.id().equals("Connection.authorize")) {
                    continue; // begins an authorization, whatever the mark says that came along
                }
                for (String statement : statements) {
                    String given = query(operation).replaceFirst(parameter + "=[^&]*&?", "");
                    String query = (given.isEmpty() ? "?" : given + "&") + parameter + "="
                            + UriUtils.encode(statement, StandardCharsets.UTF_8);
                    Api.Answer answer =
                            asker.send(operation.method(), MINE.path(operation.path()) + query, null, Map.of());

                    assertThat(answer.status()).as(query + " " + answer).isIn(200, 422);
                    assertThat(answer.body())
                            .as(query)
                            .doesNotContain(THEIRS.word("appointments/id"), THEIRS.word("patientId"));
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(ROWS.all()).isEqualTo(before);
    }

    @Test
    void looksForPatternsAsTheyAreWritten() {
        for (String pattern : List.of("%25", "_", "%5C", "%25'")) {
            assertThat(items(administrator.get(path("patients?query=" + pattern))))
                    .as(pattern)
                    .isEmpty();
        }
        assertThat(items(administrator.get(path("patients?query=" + CLINIC.unique))))
                .isNotEmpty();
    }

    @Test
    void keepsAnotherPatientsAppointmentFromWhoeverHasItsId() {
        String appointment = THEIRS.path("/api/v1/clinics/{clinicId}/appointments/{id}");
        List<String> before = settledRows();

        assertThat(List.of(
                        patient.get(appointment),
                        patient.patch(appointment, Map.of("start", start(40, 0))),
                        patient.post(appointment + "/cancel", Map.of()),
                        patient.get(appointment + "/meeting"),
                        patient.get(appointment + "/visit-link")))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        assertThat(items(patient.get(path("appointments?patientId=" + THEIRS.word("patientId")))))
                .isEmpty();
        Map<String, String> booking = CLINIC.clinic.booking(start(40, 0));
        assertThat(patient.post(path("appointments"), booking).status()).isEqualTo(422);
        assertThat(ROWS.all()).isEqualTo(before);
    }

    @Test
    void takesNoRoleFromWhoeverAsksForIt() {
        Map<String, Object> wishes =
                Map.of("role", "CLINIC_ADMIN", "roles", List.of("CLINIC_ADMIN"), "administrator", true);
        String address = "ambitious-" + UUID.randomUUID() + "@example.com";

        assertThat(receptionist
                        .post(path("patients"), with(wishes, "name", "Ambitious", "email", address))
                        .status())
                .isEqualTo(201);
        Api ambitious = People.signInByLink(address);
        assertThat(ambitious
                        .post("/api/v1/api-tokens", with(wishes, "name", "ambitious"))
                        .status())
                .isEqualTo(201);
        Api invited = TestServer.nobody();
        invited.get("/api/v1/session");
        assertThat(invited.post(
                                "/api/v1/invitations/" + MINE.word("invitations/token"),
                                with(wishes, "password", People.PASSWORD))
                        .status())
                .isEqualTo(204);

        assertThat(roles(ambitious)).isEqualTo("[\"PATIENT\"]");
        assertThat(roles(receptionist)).isEqualTo("[\"RECEPTIONIST\"]");
        assertThat(ambitious.get("/api/v1/mails").status()).isEqualTo(403);
    }

    @Test
    void believesNoCallbackBecauseOfTheIdItNames() {
        administrator.put(
                path("zoom/app"),
                Map.of("oauth", Map.of("clientId", "id", "clientSecret", "secret", "webhookSecret", "hook")));
        String webhook = local(administrator
                .get(path("zoom/app"))
                .json()
                .path("webhookUrls")
                .path("oauth")
                .asString());
        String event = "{\"event\": \"meeting.ended\", \"payload\": {\"object\": {\"id\": \"1\"}}}";
        List<String> before = settledRows();

        assertThat(TestServer.nobody().post(webhook, event).status()).isEqualTo(401);
        assertThat(TestServer.nobody()
                        .get("/api/v1/visits/" + MINE.word("appointments/id"))
                        .status())
                .isEqualTo(404);
        assertThat(TestServer.nobody()
                        .post("/api/v1/visits/" + MINE.word("appointments/id") + "/join", null)
                        .status())
                .isEqualTo(404);
        assertThat(TestServer.nobody()
                        .get("/zoom/callback?code=x&state=" + CLINIC.person(Who.DOCTOR).accountId)
                        .status())
                .isEqualTo(302);
        assertThat(ROWS.all()).isEqualTo(before);
    }

    /** That no operation that reads changes anything, AccessMatrixTests asks. */
    @Test
    void changesNothingByGet() {
        List<String> before = settledRows();
        for (Operation operation : changing()) {
            String path = MINE.path(operation.path());
            for (String method : List.of("GET", "HEAD")) {
                administrator.send(
                        method,
                        path + "?_method=" + operation.method(),
                        null,
                        Map.of("X-HTTP-Method-Override", operation.method()));
            }
        }
        TestServer.nobody().get("/visit/" + MINE.word("visits/token"));
        assertThat(ROWS.all()).isEqualTo(before);
    }

    @Test
    void showsAStoredScriptAsText() {
        Api.Answer named = administrator.post(path("patients"), Map.of("name", SCRIPT, "phone", "1"));
        administrator.post(
                path("services"),
                Map.of(
                        "name",
                        SCRIPT,
                        "mode",
                        "VIDEO",
                        "durationMinutes",
                        30,
                        "doctorIds",
                        List.of(CLINIC.clinic.doctorId)));
        String appointment = CLINIC.fresh(Who.PATIENT).path("/api/v1/clinics/{clinicId}/appointments/{id}");
        doctor.put(appointment + "/note", Map.of("text", SCRIPT));
        administrator.post(appointment + "/cancel", Map.of("reason", SCRIPT));

        for (Api.Answer answer : List.of(
                administrator.get(path("patients/" + named.id())),
                administrator.get(path("services")),
                doctor.get(appointment + "/note"),
                administrator.get(appointment))) {
            assertThat(answer.body()).contains(SCRIPT);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        String slug = administrator.get("/api/v1/clinics/" + CLINIC.id).text("slug");
        assertThat(PlainPage.at("/book/" + slug).html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain(SCRIPT);
    }

    @Test
    void answersWithNoPasswordAndNoSecret() {
        administrator.put(
                path("zoom/app"),
                Map.of(
                        "oauth",
                        Map.of(
                                "clientId",
                                "id",
                                "clientSecret",
                                "a client's secret",
                                "webhookSecret",
                                "a webhook's secret")));
        List<String> secrets = new ArrayList<>(List.of(
                People.PASSWORD, TestServer.ADMIN_PASSWORD, "$argon2", "a client's secret", "a webhook's secret"));
        for (Who who : List.of(Who.ADMINISTRATOR, Who.CLINIC_ADMIN, Who.DOCTOR, Who.RECEPTIONIST, Who.PATIENT)) {
            secrets.add(CLINIC.person(who).token);
        }
        for (Operation operation :
                Operation.all().stream().filter(Operation::reads).toList()) {
            for (Who who : List.of(Who.ADMINISTRATOR, Who.DOCTOR, Who.PATIENT)) {
                Api.Answer answer = CLINIC.person(who).api.get(MINE.path(operation.path()) + query(operation));
                assertThat(answer.body()).as(operation.id()).doesNotContain(secrets);
            }
        }
    }

    @Test
    void tellsNobodyWhichAddressesItKnows() {
        String known = CLINIC.email(Who.PATIENT);
        String unknown = known.replace("patient", "nobody");

        assertThat(alike(
                        TestServer.nobody(),
                        "/api/v1/session",
                        Map.of("email", known, "password", "a wrong one"),
                        Map.of("email", unknown, "password", "a wrong one")))
                .isEqualTo(401);
        assertThat(alike(
                        TestServer.nobody(), "/api/v1/sign-in-links", Map.of("email", known), Map.of("email", unknown)))
                .isEqualTo(202);
        assertThat(alike(
                        TestServer.nobody(),
                        "/api/v1/sign-in-links",
                        Map.of("email", TestServer.ADMIN_EMAIL),
                        Map.of("email", unknown)))
                .isEqualTo(202);
        Map<String, String> someone = Map.of("name", "Someone", "email", "known-" + unknown);
        assertThat(receptionist.post(path("patients"), someone).status()).isEqualTo(201);
        assertThat(alike(receptionist, path("patients"), someone, Map.of("name", "Someone", "email", unknown)))
                .isEqualTo(201);
    }

    /** Whatever differs but for the ids and addresses that were sent or made. */
    private static int alike(Api api, String path, Map<String, String> first, Map<String, String> second) {
        api.get("/api/v1/session");
        Api.Answer one = api.post(path, first);
        Api.Answer other = api.post(path, second);
        assertThat(shape(other)).isEqualTo(shape(one));
        return one.status();
    }

    private static List<Object> shape(Api.Answer answer) {
        Map<String, List<String>> headers =
                new HashMap<>(answer.response().headers().map());
        headers.keySet().removeAll(List.of("date", "content-length", "content-security-policy", ":status"));
        return List.of(
                answer.status(),
                headers,
                answer.body().replaceAll("[0-9a-f-]{36}", "an id").replaceAll("[\\w.-]+@[\\w.-]+", "an address"));
    }

    @Test
    void assignsOnlyWhatAnOperationOffers() {
        String forged = UUID.randomUUID().toString();
        Map<String, Object> more = Map.of(
                "id",
                forged,
                "clinicId",
                forged,
                "clinic_id",
                forged,
                "accountId",
                CLINIC.person(Who.ADMINISTRATOR).accountId,
                "version",
                9,
                "status",
                "COMPLETED",
                "end",
                "2020-01-01T00:00:00Z",
                "createdAt",
                "2020-01-01T00:00:00Z",
                "cancelReason",
                "forged");

        Api.Answer created = administrator.post(path("patients"), with(more, "name", "New", "phone", "1"));
        assertThat(created.id()).isNotEqualTo(forged);
        assertThat(CLINIC.person(Who.ADMINISTRATOR)
                        .api
                        .get("/api/v1/clinics/" + CLINIC.id + "/me")
                        .json()
                        .path("patients"))
                .isEmpty();
        Api.Answer booked = patient.post(
                path("appointments"),
                with(
                        more,
                        "doctorId",
                        MINE.word("doctorId"),
                        "serviceId",
                        MINE.word("serviceId"),
                        "patientId",
                        MINE.word("patientId"),
                        "start",
                        start(41, 0)));
        assertThat(booked.id()).isNotEqualTo(forged);
        assertThat(patient.patch(path("appointments/" + booked.id()), with(more, "serviceId", forged))
                        .status())
                .isEqualTo(403);
        Api.Answer changed = patient.patch(
                path("appointments/" + booked.id()),
                with(more, "patientId", THEIRS.word("patientId"), "start", start(41, 2)));
        assertThat(changed.text("status")).isEqualTo("BOOKED");
        assertThat(changed.text("patientId")).isEqualTo(MINE.word("patientId"));
        assertThat(changed.text("serviceId")).isEqualTo(MINE.word("serviceId"));
        assertThat(changed.text("end")).isGreaterThan(start(41, 2));
        assertThat(changed.text("cancelReason")).isEmpty();
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void sendsNoBrowserToAnotherServer() {
        Map<String, String> forwarded = Map.of(
                "X-Forwarded-Host",
                FOREIGN,
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "host=" + FOREIGN,
                "Origin",
                "https://" + FOREIGN);
        String all = "https%3A%2F%2F" + FOREIGN;
        for (String path : List.of(
                "/zoom/callback?state=" + all + "&code=" + all + "&error=" + all + "&returnTo=" + all + "&redirect_uri="
                        + all,
                "//" + FOREIGN + "/..",
                "/" + FOREIGN,
                "/sign-in?returnTo=" + all,
                "/clinics/%2F%2F" + FOREIGN,
                "/book/" + FOREIGN)) {
            Api.Answer answer = CLINIC.person(Who.DOCTOR).browser.send("GET", path, null, forwarded);
            assertThat(answer.status()).as(path).isLessThan(500);
            assertThat(answer.header("Location"))
                    .as(path)
                    .matches("|http://localhost:8080/.*")
                    .doesNotContain(FOREIGN);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
        String address = "forwarded-" + CLINIC.unique + "@example.com";
        administrator.send("POST", path("doctors"), Map.of("name", "Forwarded", "email", address), forwarded);
        assertThat(mailTo(address))
                .contains("http://localhost:8080/accept-invitation")
                .doesNotContain(FOREIGN);
    }

    private String mailTo(String address) {
        for (JsonNode mail : administrator.get("/api/v1/mails").json().path("items")) {
            if (mail.path("to").asString("").equals(address)) {
                return mail.path("text").asString("");
            }
        }
        throw new AssertionError("No mail");
    }

    @Test
    void signsInToASessionThatNobodyKnewBefore() {
        Api browser = TestServer.nobody();
        browser.get("/api/v1/session");
        String before =
                session(signIn(browser, Who.DOCTOR, "HOUSECALL_SESSION=" + "a-session-of-someone-elses-choice"));
        String after = session(signIn(browser, Who.RECEPTIONIST, ""));

        assertThat(before).isNotEmpty().doesNotContain("choice");
        assertThat(after).isNotEmpty().isNotEqualTo(before);
        assertThat(asked(before).status()).isEqualTo(401);
        assertThat(asked("HOUSECALL_SESSION=a-session-of-someone-elses-choice").status())
                .isEqualTo(401);
        assertThat(asked(after).text("email")).isEqualTo(CLINIC.email(Who.RECEPTIONIST));
        browser.delete("/api/v1/session");
        assertThat(asked(after).status()).isEqualTo(401);
    }

    private static Api.Answer signIn(Api browser, Who who, String cookie) {
        Map<String, String> credentials = Map.of("email", CLINIC.email(who), "password", People.PASSWORD);
        Api.Answer answer = browser.send(
                "POST", "/api/v1/session", credentials, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static String session(Api.Answer answer) {
        return answer.response().headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("HOUSECALL_SESSION=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite"))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }

    private static Api.Answer asked(String cookie) {
        return TestServer.nobody().send("GET", "/api/v1/session", null, Map.of("Cookie", cookie));
    }

    @Test
    void refusesEveryChangeThatAForeignPageMayHaveSent() {
        Api browser = CLINIC.person(Who.ADMINISTRATOR).browser;
        List<String> before = settledRows();
        for (Operation operation : changing()) {
            if (operation.path().startsWith("/api/v1/visits/")) {
                continue; // reads no cookie, so a foreign page has nothing to abuse
            }
            String body = Objects.requireNonNull(LINES.get(operation.id())).body();
            Api.Answer answer = browser.send(
                    operation.method(),
                    MINE.path(operation.path()),
                    body == null ? null : MINE.fill(body),
                    Map.of("X-XSRF-TOKEN", "forged", "Origin", "https://" + FOREIGN));
            assertThat(answer.status()).as(operation.id()).isEqualTo(403);
        }
        assertThat(ROWS.all()).isEqualTo(before);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
    }

    private static List<Operation> changing() {
        return Operation.all().stream().filter(operation -> !operation.reads()).toList();
    }

    private static String query(Operation operation) {
        return MINE.fill(Objects.requireNonNull(LINES.get(operation.id())).query());
    }

    /** Once what earlier tests set going is done. */
    private static List<String> settledRows() {
        assertThatSoon(ROWS::jobs).isEqualTo(0L);
        return ROWS.all();
    }

    private static List<JsonNode> items(Api.Answer page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json().path("items").valueStream().toList();
    }

    private static Map<String, Object> with(Map<String, Object> more, String... fields) {
        Map<String, Object> body = new HashMap<>(more);
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return body;
    }

    private static String path(String rest) {
        return CLINIC.clinic.path(rest);
    }

    private static String start(int days, int halfHours) {
        return CLINIC.clinic.start(days, halfHours);
    }

    /** The roles in the first clinic, as JSON. */
    private static String roles(Api api) {
        return api.get("/api/v1/session")
                .json()
                .path("memberships")
                .path(0)
                .path("roles")
                .toString();
    }

    private static String local(String url) {
        return url.replaceFirst("^http://localhost:8080", "");
    }
}
