package org.zoomsandbox.http;

import java.util.List;
import java.util.Map;
import org.zoomsandbox.world.Json;

/** A refusal in Zoom's own form. */
public final class ZoomError extends RuntimeException {

    /** A field that failed validation. */
    public record Field(String field, String message) {}

    private final transient Answer answer;

    private ZoomError(String message, Answer answer) {
        super(message, null, false, false);
        this.answer = answer;
    }

    public static ZoomError of(int status, int code, String message) {
        return new ZoomError(
                message, Answer.json(status, Json.object().put("code", code).put("message", message)));
    }

    static ZoomError of(int status, int code, String message, Map<String, String> headers) {
        var error = of(status, code, message);
        return new ZoomError(message, error.answer.withHeaders(headers));
    }

    /** Validation failures name the fields. */
    public static ZoomError invalid(List<Field> fields) {
        var body = Json.object().put("code", 300).put("message", "Validation Failed.");
        body.set("errors", Json.tree(fields));
        return new ZoomError("Validation Failed.", Answer.json(400, body));
    }

    public static ZoomError invalid(String field, String message) {
        return invalid(List.of(new Field(field, message)));
    }

    /** Any other answer, such as the XML some validation failures have come back as. */
    public static ZoomError answering(Answer answer) {
        return new ZoomError("HTTP " + answer.status(), answer);
    }

    /** The token itself is no good. */
    public static ZoomError token(String message) {
        return of(401, 124, message);
    }

    public Answer answer() {
        return answer;
    }
}
