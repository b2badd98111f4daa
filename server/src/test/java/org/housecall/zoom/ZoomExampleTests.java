package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.OwnServer;
import org.housecall.SampleClinic;
import org.housecall.meetings.VideoProvider;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.ExampleZoom.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every request that we send, and every answer and event that we rely on, held against the examples of Zoom's
 * documentation: a visit is taken through its whole life with a stand-in that knows nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoomExampleTests {

    private static final String EMAIL = "administrator@example.com";
    private static final String PASSWORD = "a long password for tests";
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    /** What Zoom documents for a create or an update, but for what it calls deprecated and what would name a patient. */
    private static final Map<String, Class<?>> MEETING = Map.of(
            "topic", String.class,
            "type", Integer.class,
            "start_time", String.class,
            "duration", Integer.class,
            "timezone", String.class,
            "default_password", Boolean.class,
            "agenda", String.class,
            "settings", Map.class);

    private static final Map<String, Class<?>> SETTINGS = Map.ofEntries(
            Map.entry("waiting_room", Boolean.class),
            Map.entry("join_before_host", Boolean.class),
            Map.entry("host_video", Boolean.class),
            Map.entry("participant_video", Boolean.class),
            Map.entry("mute_upon_entry", Boolean.class),
            Map.entry("meeting_authentication", Boolean.class),
            Map.entry("approval_type", Integer.class),
            Map.entry("auto_recording", String.class),
            Map.entry("alternative_hosts_email_notification", Boolean.class),
            Map.entry("email_notification", Boolean.class),
            Map.entry("use_pmi", Boolean.class),
            Map.entry("auto_start_meeting_summary", Boolean.class),
            Map.entry("auto_start_ai_companion_questions", Boolean.class),
            Map.entry("continuous_meeting_chat", Map.class));

    private final ExampleZoom zoom = new ExampleZoom();
    private ConfigurableApplicationContext server;
    private Api administrator;
    private SampleClinic clinic;
    private Api doctor;
    private URI authorizeUrl;
    private String appointment;
    private Api.Answer meetingWhenReady;
    private Api.Answer startLink;
    private Api.Answer connection;
    private List<Request> course;

    @BeforeAll
    void takeAVisitThroughItsLife(@TempDir Path data) {
        server = OwnServer.start(
                data,
                Map.of(
                        "housecall.admin.email",
                        EMAIL,
                        "housecall.admin.password",
                        PASSWORD,
                        "housecall.jobs.enabled",
                        "true",
                        "housecall.jobs.polling",
                        "200ms",
                        "housecall.zoom.web-url",
                        zoom.baseUrl(),
                        "housecall.zoom.api-url",
                        zoom.baseUrl() + "/v2"));
        administrator = Api.of(server).signIn(EMAIL, PASSWORD);
        clinic = new SampleClinic(administrator);
        doctor = accept(mailOf(clinic.doctorId));
        ok(administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "oauth",
                        Map.of(
                                "clientId",
                                "exampleClient",
                                "clientSecret",
                                "example secret/+",
                                "webhookSecret",
                                "hook"))));
        connect();
        book();
        renewTheTokens();
        ok(administrator.patch(appointment, Map.of("start", clinic.start(2, 2))));
        assertThatSoon(() -> zoom.requests("PATCH /v2/meetings/.*").size()).isEqualTo(1);
        assertThatSoon(() -> meeting().text("status")).isEqualTo("READY");
        startLink = ok(doctor.post(appointment + "/meeting/start", null));
        connection = ok(doctor.get(clinic.path("doctors/" + clinic.doctorId + "/zoom")));
        lookForAMarker();
        ok(administrator.post(appointment + "/cancel", Map.of()));
        assertThatSoon(() -> zoom.requests("DELETE .*").size()).isEqualTo(2);
        ok(doctor.delete(clinic.path("doctors/" + clinic.doctorId + "/zoom")));
        assertThatSoon(() -> zoom.requests("POST /oauth/revoke").size()).isEqualTo(1);
        course = zoom.requests();
    }

    private void connect() {
        String zoomPath = clinic.path("doctors/" + clinic.doctorId + "/zoom");
        authorizeUrl = URI.create(ok(doctor.post(zoomPath + "/authorize", null)).text("authorizeUrl"));
        String state = ExampleZoom.fields(authorizeUrl.getRawQuery()).get("state");
        Api.Answer back = doctor.get("/zoom/callback?code=example-code&state=" + state);
        assertThat(back.header("Location")).endsWith("?connected=1");
        assertThatSoon(() -> zoom.requests("DELETE .*").size()).isEqualTo(1); // the meeting on trial is gone
    }

    private void book() {
        appointment =
                clinic.path("appointments/" + clinic.book(clinic.start(2, 0)).id());
        assertThatSoon(() -> meeting().text("status")).isEqualTo("READY");
        meetingWhenReady = meeting();
    }

    private void renewTheTokens() {
        server.getBean(JdbcClient.class)
                .sql("update zoom_connection set access_expires_at = now() - interval '1 minute'")
                .update();
    }

    private void lookForAMarker() {
        VideoProvider provider = server.getBean(VideoProvider.class);
        CurrentClinic.in(UUID.fromString(clinic.id), () -> provider.find(host(), "K7Q2"));
    }

    @AfterAll
    void end() {
        server.close();
        zoom.close();
    }

    @Test
    void asksForConsentWithTheDocumentedParameters() {
        Map<String, String> asked = ExampleZoom.fields(authorizeUrl.getRawQuery());

        assertThat(authorizeUrl.toString()).startsWith(zoom.baseUrl() + "/oauth/authorize?");
        assertThat(asked.keySet())
                .containsExactlyInAnyOrder(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "state",
                        "code_challenge",
                        "code_challenge_method");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "exampleClient")
                .containsEntry("redirect_uri", "http://localhost:8080/zoom/callback")
                .containsEntry("code_challenge_method", "S256");
    }

    @Test
    void sendsTheTokenEndpointTheDocumentedForms() throws GeneralSecurityException {
        List<Request> sent = sent("POST /oauth/token");
        Map<String, String> exchange = sent.getFirst().form();
        Map<String, String> refresh = sent.get(1).form();

        assertThat(exchange.keySet()).containsExactlyInAnyOrder("grant_type", "code", "redirect_uri", "code_verifier");
        assertThat(exchange).containsEntry("grant_type", "authorization_code").containsEntry("code", "example-code");
        Map<String, String> asked = ExampleZoom.fields(authorizeUrl.getRawQuery());
        assertThat(exchange.get("redirect_uri")).isEqualTo(asked.get("redirect_uri"));
        assertThat(challenge(String.valueOf(exchange.get("code_verifier")))).isEqualTo(asked.get("code_challenge"));
        assertThat(refresh).isEqualTo(Map.of("grant_type", "refresh_token", "refresh_token", "eyJ.refresh.example"));
        assertThat(sent("POST /oauth/revoke"))
                .singleElement()
                .satisfies(revoke -> assertThat(revoke.form()).isEqualTo(Map.of("token", "eyJ.access.example")));
        assertThat(sent("POST /oauth/.*")).allSatisfy(request -> {
            assertThat(request.query()).isNull();
            assertThat(request.headers().get("authorization"))
                    .isEqualTo("Basic " + base64("exampleClient:example secret/+"));
            assertThat(request.headers().get("content-type")).startsWith("application/x-www-form-urlencoded");
        });
    }

    @Test
    void callsNothingButWhatIsDocumented() {
        List<String> documented = List.of(
                "POST /oauth/token",
                "POST /oauth/revoke",
                "GET /v2/users/me",
                "POST /v2/users/me/meetings",
                "GET /v2/users/me/meetings\\?type=scheduled&page_size=300&next_page_token=",
                "GET /v2/meetings/85746065432",
                "PATCH /v2/meetings/85746065432",
                "DELETE /v2/meetings/85746065432\\?schedule_for_reminder=false");

        assertThat(course).allSatisfy(request -> {
            assertThat(documented).anyMatch(request.line()::matches);
        });
        assertThat(documented)
                .allSatisfy(operation ->
                        assertThat(course).anyMatch(request -> request.line().matches(operation)));
        assertThat(course.stream().filter(request -> request.path().startsWith("/v2/")))
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("accept", "application/json")
                        .containsEntry("content-type", "application/json")
                        .containsEntry("authorization", "Bearer eyJ.access.example"));
    }

    @Test
    void sendsNothingButDocumentedFields() {
        List<Request> creates = sent("POST /v2/users/me/meetings");
        List<Request> updates = sent("PATCH .*");

        assertThat(creates).hasSize(2).allSatisfy(request -> {
            JsonNode sent = request.json();
            assertFields(sent, MEETING);
            assertThat(sent.get("type").asInt()).isEqualTo(2);
            assertThat(sent.get("topic").asString()).matches("Video visit \\S+").hasSizeLessThanOrEqualTo(200);
            assertThat(sent.get("default_password").asBoolean()).isTrue();
        });
        assertThat(updates).hasSize(1).allSatisfy(request -> {
            assertFields(request.json(), MEETING);
            assertThat(request.json().propertyNames())
                    .containsExactlyInAnyOrder("start_time", "timezone", "duration", "settings");
        });
        assertThat(Stream.concat(creates.stream(), updates.stream())).allSatisfy(request -> {
            JsonNode sent = request.json();
            assertThat(sent.get("start_time").asString()).matches(INSTANT);
            assertThat(sent.get("timezone").asString()).isEqualTo("UTC");
            assertFields(sent.get("settings"), SETTINGS);
            assertThat(sent.get("settings").get("continuous_meeting_chat"))
                    .isEqualTo(JsonMapper.shared().readTree("{\"enable\":false}"));
        });
        assertThat(updates.getFirst().json().get("start_time").asString()).isEqualTo(clinic.start(2, 2));
    }

    @Test
    void readsTheDocumentedAnswers() {
        assertThat(connection.text("status")).isEqualTo("CONNECTED");
        assertThat(connection.text("zoomEmail")).isEqualTo("dr@example.com");
        assertThat(connection.json().path("missingScopes")).isEmpty();
        assertThat(meetingWhenReady.text("zoomMeetingId")).isEqualTo(ExampleZoom.MEETING_ID);
        assertThat(meetingWhenReady.text("joinUrl")).isEqualTo("https://us06web.zoom.us/j/85746065432?pwd=enc.1");
        assertThat(meetingWhenReady.text("passcode")).isEqualTo("Abc123");
        assertThat(meetingWhenReady.text("problem")).isEmpty();
        assertThat(startLink.text("startUrl")).isEqualTo("https://us06web.zoom.us/s/85746065432?zak=eyJ.zak.example");
    }

    static Stream<Row> tokenAnswers() {
        String spent = "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}";
        return Stream.of(
                new Row("refresh_token", 400, spent, TokenAnswer.GrantRefused.class),
                new Row("refresh_token", 400, "{\"error\":\"invalid_grant\"}", TokenAnswer.GrantRefused.class),
                new Row(
                        "refresh_token",
                        400,
                        "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_request\"}",
                        TokenAnswer.GrantRefused.class),
                new Row(
                        "refresh_token",
                        401,
                        "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
                        TokenAnswer.ClientRefused.class),
                new Row(
                        "refresh_token",
                        400,
                        "{\"reason\":\"Missing grant type.\",\"error\":\"invalid_request\"}",
                        TokenAnswer.Lost.class),
                new Row("refresh_token", 429, "", TokenAnswer.Later.class),
                new Row("refresh_token", 502, "<html>Bad gateway</html>", TokenAnswer.Lost.class),
                new Row(
                        "authorization_code",
                        400,
                        "{\"reason\":\"Invalid authorization code abc\",\"error\":\"invalid_request\"}",
                        TokenAnswer.GrantRefused.class),
                new Row("authorization_code", 400, spent, TokenAnswer.GrantRefused.class),
                new Row(
                        "authorization_code",
                        400,
                        "{\"reason\":\"Redirect URI mismatch.\",\"error\":\"invalid_request\"}",
                        TokenAnswer.GrantRefused.class),
                new Row(
                        "account_credentials",
                        400,
                        "{\"reason\":\"Bad request\",\"error\":\"invalid_request\"}",
                        TokenAnswer.GrantRefused.class));
    }

    /** An answer of the token endpoint, and what we make of it. */
    record Row(String grant, int status, String body, Class<? extends TokenAnswer> expected) {}

    @ParameterizedTest
    @MethodSource("tokenAnswers")
    void readsWhatTheTokenEndpointRefuses(Row row) {
        TokenEndpoint endpoint = server.getBean(TokenEndpoint.class);
        ZoomApp app = app();
        zoom.answerToken(ExampleZoom.Answer.json(row.status(), row.body()));

        TokenAnswer answer = switch (row.grant()) {
            case "refresh_token" -> endpoint.refresh(app, "eyJ.old.example");
            case "authorization_code" ->
                endpoint.exchange(app, "abc", "verifier", URI.create("http://localhost:8080/zoom/callback"));
            default -> endpoint.account(app);
        };

        assertThat(answer).isInstanceOf(row.expected());
    }

    static Stream<Event> events() {
        String inner = "\"uuid\":\"u==\",\"host_id\":\"U\",\"topic\":\"Visit K7Q2\",\"type\":2,"
                + "\"start_time\":\"2026-03-25T07:30:00Z\",\"duration\":30,\"timezone\":\"Europe/Kyiv\"";
        return Stream.of(
                new Event("meeting.updated", """
                        {"event":"meeting.updated","event_ts":1740439732278,"payload":{"account_id":"A","operator":"dr@example.com",
                         "operator_id":"U","time_stamp":1740439732278,"object":{"id":85746065432,"start_time":"2026-03-25T07:30:00Z"},
                         "old_object":{"id":85746065432,"start_time":"2026-03-25T08:30:00Z"}}}""", ZoomEvent.Kind.CHANGED),
                new Event("meeting.deleted", """
                        {"event":"meeting.deleted","event_ts":1740439732278,"payload":{"account_id":"A","operator":"dr@example.com",
                         "operator_id":"U","operation":"all","object":{"id":85746065432,%s}}}""".formatted(inner), ZoomEvent.Kind.CHANGED),
                new Event("meeting.started", """
                        {"event":"meeting.started","event_ts":1740439732278,"payload":{"account_id":"A",
                         "object":{"id":"85746065432",%s}}}""".formatted(inner), ZoomEvent.Kind.STARTED),
                new Event("meeting.ended", """
                        {"event":"meeting.ended","event_ts":1740439732278,"payload":{"account_id":"A",
                         "object":{"id":"85746065432","end_time":"2026-03-25T08:00:00Z",%s}}}""".formatted(inner), ZoomEvent.Kind.ENDED),
                new Event("app_deauthorized at the top", """
                        {"event":"app_deauthorized","event_ts":1740439732278,"payload":{"account_id":"A","user_id":"U","client_id":"exampleClient",
                         "deauthorization_time":"2026-03-17T13:52:28.632Z","signature":"00"}}""", ZoomEvent.Kind.DEAUTHORIZED),
                new Event("app_deauthorized of old", """
                        {"event":"app_deauthorized","payload":{"event_ts":1740439732278,"account_id":"A","user_id":"U","client_id":"exampleClient",
                         "user_data_retention":"false","deauthorization_time":"2026-03-17T13:52:28.632Z","signature":"00"}}""", ZoomEvent.Kind.DEAUTHORIZED),
                new Event("a meeting that is not ours", """
                        {"event":"meeting.created","event_ts":1740439732278,"payload":{"account_id":"A","operator":"dr@example.com",
                         "operator_id":"U","object":{"id":99999999999,%s,"join_url":"https://us06web.zoom.us/j/1","password":"x",
                         "settings":{"use_pmi":false,"alternative_hosts":"","join_before_host":false,"jbh_time":0},"tracking_fields":[]}}}""".formatted(inner), null),
                new Event("a participant, whose events nobody asked for", """
                        {"event":"meeting.participant_joined","event_ts":1740439732278,"payload":{"account_id":"A","object":{"id":"85746065432",%s,
                         "participant":{"user_id":"16778240","user_name":"Anna","id":"","participant_uuid":"p","join_time":"2026-03-25T07:31:00Z","email":""}}}}""".formatted(inner), null));
    }

    /** A documented event, and what is kept of it; nothing where null. */
    record Event(String name, String body, ZoomEvent.@Nullable Kind kept) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsOfADocumentedEventWhatIsNeeded(Event event) {
        Optional<ZoomEvent> kept = server.getBean(Reduction.class)
                .of(app(), JsonMapper.shared().readTree(event.body()))
                .map(Reduction.Reduced::event);

        assertThat(kept.map(ZoomEvent::kind)).isEqualTo(Optional.ofNullable(event.kept()));
        kept.ifPresent(it -> assertThat(it.occurredAt()).isEqualTo(Instant.ofEpochMilli(1740439732278L)));
    }

    @Test
    void provesTheWebhookAddressAsDocumented() {
        String body =
                "{\"payload\":{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\"},\"event_ts\":1654503849680,\"event\":\"endpoint.url_validation\"}";
        String seconds = Long.toString(Instant.now().getEpochSecond());
        Api.Answer answer = Api.of(server)
                .send(
                        "POST",
                        Webhooks.PATH + ZoomApp.idOf(UUID.fromString(clinic.id), ZoomApp.Kind.GENERAL),
                        body,
                        Map.of(
                                "x-zm-request-timestamp",
                                seconds,
                                "x-zm-signature",
                                "v0=" + WebhookSignature.hmac("hook", bytes("v0:" + seconds + ":" + body)),
                                "User-Agent",
                                "Zoom Marketplace/1.0a",
                                "clientid",
                                "exampleClient"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("plainToken", "encryptedToken");
        assertThat(answer.text("plainToken")).isEqualTo("qgg8vlvZRS6UYooatFL8Aw");
        // printf %s qgg8vlvZRS6UYooatFL8Aw | openssl dgst -sha256 -hmac hook
        assertThat(answer.text("encryptedToken"))
                .isEqualTo("f2b403c7d6c47d14cd90e8693ada0d6ae0c17809cb153163530f151c5c999161");
    }

    @Test
    void asksForAnAccountsTokenAndHostsByAddressWithTheDocumentedCalls() {
        int before = zoom.requests().size();
        SampleClinic other = new SampleClinic(administrator);
        ok(administrator.put(
                other.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of("accountId", "exampleAccount", "clientId", "exampleServer", "clientSecret", "s"))));
        String mapping = other.path("doctors/" + other.doctorId + "/zoom");
        ok(administrator.put(mapping + "/user", Map.of("zoomUser", "dr@example.com")));
        assertThatSoon(() -> zoom.requests().getLast().operation())
                .isEqualTo("DELETE /v2/meetings/" + ExampleZoom.MEETING_ID);
        String booked =
                other.path("appointments/" + other.book(other.start(3, 0)).id());
        assertThatSoon(() -> administrator.get(booked + "/meeting").text("status"))
                .isEqualTo("READY");
        List<Request> sent = zoom.requests().subList(before, zoom.requests().size());

        assertThat(sent.getFirst().form())
                .isEqualTo(Map.of("grant_type", "account_credentials", "account_id", "exampleAccount"));
        assertThat(sent.stream().skip(1)).allSatisfy(request -> {
            assertThat(request.operation())
                    .matches("GET /v2/users/dr@example.com|POST /v2/users/dr@example.com/meetings"
                            + "|DELETE /v2/meetings/" + ExampleZoom.MEETING_ID);
            assertThat(request.headers()).containsEntry("authorization", "Bearer eyJ.account.example");
        });
    }

    /** What a visit's whole life sent, of an operation. */
    private List<Request> sent(String operation) {
        return course.stream()
                .filter(request -> request.operation().matches(operation))
                .toList();
    }

    private static void assertFields(JsonNode sent, Map<String, Class<?>> documented) {
        Set<String> names = new TreeSet<>(sent.propertyNames());
        assertThat(documented.keySet()).containsAll(names);
        names.forEach(name -> {
            JsonNode value = sent.get(name);
            Class<?> type = documented.get(name);
            boolean fits = type == String.class
                    ? value.isString()
                    : type == Boolean.class
                            ? value.isBoolean()
                            : type == Integer.class ? value.isInt() : value.isObject();
            assertThat(fits).as(name + ": " + value).isTrue();
        });
    }

    private VideoProvider.Host host() {
        return new ZoomHost.Connected(server.getBean(Connections.class)
                        .ofZoomUser(app().id(), ExampleZoom.USER_ID)
                        .orElseThrow()
                        .id())
                .asHost();
    }

    private ZoomApp app() {
        return server.getBean(ZoomApps.class)
                .find(ZoomApp.idOf(UUID.fromString(clinic.id), ZoomApp.Kind.GENERAL))
                .orElseThrow();
    }

    private Api.Answer meeting() {
        return administrator.get(appointment + "/meeting");
    }

    private String mailOf(String doctorId) {
        return administrator
                .get(clinic.path("doctors"))
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(doctorId))
                .map(it -> it.path("email").asString())
                .findFirst()
                .orElseThrow();
    }

    private Api accept(String email) {
        Pattern link = Pattern.compile("accept-invitation\\?token=([\\w-]+)");
        for (JsonNode mail : administrator.get("/api/v1/mails").json().path("items")) {
            Matcher token = link.matcher(mail.path("text").asString(""));
            if (mail.path("to").asString("").equals(email) && token.find()) {
                Api person = Api.of(server).opened();
                ok(person.post("/api/v1/invitations/" + token.group(1), Map.of("password", PASSWORD)));
                return person.signIn(email, PASSWORD);
            }
        }
        throw new AssertionError("No invitation for " + email);
    }

    private static Api.Answer ok(Api.Answer answer) {
        return ZoomClinic.ok(answer);
    }

    private static String challenge(String verifier) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(verifier)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
