package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The names that others rely on: every call, read back through another. What lies behind each is its own module's test. */
class HttpContractTests {

    private static final String PASSWORD = "a long password for staff";

    private final Api administrator = TestServer.administrator();
    private final SampleClinic clinic = new SampleClinic(administrator);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void signsInAndOut() {
        Api someone = TestServer.nobody();
        Api.Answer before = someone.get("/api/v1/session");
        assertThat(before.status()).isEqualTo(401);
        assertThat(before.response().headers().allValues("Set-Cookie")).anyMatch(it -> it.startsWith("XSRF-TOKEN="));

        someone.signIn(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
        assertThat(someone.get("/api/v1/session").text("email")).isEqualTo(TestServer.ADMIN_EMAIL);

        assertThat(someone.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(someone.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void letsATokenStandInForCookieAndCsrf() {
        Api.Answer minted = administrator.post("/api/v1/api-tokens", Map.of("name", "a machine"));
        assertThat(minted.status()).isEqualTo(201);
        Api machine = TestServer.nobody().withToken(minted.text("token"));

        assertThat(machine.get("/api/v1/session").text("email")).isEqualTo(TestServer.ADMIN_EMAIL);
        String patient = machine.post(clinic.path("patients"), Map.of("name", "P", "phone", "+1 555 0100"))
                .id();
        assertThat(machine.get(clinic.path("patients/" + patient)).text("phone"))
                .isEqualTo("+1 555 0100");
    }

    @Test
    void addsClinicsAndTheirPeople() {
        assertThat(ids(administrator.get("/api/v1/clinics"))).contains(clinic.id);
        for (String kind : List.of("doctors", "receptionists", "admins")) {
            String id = administrator
                    .post(clinic.path(kind), Map.of("name", "Someone", "email", kind + unique + "@example.com"))
                    .id();
            assertThat(ids(administrator.get(clinic.path(kind)))).as(kind).contains(id);
        }
        assertThat(ids(administrator.get(clinic.path("patients")))).contains(clinic.patientId);
        assertThat(ids(administrator.get(clinic.path("services")))).contains(clinic.serviceId);
    }

    @Test
    void letsInvitedStaffInByTheMailedLink() {
        String email = "invited-" + unique + "@example.com";
        administrator.post(clinic.path("receptionists"), Map.of("name", "Invited", "email", email));

        Api invited = accept(email);

        assertThat(invited.get("/api/v1/session").text("email")).isEqualTo(email);
        assertThat(ids(invited.get("/api/v1/clinics"))).containsExactly(clinic.id);
    }

    @Test
    void offersWhatAvailabilityLeavesOpen() {
        String day = clinic.start(10, 0).substring(0, 10);
        Api.Answer saved = administrator.put(
                clinic.path("doctors/" + clinic.doctorId + "/availability"),
                Map.of(
                        "weekly",
                        List.of(),
                        "exceptions",
                        List.of(Map.of("date", day, "from", "09:00", "to", "10:00", "available", true))));
        assertThat(saved.status()).isEqualTo(200);

        String slots =
                "slots?serviceId=" + clinic.serviceId + "&doctorId=" + clinic.doctorId + "&from=" + day + "&to=" + day;
        List<String> free = texts(administrator.get(clinic.path(slots)), "start");
        assertThat(free).containsExactly(day + "T09:00:00Z", day + "T09:30:00Z");

        assertThat(clinic.book(free.getFirst()).status()).isEqualTo(201);
        assertThat(texts(administrator.get(clinic.path(slots)), "start")).containsExactly(free.getLast());
    }

    @Test
    void booksMovesReassignsAndCancels() {
        String other = clinic.addDoctor("other-" + unique + "@example.com");
        String service = clinic.addService("VIDEO", clinic.doctorId, other);
        Api.Answer booked = administrator.post(
                clinic.path("appointments"),
                Map.of(
                        "doctorId",
                        clinic.doctorId,
                        "serviceId",
                        service,
                        "patientId",
                        clinic.patientId,
                        "start",
                        clinic.start(3, 0)));
        String id = booked.id();
        assertThat(booked.text("status")).isEqualTo("BOOKED");
        assertThat(booked.json().path("version").asInt()).isEqualTo(1);
        String appointment = clinic.path("appointments/" + id);
        assertThat(administrator
                        .get(appointment)
                        .json()
                        .path("meeting")
                        .path("status")
                        .asString())
                .isIn("PENDING", "WAITING_FOR_CONNECTION");

        assertThat(administrator
                        .patch(appointment, Map.of("start", clinic.start(3, 2)))
                        .status())
                .isEqualTo(200);
        assertThat(administrator.get(appointment).text("start")).isEqualTo(clinic.start(3, 2));
        assertThat(administrator.patch(appointment, Map.of("doctorId", other)).status())
                .isEqualTo(200);
        assertThat(administrator.get(appointment).text("doctorId")).isEqualTo(other);

        assertThat(administrator
                        .post(appointment + "/cancel", Map.of("reason", "changed plans"))
                        .status())
                .isEqualTo(200);
        String day = clinic.start(3, 2).substring(0, 10);
        String found = "appointments?from=" + day + "&to=" + day + "&doctorId=" + other + "&patientId="
                + clinic.patientId + "&status=";
        assertThat(ids(administrator.get(clinic.path(found + "CANCELLED")))).containsExactly(id);
        assertThat(ids(administrator.get(clinic.path(found + "BOOKED")))).isEmpty();
    }

    @Test
    void takesAnIdempotencyKeyAndAVersionWithBookings() {
        Map<String, String> key = Map.of("Idempotency-Key", "key-" + unique);
        Map<String, String> booking = clinic.booking(clinic.start(4, 0));
        Api.Answer first = administrator.send("POST", clinic.path("appointments"), booking, key);
        Api.Answer again = administrator.send("POST", clinic.path("appointments"), booking, key);
        assertThat(again.id()).isEqualTo(first.id());

        String appointment = clinic.path("appointments/" + first.id());
        Map<String, String> move = Map.of("start", clinic.start(4, 2));
        assertThat(administrator
                        .send("PATCH", appointment, move, Map.of("If-Match", "\"7\""))
                        .status())
                .isEqualTo(412);
        assertThat(administrator
                        .send("PATCH", appointment, move, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void leadsToTheMeetingAndToTheVisitPage() {
        String appointment =
                clinic.path("appointments/" + clinic.book(clinic.start(5, 0)).id());
        assertThatSoon(() -> meetingStatus(appointment)).isEqualTo("WAITING_FOR_CONNECTION");
        assertThat(administrator
                        .get(appointment + "/meeting")
                        .json()
                        .path("problem")
                        .path("remedy")
                        .asString())
                .isNotBlank();
        assertThat(administrator.post(appointment + "/meeting/start", null).status())
                .isEqualTo(409);

        String url = administrator.get(appointment + "/visit-link").text("url");
        assertThat(administrator.get(appointment + "/visit-link").text("url")).isEqualTo(url);
        String page = url.replaceFirst("^http://localhost:8080", "");
        assertThat(page).startsWith("/visit/");
        assertThat(TestServer.nobody().get(page).status()).isEqualTo(200);
        assertThat(TestServer.nobody()
                        .get("/api/v1/visits/" + page.substring("/visit/".length()))
                        .text("status"))
                .isEqualTo("BOOKED");

        String receptionist = "front-" + unique + "@example.com";
        administrator.post(clinic.path("receptionists"), Map.of("name", "Front", "email", receptionist));
        assertThat(accept(receptionist)
                        .post(appointment + "/meeting/start", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keepsZoomAppsOfClinicsAndOfTheInstallation() {
        for (String app : List.of(clinic.path("zoom/app"), "/api/v1/zoom/app")) {
            Api.Answer saved = administrator.put(
                    app,
                    Map.of(
                            "oauth",
                            Map.of("clientId", "id-" + unique, "clientSecret", "secret-" + unique),
                            "serverToServer",
                            Map.of(
                                    "accountId", "account-" + unique,
                                    "clientId", "s2s-" + unique,
                                    "clientSecret", "secret2-" + unique)));
            assertThat(saved.status()).as(app).isEqualTo(200);
            Api.Answer shown = administrator.get(app);
            assertThat(shown.text("redirectUrl")).isEqualTo("http://localhost:8080/zoom/callback");
            assertThat(shown.json().path("oauth").path("clientId").asString()).isEqualTo("id-" + unique);
            assertThat(shown.json().path("serverToServer").path("accountId").asString())
                    .isEqualTo("account-" + unique);
            assertThat(shown.body()).doesNotContain("secret-" + unique).doesNotContain("secret2-" + unique);
            for (String kind : List.of("oauth", "serverToServer")) {
                String webhook = shown.json().path(kind).path("webhookUrl").asString();
                assertThat(TestServer.nobody()
                                .post(webhook.replaceFirst("^http://localhost:8080", ""), Map.of())
                                .status())
                        .as("an unsigned notification")
                        .isIn(401, 503);
            }
        }
        Api.Answer trial = administrator.put(clinic.path("zoom/test"), Map.of());
        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.json().path("ok").asBoolean()).isFalse();
        assertThat(trial.text("message")).isNotBlank();
        administrator.put("/api/v1/zoom/app", "{\"oauth\": null, \"serverToServer\": null}"); // other tests go without
        assertThat(administrator.get("/api/v1/zoom/app").text("source")).isEqualTo("NONE");
    }

    @Test
    void tellsHowADoctorStandsWithZoom() {
        administrator.put(
                clinic.path("zoom/app"),
                Map.of("oauth", Map.of("clientId", "id-" + unique, "clientSecret", "secret-" + unique)));
        String email = "zoom-" + unique + "@example.com";
        String doctorId = clinic.addDoctor(email);
        Api doctor = accept(email);
        String zoom = clinic.path("doctors/" + doctorId + "/zoom");
        assertThat(doctor.get(zoom).text("status")).isEqualTo("DISCONNECTED");

        assertThat(doctor.post(zoom + "/authorize", null).text("authorizeUrl"))
                .startsWith(TestServer.sandbox().baseUrl() + "/oauth/authorize")
                .contains("client_id=id-" + unique, "state=", "code_challenge=");
        assertThat(doctor.delete(zoom).status()).isEqualTo(204);

        assertThat(administrator
                        .put(zoom + "/user", Map.of("zoomUser", "someone@example.com"))
                        .status())
                .isIn(200, 422);
    }

    @Test
    void answersForTheMarketplace() {
        JsonNode items =
                administrator.get(clinic.path("marketplace/readiness")).json().path("items");
        assertThat(items).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("id").asString()).isNotBlank();
            assertThat(item.path("state").asString()).isIn("RED", "AMBER", "GREEN");
            assertThat(item.path("evidence").asString()).isNotBlank();
        });
        Api.Answer pack = administrator.get(clinic.path("marketplace/pack"));
        assertThat(pack.status()).isEqualTo(200);
        assertThat(pack.header("Content-Type")).isEqualTo("application/zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/legal/privacy",
                "/legal/terms",
                "/support",
                "/help/zoom",
                "/actuator/health/readiness",
                "/api/v1/openapi.json"
            })
    void isOpenToEveryone(String address) {
        assertThat(TestServer.nobody().get(address).status()).isEqualTo(200);
    }

    @Test
    void showsEveryoneWhatCanBeBooked() {
        String slug = administrator.get("/api/v1/clinics/" + clinic.id).text("slug");
        assertThat(TestServer.nobody().get("/book/" + slug).body()).contains("Consultation");
        assertThat(TestServer.nobody().get("/zoom/callback?code=x&state=y").status())
                .isEqualTo(302);
    }

    private String meetingStatus(String appointment) {
        return administrator.get(appointment + "/meeting").text("status");
    }

    /** Mails are kept for the Administrator where no mail server is set up. */
    private Api accept(String email) {
        Pattern link = Pattern.compile("/accept-invitation\\?token=([\\w-]+)");
        for (JsonNode mail : administrator.get("/api/v1/mails").json().path("items")) {
            Matcher token = link.matcher(mail.path("text").asString(""));
            if (mail.path("to").asString("").equals(email) && token.find()) {
                Api invited = TestServer.nobody();
                invited.get("/api/v1/session");
                assertThat(invited.post("/api/v1/invitations/" + token.group(1), Map.of("password", PASSWORD))
                                .status())
                        .isEqualTo(204);
                return invited.signIn(email, PASSWORD);
            }
        }
        throw new AssertionError("No invitation for " + email);
    }

    private static List<String> ids(Api.Answer page) {
        return texts(page, "id");
    }

    private static List<String> texts(Api.Answer page, String field) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return StreamSupport.stream(page.json().path("items").spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }
}
