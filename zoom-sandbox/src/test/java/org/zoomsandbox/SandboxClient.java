package org.zoomsandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Json;
import tools.jackson.databind.JsonNode;

/** Talks to a sandbox as the clinic server, a browser and a test would. */
final class SandboxClient {

    static final String APP = "sandboxGeneralApp00001";
    static final String SERVER_APP = "sandboxServerApp000001";
    static final String CLINIC = "clinicAccount000000001";
    static final String CALLBACK = "http://127.0.0.1:9/callback";
    static final String ONE = "doctor.one@clinic.example";
    static final String TWO = "doctor.two@clinic.example";
    static final String THREE = "doctor.three@clinic.example";
    static final String FOUR = "doctor.four@clinic.example";

    private final String baseUrl;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    SandboxClient(ZoomSandbox sandbox) {
        baseUrl = sandbox.baseUrl();
    }

    static ZoomSandbox sandbox() {
        return ZoomSandbox.start(Options.forTests().withRedirectUris(List.of(CALLBACK)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    CompletableFuture<HttpResponse<String>> exchangeLater(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : baseUrl + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> get(String path) {
        return send(to(path));
    }

    JsonNode control(String method, String path, String body) {
        var response = send(to("/control/" + path).method(method, BodyPublishers.ofString(body)));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    JsonNode look(String path) {
        return control("GET", path, "");
    }

    void advance(String duration) {
        control("POST", "clock", "{\"advance\":\"" + duration + "\"}");
    }

    void fault(String body) {
        control("POST", "faults", body);
    }

    HttpResponse<String> rest(String token, String method, String path, String body) {
        return send(restRequest(token, method, path, body));
    }

    HttpRequest.Builder restRequest(String token, String method, String path, String body) {
        return to("/v2" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    HttpResponse<String> form(String path, Map<String, String> fields) {
        return send(formRequest(path, fields));
    }

    HttpRequest.Builder formRequest(String path, Map<String, String> fields) {
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    HttpResponse<String> token(Map<String, String> fields) {
        return token(APP, APP + "Secret", fields);
    }

    HttpResponse<String> token(String clientId, String secret, Map<String, String> fields) {
        return send(tokenRequest(clientId, secret, "/oauth/token", fields));
    }

    HttpRequest.Builder tokenRequest(String clientId, String secret, String path, Map<String, String> fields) {
        return formRequest(path, fields).header("Authorization", basic(clientId, secret));
    }

    HttpResponse<String> refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    HttpResponse<String> exchangeCode(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
    }

    HttpResponse<String> accountCredentials(String accountId) {
        return token(
                SERVER_APP,
                SERVER_APP + "Secret",
                Map.of("grant_type", "account_credentials", "account_id", accountId));
    }

    HttpResponse<String> decide(Map<String, String> query, Map<String, String> decision) {
        return form("/oauth/authorize?" + encoded(query), decision);
    }

    static Map<String, String> authorization() {
        return Map.of("response_type", "code", "client_id", APP, "redirect_uri", CALLBACK, "state", "s-1");
    }

    String code(String user) {
        return code(user, authorization());
    }

    String code(String user, Map<String, String> query) {
        return parameter(decide(query, Map.of("user_id", user, "decision", "allow")), "code");
    }

    JsonNode connect(String user) {
        return json(exchangeCode(code(user)));
    }

    String accessToken(String user) {
        return connect(user).path("access_token").asString();
    }

    String accountToken() {
        return json(accountCredentials(CLINIC)).path("access_token").asString();
    }

    JsonNode create(String token, String body) {
        var response = rest(token, "POST", "/users/me/meetings", body);
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    JsonNode read(String token, JsonNode meeting) {
        return json(rest(token, "GET", "/meetings/" + meeting.path("id").asString(), ""));
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    static String parameter(HttpResponse<String> redirect, String name) {
        var query = URI.create(redirect.headers().firstValue("Location").orElseThrow())
                .getRawQuery();
        for (var pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + query);
    }

    static @Nullable String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    static String basic(String clientId, String secret) {
        var both = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
