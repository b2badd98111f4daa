package org.housecalldemo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server as a signed-in person's browser does: with cookies, and with the CSRF token in its header. */
final class Browser {

    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Browser(String address) {
        this.address = address;
    }

    Browser signIn(People.Someone someone) {
        send("GET", "/api/v1/session", null); // for the CSRF cookie; the answer is 401
        post("/api/v1/session", Map.of("email", someone.email(), "password", People.PASSWORD));
        return this;
    }

    JsonNode get(String path) {
        return answer("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return answer("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return answer("PUT", path, body);
    }

    JsonNode delete(String path) {
        return answer("DELETE", path, null);
    }

    /** Opens an address as a link or redirect does; where the answer leads to, or an empty text where it stays. */
    String follow(String url) {
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(URI.create(url)));
        return response.headers().firstValue("Location").orElse("");
    }

    /** Submits a page's form; where the answer leads to. */
    String submit(String url, String form) {
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return response.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode answer(String method, String path, @Nullable Object body) {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
        return exchange(request);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
