package org.housecall.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zoomsandbox.ZoomSandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox: what goes wrong there, and what there is in the end. */
final class ChaosZoom {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String API = "* /v2/**";
    private static final String OAUTH = "POST /oauth/token";

    private final ZoomSandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, List<String>> faults = new TreeMap<>();
    private final Map<String, Integer> disturbances = new TreeMap<>();
    private long seed;

    ChaosZoom(ZoomSandbox sandbox) {
        this.sandbox = sandbox;
        control("PUT", "limits", Map.of("enforced", false)); // kept by another test; here they would hide the faults
    }

    /** From now on every kind of fault strikes its share of the calls. */
    void goWrong(long firstSeed) {
        seed = firstSeed;
        fault("answer lost after commit", API, "lost-answer", 0.05, Map.of());
        fault("connection reset before", API, "reset-before-commit", 0.03, Map.of());
        fault("5xx as JSON", API, "status", 0.02, Map.of("status", 500));
        fault("5xx as HTML", API, "status", 0.03, Map.of("status", 502, "body", "html"));
        fault("429 per second", API, "rate-limit", 0.04, Map.of("variant", "per-second"));
        fault("429 concurrent", API, "rate-limit", 0.01, Map.of("variant", "concurrent"));
        refreshFault("refresh answer lost", "lost-answer", 0.10, Map.of());
        refreshFault("refresh reset before", "reset-before-commit", 0.06, Map.of());
        refreshFault("refresh 5xx", "status", 0.06, Map.of("status", 503, "body", "html"));
        refreshFault("refresh 429", "rate-limit", 0.06, Map.of());
        refreshFault("refresh slow", "latency", 0.30, Map.of("ms", 2000)); // or no two would ever meet
        disturb("webhook late", "delay", 0.15, Map.of("delay", "PT4S"));
        disturb("webhook twice", "duplicate", 0.15, Map.of());
        disturb("webhook out of order", "reorder", 0.15, Map.of());
    }

    private void fault(String name, String endpoint, String kind, double share, Map<String, Object> params) {
        Map<String, Object> fault = new HashMap<>(
                Map.of("endpoint", endpoint, "kind", kind, "times", "always", "share", share, "params", params));
        arm(name, fault);
    }

    private void refreshFault(String name, String kind, double share, Map<String, Object> params) {
        Map<String, Object> fault = new HashMap<>(
                Map.of("endpoint", OAUTH, "kind", kind, "times", "always", "share", share, "params", params));
        fault.put("grant", "refresh_token");
        arm(name, fault);
    }

    private void arm(String name, Map<String, Object> fault) {
        fault.put("seed", ++seed);
        faults.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(control("POST", "faults", fault).path("id").asString());
    }

    private void disturb(String name, String kind, double share, Map<String, Object> params) {
        control(
                "POST",
                "webhooks/disturbances",
                Map.of("kind", kind, "times", "always", "share", share, "seed", ++seed, "params", params));
        disturbances.put(name, disturbances.size());
    }

    /** How often each fault has struck. */
    Map<String, Integer> counts() {
        Map<String, Integer> struck = new HashMap<>();
        get("faults")
                .forEach(it ->
                        struck.put(it.path("id").asString(), it.path("struck").asInt()));
        Map<String, Integer> counts = new TreeMap<>();
        faults.forEach((name, ids) ->
                counts.put(name, ids.stream().mapToInt(struck::get).sum()));
        JsonNode disturbed = get("webhooks/disturbances");
        disturbances.forEach((name, index) ->
                counts.put(name, disturbed.get(index).path("struck").asInt()));
        return counts;
    }

    /** From now on nothing goes wrong any more; what was held up is delivered. */
    void calm() {
        control("DELETE", "faults", Map.of());
        control("DELETE", "webhooks/disturbances", Map.of());
    }

    /** Whether no notification is on its way; one that nobody took is sent again at once and not in five minutes. */
    boolean hasToldEverything() {
        JsonNode webhooks = get("webhooks?limit=1");
        if (webhooks.path("underWay").asInt() == 0 && webhooks.path("waiting").asInt() > 0) {
            control("POST", "clock", Map.of("advance", "PT5M"));
        }
        return webhooks.path("underWay").asInt() + webhooks.path("waiting").asInt() == 0;
    }

    String newUser(String email) {
        return control("PUT", "users/" + email, Map.of()).path("id").asString();
    }

    /** How many tokens open something as this user. */
    long usableTokens(String userId) {
        return get("tokens")
                .valueStream()
                .filter(token -> token.path("userId").asString("").equals(userId))
                .filter(token -> token.path("usable").asBoolean())
                .count();
    }

    /** Decides on the consent page as a person would; where Zoom sends the browser. */
    URI consent(String authorizeUrl, String user) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(authorizeUrl))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "user_id=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&decision=allow")));
        return URI.create(answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    JsonNode get(String path) {
        return control("GET", path, Map.of());
    }

    JsonNode control(String method, String path, Object order) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/control/" + path))
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(order))));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
