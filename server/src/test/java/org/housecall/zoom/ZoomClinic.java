package org.housecall.zoom;

import static org.housecall.Eventually.assertThatSoon;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A clinic with a General app of its own, a signed-in doctor, and that doctor's Zoom user: no other test has any of them. */
final class ZoomClinic {

    private static final String CALLBACK = "http://localhost:8080/zoom/callback";
    private static final String PASSWORD = "a long password for a doctor";

    final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    final Api administrator = clinic.administrator;
    final String unique = UUID.randomUUID().toString().substring(0, 8);
    final String clientId = "client" + unique;
    final String webhookSecret = "hook" + unique;
    final String email = "dr-" + unique + "@example.com";
    final String doctorId;
    final Api doctor;
    final String zoomEmail = "zoom-" + unique + "@example.com";
    final String zoomUser = newZoomUser(zoomEmail);

    ZoomClinic() {
        doctorId = clinic.addDoctor(email);
        doctor = accept(email);
        JsonNode app = Sandbox.control(
                "PUT", "apps/" + clientId, Map.of("kind", "GENERAL", "redirectUris", List.of(CALLBACK)));
        Sandbox.control("PUT", "apps/" + clientId, Map.of("webhook", Map.of("secretToken", webhookSecret)));
        saveApp(app.path("clientSecret").asString());
    }

    /** Has Zoom tell us of meetings. */
    void subscribe() {
        String url = TestServer.baseUrl() + webhookPath(ZoomApp.Kind.GENERAL);
        JsonNode app = Sandbox.control("PUT", "apps/" + clientId, Map.of("webhook", Map.of("url", url)));
        if (!app.path("webhookStanding").path("state").asString("").equals("VALIDATED")) {
            throw new AssertionError(app.toString());
        }
    }

    /** The app asks for nothing but what it cannot do without, so nobody lets us list meetings. */
    void requireScopesOnly() {
        Sandbox.control(
                "PUT",
                "apps/" + clientId,
                Map.of(
                        "scopes",
                        Stream.of(
                                        "meeting:write:meeting",
                                        "meeting:read:meeting",
                                        "meeting:update:meeting",
                                        "meeting:delete:meeting",
                                        "user:read:user")
                                .map(scope -> Map.of("scope", scope, "optional", false))
                                .toList()));
    }

    void saveApp(String clientSecret) {
        ok(administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "oauth",
                        Map.of(
                                "clientId", clientId,
                                "clientSecret", clientSecret,
                                "webhookSecret", webhookSecret))));
    }

    /** Gives the clinic a Server-to-Server app as well; the Zoom account it belongs to. */
    String addServerToServerApp() {
        String account = "account" + unique;
        String client = "server" + unique;
        Sandbox.control("PUT", "accounts/" + account, Map.of());
        String secret = Sandbox.control(
                        "PUT", "apps/" + client, Map.of("kind", "SERVER_TO_SERVER", "accountId", account))
                .path("clientSecret")
                .asString();
        ok(administrator.put(
                clinic.path("zoom/app"),
                Map.of("serverToServer", Map.of("accountId", account, "clientId", client, "clientSecret", secret))));
        return account;
    }

    static String newZoomUser(String email) {
        return Sandbox.control("PUT", "users/" + email, Map.of()).path("id").asString();
    }

    /** Accepts a staff member's invitation from the mail, and signs in. */
    Api accept(String address) {
        Api nobody = TestServer.nobody();
        nobody.get("/api/v1/session");
        ok(nobody.post("/api/v1/invitations/" + invitation(address), Map.of("password", PASSWORD)));
        return signIn(address);
    }

    static Api signIn(String address) {
        return TestServer.nobody().signIn(address, PASSWORD);
    }

    /** A second doctor of the clinic, with a Zoom user of their own. */
    Colleague colleague() {
        return new Colleague();
    }

    /** Another doctor. */
    final class Colleague {
        final String email = "colleague-" + unique + "@example.com";
        final String id = clinic.addDoctor(email);
        final Api api = accept(email);
        final String zoomUser = newZoomUser("zoom-colleague-" + unique + "@example.com");

        /** Authorizes at Zoom as that user and comes back; to where. */
        String authorizeAs(String user) {
            return authorizeAs(user, "");
        }

        /** As {@link #authorizeAs(String)}, with the mark of Zoom's Add button. */
        String authorizeAs(String user, String add) {
            String url = ok(api.post(path("/authorize?add=" + add), null)).text("authorizeUrl");
            return location(api.get(local(Sandbox.decide(url, user, "allow"))));
        }

        String path(String rest) {
            return clinic.path("doctors/" + id + "/zoom" + rest);
        }

        void connect() {
            String back = authorizeAs(zoomUser);
            if (!back.equals(settings() + "?connected=1")) {
                throw new AssertionError(back);
            }
            awaitLookAgain();
        }
    }

    /** Zoom was asked to create meetings in these calls, oldest first; that of the trial, when the doctor connected, is left out. */
    List<JsonNode> creates() {
        List<JsonNode> creates = Sandbox.calls("POST /v2/users/{userId}/meetings", zoomEmail);
        return creates.subList(1, creates.size());
    }

    /** Until what an app or a connection changed has been followed up, so that it does not mix with what a test does next. */
    void awaitLookAgain() {
        assertThatSoon(() -> TestServer.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from scheduled_tasks where task_name = 'resync-doctor' and task_instance like ?")
                        .param(clinic.id + "/%")
                        .query(Long.class)
                        .single())
                .isEqualTo(0L);
        assertThatSoon(() -> TestServer.bean(JdbcClient.class)
                        .sql("""
                                select count(*) from scheduled_tasks t where t.task_name = 'probe-connection'
                                  and t.execution_time < now() + interval '10 minutes' and exists (
                                    select from zoom_connection c where t.task_instance = ? || '/' || c.id || '/' || split_part(t.task_instance, '/', 3))""")
                        .param(clinic.id)
                        .query(Long.class)
                        .single())
                .isEqualTo(0L);
    }

    /** Until the users whom doctors were mapped to have been tried out, so that it does not mix with what a test does next. */
    void awaitTrials() {
        assertThatSoon(() -> TestServer.bean(JdbcClient.class)
                        .sql("""
                                select count(*) from scheduled_tasks
                                where task_name in ('assign-shared-hosts', 'probe-connection') and task_instance like ?
                                  and execution_time < now() + interval '10 minutes'""")
                        .param(clinic.id + "/%")
                        .query(Long.class)
                        .single())
                .isEqualTo(0L);
    }

    private String invitation(String address) {
        for (JsonNode mail : administrator.get("/api/v1/mails").json().path("items")) {
            Matcher token = Pattern.compile("accept-invitation\\?token=([\\w-]+)")
                    .matcher(mail.path("text").asString(""));
            if (mail.path("to").asString("").equals(address) && token.find()) {
                return token.group(1);
            }
        }
        throw new AssertionError("No invitation for " + address);
    }

    String authorizeUrl() {
        return ok(doctor.post(clinic.path("doctors/" + doctorId + "/zoom/authorize"), null))
                .text("authorizeUrl");
    }

    /** Consents at Zoom; the redirect as it reaches us. */
    String consent(String authorizeUrl) {
        return local(Sandbox.decide(authorizeUrl, zoomUser, "allow"));
    }

    static String local(URI redirect) {
        return redirect.getRawPath() + "?" + redirect.getRawQuery();
    }

    /** All the way: authorize, consent, return. */
    UUID connect() {
        Api.Answer back = doctor.get(consent(authorizeUrl()));
        if (!location(back).equals(settings() + "?connected=1")) {
            throw new AssertionError(location(back));
        }
        awaitLookAgain();
        return connection().orElseThrow().id();
    }

    /** As {@link #connect}, without waiting for what follows. */
    UUID connectAndGoOn() {
        doctor.get(consent(authorizeUrl()));
        return connection().orElseThrow().id();
    }

    static String location(Api.Answer answer) {
        String location = answer.response().headers().firstValue("location").orElse("");
        return location.replaceFirst("^http://localhost:8080", "");
    }

    String settings() {
        return "/clinics/" + clinic.id + "/settings/zoom";
    }

    Api.Answer state() {
        return doctor.get(clinic.path("doctors/" + doctorId + "/zoom"));
    }

    String status() {
        return state().text("status");
    }

    java.util.Optional<Connection> connection() {
        UUID app = ZoomApp.idOf(UUID.fromString(clinic.id), ZoomApp.Kind.GENERAL);
        return TestServer.bean(Connections.class).ofZoomUser(app, zoomUser);
    }

    /** Has the stored access token run out, so that the next use renews it. */
    void letTokenExpire(UUID connectionId) {
        TestServer.bean(JdbcClient.class)
                .sql("update zoom_connection set access_expires_at = now() - interval '1 minute' where id = ?")
                .param(connectionId)
                .update();
    }

    <T> T inClinic(java.util.function.Supplier<T> work) {
        return CurrentClinic.in(UUID.fromString(clinic.id), work);
    }

    String webhookPath(ZoomApp.Kind kind) {
        return "/zoom/webhooks/" + ZoomApp.idOf(UUID.fromString(clinic.id), kind);
    }

    /** Subject and text of the mails to an address whose subject begins so. */
    List<String> mails(String to, String subject) {
        return administrator
                .get("/api/v1/mails")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("to").asString("").equals(to))
                .filter(mail -> mail.path("subject").asString("").startsWith(subject))
                .map(mail -> mail.path("subject").asString() + "\n"
                        + mail.path("text").asString())
                .toList();
    }

    static Api.Answer ok(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
