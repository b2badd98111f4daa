package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every answer, of whatever kind, of a server that people reach by https through a proxy. */
class HardeningTests {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String CREDENTIALS =
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);

    @TempDir
    static Path dataDir;

    private static @Nullable ConfigurableApplicationContext server;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = OwnServer.start(
                dataDir,
                Map.of(
                        "housecall.base-url",
                        "https://clinic.example",
                        "housecall.trusted-proxies",
                        "127.0.0.1,::1",
                        "housecall.admin.email",
                        TestServer.ADMIN_EMAIL,
                        "housecall.admin.password",
                        TestServer.ADMIN_PASSWORD));
    }

    @AfterAll
    static void stop() {
        running().close();
    }

    private static ConfigurableApplicationContext running() {
        return Objects.requireNonNull(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 GET /",
                "200 GET /visit/some-token",
                "404 GET /no/such/page",
                "404 GET /book/no-such-clinic",
                "200 GET /legal/privacy",
                "200 GET /legal/terms",
                "200 GET /support",
                "200 GET /help/zoom",
                "404 GET /c/no-such-clinic/privacy",
                "200 GET /pages.css",
                "200 GET /favicon.svg",
                "404 GET /assets/nothing.js",
                "200 GET /actuator/health/readiness",
                "401 GET /actuator/metrics",
                "200 GET /api/v1/installation",
                "401 GET /api/v1/session",
                "404 GET /api/v1/visits/nothing",
                "200 GET /api/v1/openapi.json",
                "403 POST /api/v1/session",
                "404 POST /zoom/webhooks/x",
                "401 PUT /",
                "400 GET //api//v1/session",
                "400 GET /api/v1/session;x=1",
                "404 GET /error",
                "401 GET /api/v1/clinics?x=%ff%zz"
            })
    void sendsEveryAnswerWithTheSameProtection(String expected) throws IOException {
        String[] parts = expected.split(" ", 2);
        Raw answer = Raw.of(port(), parts[1] + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*");

        assertThat(answer.status()).isEqualTo(Integer.parseInt(parts[0]));
        assertProtected(answer);
        if (!parts[1].matches("GET /(legal|support|help|pages|favicon).*")) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
        if (answer.status() >= 400) {
            assertThat(answer.body()).doesNotContain("org.", "java.", "Exception", "Tomcat", "\"path\"", "timestamp");
        }
    }

    @Test
    void sendsScriptsWithTheSameProtection() throws IOException {
        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"")
                .matcher(Raw.of(port(), "GET / HTTP/1.1\r\nHost: localhost").body());
        assertThat(script.find()).isTrue();

        Raw answer = Raw.of(port(), "GET " + script.group(1) + " HTTP/1.1\r\nHost: localhost");

        assertThat(answer.status()).isEqualTo(200);
        assertProtected(answer);
        assertThat(answer.header("Cache-Control")).contains("immutable");
    }

    private static void assertProtected(Raw answer) {
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src ", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    /** What ends before any filter of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "<script> / HTTP/1.1",
                "GET / HTTP/9.9",
                "GET / HTTP/1.1",
                "GET / HTTP/1.1\r\nHost: a b",
                "GET /%zz HTTP/1.1\r\nHost: localhost",
                "GET /a\\b HTTP/1.1\r\nHost: localhost",
                "GET /a%2fb HTTP/1.1\r\nHost: localhost",
                "GET /{x} HTTP/1.1\r\nHost: localhost",
                "TRACE / HTTP/1.1\r\nHost: localhost",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense"
            })
    void saysNothingOfItselfWhereARequestIsNone(String request) throws IOException {
        Raw answer = Raw.of(port(), request);

        assertThat(answer.status()).isBetween(400, 505);
        assertThat(answer.whole())
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("org.", "java.", "Exception", "\tat ", "<b>Message</b>", "<script>", "11.0");
    }

    @Test
    void takesNoMoreHeadersThanAreSensible() throws IOException {
        for (String headers : List.of(
                "X-Long: " + "x".repeat(20_000),
                IntStream.range(0, 150).mapToObj(i -> "X-" + i + ": x").collect(Collectors.joining("\r\n")))) {
            Raw answer = Raw.of(port(), "GET / HTTP/1.1\r\nHost: localhost\r\n" + headers);

            assertThat(answer.status()).isIn(400, 431);
            assertThat(answer.whole()).doesNotContainIgnoringCase("tomcat");
        }
    }

    @Test
    void takesNoMoreParametersThanAreSensible() throws IOException {
        String many = IntStream.range(0, 300).mapToObj(i -> "a=" + i).collect(Collectors.joining("&"));

        Raw answer = Raw.of(port(), "GET /api/v1/session?" + many + " HTTP/1.1\r\nHost: localhost");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void waitsForNobodyForLong() {
        TomcatWebServer tomcat =
                (TomcatWebServer) Objects.requireNonNull(((WebServerApplicationContext) running()).getWebServer());
        Connector connector = tomcat.getTomcat().getConnector();
        AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        assertThat(protocol.getConnectionTimeout()).isEqualTo(20_000);
        assertThat(protocol.getKeepAliveTimeout()).isEqualTo(75_000);
        assertThat(protocol.getMaxHttpRequestHeaderSize()).isEqualTo(16 * 1024);
        assertThat(connector.getMaxPostSize()).isEqualTo(64 * 1024);
        assertThat(connector.getMaxParameterCount()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/zoom/webhooks/01a20fcc-f617-7c74-a8ea-e902e95feed5"})
    void refusesABodyBeyondTheLimitWhetherItsLengthIsAnnouncedOrNot(String path) throws Exception {
        byte[] large = json(MEGABYTE + 1);
        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            HttpResponse<String> answer = post(path, body);

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                    .isEqualTo("too-large");
        }
    }

    @Test
    void readsABodyOfTheLimitWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        byte[] fits = json(MEGABYTE);
        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(fits), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(fits)))) {
            assertThat(post("/api/v1/session", body).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void takesNoFiles() throws Exception {
        HttpResponse<String> answer = http.send(
                withCsrf("/api/v1/session")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(
                                BodyPublishers.ofString(
                                        "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nx\r\n--x--\r\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"media-type\"");
    }

    @Test
    void guardsCookiesAsBrowsersCan() throws Exception {
        HttpResponse<String> answer = post("/api/v1/session", BodyPublishers.ofString(CREDENTIALS));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-HOUSECALL_SESSION=")
                        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain="))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "Path=/", "SameSite=Lax"));
    }

    @Test
    void publishesTheSessionCookieByItsName() throws Exception {
        HttpResponse<String> api = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/api/v1/openapi.json"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(api.body()).contains("\"__Host-HOUSECALL_SESSION\"");
    }

    @Test
    void promisesNoHttpsWhereThereIsNone() {
        Api.Answer answer = TestServer.nobody().get("/api/v1/session");

        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.response().headers().allValues("Set-Cookie")).noneMatch(it -> it.contains("Secure"));
    }

    @Test
    void namesTheClientInTheTrailOnlyWhereAProxyOfOursSaysWhoItIs() throws Exception {
        assertThat(originsAfterSigningIn(TestServer.baseUrl(), "203.0.113.77")).doesNotContain("203.0.113.77");
        assertThat(originsAfterSigningIn("http://localhost:" + port(), "203.0.113.78"))
                .contains("203.0.113.78");
    }

    /** The cookies of the server behind a proxy are for https, so they are carried by hand. */
    private List<String> originsAfterSigningIn(String baseUrl, String client) throws Exception {
        HttpResponse<String> signedIn = http.send(
                withCsrf(baseUrl, "/api/v1/session")
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", client)
                        .POST(BodyPublishers.ofString(CREDENTIALS))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String session = signedIn.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("HOUSECALL_SESSION="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> trail = http.send(
                HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1/audit?action=SIGNED_IN"))
                        .header("Cookie", session)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(trail.statusCode()).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(trail.body())
                .path("items")
                .valueStream()
                .map(entry -> entry.path("origin").asString(""))
                .toList();
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return http.send(
                withCsrf(path)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder withCsrf(String path) {
        return withCsrf("http://localhost:" + port(), path);
    }

    private static HttpRequest.Builder withCsrf(String baseUrl, String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Cookie", "XSRF-TOKEN=of-our-choice")
                .header("X-XSRF-TOKEN", "of-our-choice");
    }

    private static byte[] json(int length) {
        String beginning = "{\"email\":\"";
        String end = "\"}";
        return (beginning + "x".repeat(length - beginning.length() - end.length()) + end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) running()).getWebServer())
                .getPort();
    }

    /** An answer as it came, to a request that no client would send. */
    private record Raw(String whole) {

        static Raw of(int port, String request) throws IOException {
            try (Socket socket = new Socket("localhost", port)) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream()
                        .write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                return new Raw(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        int status() {
            return Integer.parseInt(whole.split(" ", 3)[1]);
        }

        String header(String name) {
            return whole.substring(0, Math.max(0, whole.indexOf("\r\n\r\n")))
                    .lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                            .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .collect(Collectors.joining(", "));
        }

        String body() {
            return whole.substring(whole.indexOf("\r\n\r\n") + 4);
        }
    }
}
