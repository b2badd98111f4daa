package org.housecallbench;

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

/** Speaks JSON to one of the processes. Whatever is not answered with success ends the run. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private @Nullable String token;

    Api(String address) {
        this.address = address;
    }

    /** Signs in, and goes on with a token as machines do. */
    Api signIn(String email, String password) {
        exchange("GET", "/api/v1/session", null); // for the CSRF cookie; the answer is 401
        post("/api/v1/session", Map.of("email", email, "password", password));
        token = post("/api/v1/api-tokens", Map.of("name", "bench"))
                .path("token")
                .asString();
        cookies.getCookieStore().removeAll();
        return this;
    }

    JsonNode get(String path) {
        return succeed("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return succeed("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return succeed("PUT", path, body);
    }

    JsonNode delete(String path) {
        return succeed("DELETE", path, null);
    }

    boolean answers(String path) {
        try {
            return exchange("GET", path, null).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A request that a load sends by itself, as this client would. */
    HttpRequest request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(csrf -> request.setHeader("X-XSRF-TOKEN", csrf));
        return request.build();
    }

    private JsonNode succeed(String method, String path, @Nullable Object body) {
        HttpResponse<String> response = exchange(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private HttpResponse<String> exchange(String method, String path, @Nullable Object body) {
        try {
            return http.send(request(method, path, body), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
