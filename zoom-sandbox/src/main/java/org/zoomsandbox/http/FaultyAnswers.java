package org.zoomsandbox.http;

import java.util.Map;
import java.util.TreeMap;
import org.zoomsandbox.world.Json;
import tools.jackson.databind.JsonNode;

/** What a faulty Zoom, or the gateway before it, answers. */
final class FaultyAnswers {

    private final RateLimits limits;

    FaultyAnswers(RateLimits limits) {
        this.limits = limits;
    }

    /** The answer that replaces the real one. */
    Answer instead(Fault fault, String path) {
        return switch (fault.kind()) {
            case STATUS -> status(fault);
            case RATE_LIMIT -> rateLimit(fault, path).answer();
            case INVALID_GRANT -> invalidGrant(fault);
            case INVALID_CLIENT ->
                Answer.json(
                        401,
                        Json.object()
                                .put("reason", "Invalid client_id or client_secret")
                                .put("error", "invalid_client"));
            case INVALID_ACCESS_TOKEN ->
                ZoomError.token(fault.text("message", "Access token is expired."))
                        .answer();
            case LATENCY, LOST_ANSWER, RESET_BEFORE_COMMIT, MALFORMED, REWRITE ->
                throw new IllegalArgumentException(fault.kind() + " does not replace an answer");
        };
    }

    /** The real answer, cut short or put in other words. */
    static Answer spoiled(Fault fault, Answer answer) {
        return switch (fault.kind()) {
            case MALFORMED -> malformed(fault, answer);
            case REWRITE -> rewritten(fault, answer);
            default -> answer;
        };
    }

    private static Answer status(Fault fault) {
        var status = fault.params().path("status").asInt(500);
        var answer = switch (fault.text("body", "json")) {
            case "json" ->
                ZoomError.of(status, code(fault, status), message(fault)).answer();
            case "html" ->
                Answer.text(
                        status,
                        "text/html",
                        "<html><head><title>" + status + "</title></head><body><center><h1>" + status
                                + " Gateway</h1></center><hr><center>nginx</center></body></html>");
            case "xml" -> Answer.xml(status, code(fault, status), message(fault));
            case "empty" -> Answer.empty(status);
            case "malformed" -> Answer.text(status, "application/json", "{\"code\":" + status + ",\"mess");
            case String other -> Answer.text(status, fault.text("contentType", "text/plain"), other);
        };
        var headers = new TreeMap<String, String>();
        fault.params()
                .path("headers")
                .properties()
                .forEach(each -> headers.put(each.getKey(), each.getValue().asString()));
        return answer.withHeaders(headers);
    }

    private static int code(Fault fault, int status) {
        return fault.params().path("code").asInt(status);
    }

    private static String message(Fault fault) {
        return fault.text("message", "Internal error.");
    }

    private ZoomError rateLimit(Fault fault, String path) {
        return switch (fault.text("variant", "per-second")) {
            case "per-second" -> limits.perSecond();
            case "daily" -> limits.daily();
            case "per-user" -> limits.perHost();
            case "concurrent" -> RateLimits.concurrent(path);
            case String other -> throw new IllegalArgumentException("unknown rate limit variant: " + other);
        };
    }

    private static Answer invalidGrant(Fault fault) {
        var body = Json.object();
        if (!fault.params().path("bare").asBoolean(false)) {
            body.put("reason", "Invalid Token!");
        }
        return Answer.json(400, body.put("error", "invalid_grant"));
    }

    private static Answer malformed(Fault fault, Answer answer) {
        return switch (fault.text("mode", "truncated")) {
            case "truncated" ->
                answer.withBody(answer.body().substring(0, answer.body().length() / 2));
            case "html" -> Answer.text(answer.status(), "text/html", "<html><body>OK</body></html>");
            case "content-type" -> new Answer(answer.status(), "text/plain", answer.body(), answer.headers());
            case "empty" -> Answer.empty(answer.status());
            case String other -> throw new IllegalArgumentException("unknown malformation: " + other);
        };
    }

    private static Answer rewritten(Fault fault, Answer answer) {
        var body = Json.parseObject(answer.body());
        if (body == null) {
            return answer;
        }
        for (Map.Entry<String, JsonNode> each : fault.params().path("set").properties()) {
            body.set(each.getKey(), each.getValue());
        }
        fault.params().path("remove").forEach(name -> body.remove(name.asString()));
        return answer.withBody(body.toString());
    }
}
