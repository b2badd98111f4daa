package org.housecall.zoom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.housecall.TestServer;
import org.zoomsandbox.ZoomSandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other side: what a person does at Zoom, and what a test makes Zoom do. */
final class Sandbox {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Sandbox() {}

    static JsonNode control(String method, String path, Object body) {
        return control(TestServer.sandbox(), method, path, JSON.writeValueAsString(body));
    }

    /** Of another sandbox than the one all tests share. */
    static JsonNode control(ZoomSandbox sandbox, String method, String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/control/" + path))
                .method(method, BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    static JsonNode get(String path) {
        return control("GET", path, Map.of());
    }

    static void fault(String endpoint, String user, String kind, Map<String, Object> more) {
        Map<String, Object> fault = new java.util.HashMap<>(more);
        fault.put("endpoint", endpoint);
        fault.put("user", user);
        fault.put("kind", kind);
        control("POST", "faults", fault);
    }

    /** Whether an answer about a user is being kept back this moment, with the work done. */
    static boolean isKeepingBack(String user) {
        return get("faults")
                .valueStream()
                .filter(it -> it.path("fault").path("user").asString("").equals(user))
                .anyMatch(it -> it.path("keptBack").asInt() > 0);
    }

    /** Decides on the consent page as a person would; where Zoom sends the browser. */
    static URI decide(String authorizeUrl, String user, String decision) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(authorizeUrl))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("user_id", user, "decision", decision)))));
        return URI.create(answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    /** How often the token endpoint was asked for a user's refresh; the sandbox's log names users by e-mail address. */
    static long refreshes(String email) {
        return StreamSupport.stream(get("calls?limit=10000").path("calls").spliterator(), false)
                .filter(call -> call.path("grant").asString("").equals("refresh_token"))
                .filter(call -> call.path("user").asString("").equals(email))
                .count();
    }

    /** The calls of an operation such as {@code POST /v2/users/{userId}/meetings} for a user, oldest first. */
    static List<JsonNode> calls(String operation, String email) {
        return StreamSupport.stream(get("calls?limit=10000").path("calls").spliterator(), false)
                .filter(call -> call.path("operation").asString("").equals(operation))
                .filter(call -> call.path("user").asString("").equals(email))
                .toList()
                .reversed();
    }

    /** A user's meetings that have not been deleted. */
    static List<JsonNode> liveMeetings(String user) {
        return StreamSupport.stream(get("meetings?host=" + user).spliterator(), false)
                .filter(meeting -> !meeting.path("status").asString("").equals("deleted"))
                .toList();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets it be the hour that it is for the server, after a test that moved the sandbox's clock. */
    static void setClockRight() {
        control("POST", "clock", Map.of("now", java.time.Instant.now().toString()));
    }
}
