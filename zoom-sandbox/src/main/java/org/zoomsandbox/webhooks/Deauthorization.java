package org.zoomsandbox.webhooks;

import java.time.Instant;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.ZoomApp;

/** The notification that a person has removed an app. */
final class Deauthorization {

    static final String EVENT = "app_deauthorized";

    private Deauthorization() {}

    /** Zoom's documents put event_ts at the top, its library puts it into the payload, and older ones had more fields. */
    static String body(ZoomApp app, String accountId, String userId, Instant now) {
        var payload = Json.object()
                .put("account_id", accountId)
                .put("user_id", userId)
                .put("client_id", app.clientId())
                .put("deauthorization_time", now.toString())
                .put("signature", Dice.pick("0123456789abcdef", 64));
        var body = Json.object().put("event", EVENT);
        switch (app.deauthorizationShape()) {
            case TOP_LEVEL -> body.put("event_ts", now.toEpochMilli());
            case IN_PAYLOAD -> payload.put("event_ts", now.toEpochMilli());
            case LEGACY -> {
                body.put("event_ts", now.toEpochMilli());
                payload.put("user_data_retention", "false");
            }
        }
        body.set("payload", payload);
        return body.toString();
    }
}
