package org.housecall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser's view of the API: keeps cookies, sends the CSRF header. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String baseUrl;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private @Nullable String bearer;

    Api(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** A client of another server than {@link TestServer}. */
    public static Api of(ConfigurableApplicationContext server) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer())
                .getPort();
        return new Api("http://localhost:" + port);
    }

    /** A client of the server at that address. */
    public static Api at(String baseUrl) {
        return new Api(baseUrl);
    }

    public Api signIn(String email, String password) {
        get("/api/v1/session");
        Answer answer = post("/api/v1/session", Map.of("email", email, "password", password));
        if (answer.status() != 200) {
            throw new AssertionError("Signing in failed: " + answer);
        }
        return this;
    }

    /** Fetches the cookie without which nothing can be sent. */
    public Api opened() {
        get("/api/v1/session");
        return this;
    }

    /** A client that sends a bearer token and no cookie. */
    public Api withToken(String token) {
        Api api = new Api(baseUrl);
        api.bearer = token;
        return api;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Opens a stream of live updates. */
    public EventStream listen(String path) {
        return EventStream.open(http, URI.create(baseUrl + path));
    }

    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        body instanceof String text ? text : JSON.writeValueAsString(body)));
        request.header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        // Asked by address the store gives a copy: many threads may share this client.
        cookies.getCookieStore().get(URI.create(baseUrl)).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN") && !headers.containsKey("X-XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        try {
            return new Answer(exchange(request.build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of a stream of live updates, which has no end, nothing is read. */
    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        AtomicReference<InputStream> endless = new AtomicReference<>(InputStream.nullInputStream());
        HttpResponse<String> answer = http.send(
                request,
                info -> info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                        ? HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofInputStream(), stream -> {
                            endless.set(stream);
                            return "";
                        })
                        : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8));
        endless.get().close();
        return answer;
    }

    /** An answer with its body, read as JSON where it is any. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** A header's first value, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        public String id() {
            if (status() != 201) {
                throw new AssertionError("Not created: " + this);
            }
            return text("id");
        }

        @Override
        public String toString() {
            return response.statusCode() + " " + response.body();
        }
    }
}
