package org.zoomsandbox.http;

import java.util.Map;
import org.zoomsandbox.world.Json;

/** What goes back to the caller, before any fault has had its way with it. */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {

    private static final String JSON = "application/json;charset=UTF-8";

    public static Answer json(int status, Object body) {
        return new Answer(status, JSON, Json.write(body), Map.of());
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Map.of());
    }

    /** An error the way gateways and some validations have sent it. */
    public static Answer xml(int status, int code, String message) {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><error><code>" + code + "</code><message>" + message
                + "</message></error>";
        return text(status, "text/xml", text);
    }

    public static Answer empty(int status) {
        return new Answer(status, "", "", Map.of());
    }

    Answer withBody(String changed) {
        return new Answer(status, contentType, changed, headers);
    }

    Answer withHeaders(Map<String, String> others) {
        return new Answer(status, contentType, body, others);
    }
}
