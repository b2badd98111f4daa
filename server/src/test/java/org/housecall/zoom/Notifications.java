package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.TestServer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Notifications as Zoom would send them, signed with whatever secret. */
final class Notifications {

    private Notifications() {}

    static String about(String event, String meetingId) {
        return about(event, Instant.now(), Map.of("id", meetingId));
    }

    static String about(String event, Instant at, Map<String, Object> object) {
        return body(event, at, Map.of("object", object));
    }

    static String body(String event, Instant at, Map<String, Object> payload) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("event", event, "event_ts", at.toEpochMilli(), "payload", payload));
    }

    /** To the clinic's General app. */
    static Api.Answer deliver(ZoomClinic clinic, String body) {
        return deliver(clinic.webhookPath(ZoomApp.Kind.GENERAL), clinic.webhookSecret, body, null);
    }

    static Api.Answer deliver(String path, String secret, String body, @Nullable String requestId) {
        return deliver(path, secret, body, requestId, Instant.now());
    }

    static Api.Answer deliver(String path, String secret, String body, @Nullable String requestId, Instant signedAt) {
        String timestamp = Long.toString(signedAt.getEpochSecond());
        Map<String, String> headers = new HashMap<>();
        headers.put(
                "x-zm-signature",
                "v0="
                        + WebhookSignature.hmac(
                                secret, ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8)));
        headers.put("x-zm-request-timestamp", timestamp);
        if (requestId != null) {
            headers.put("x-zm-request-id", requestId);
        }
        return TestServer.nobody().send("POST", path, body, headers);
    }

    /** How many of an app's wait to be followed. */
    static long waiting(UUID appId) {
        return TestServer.bean(JdbcClient.class)
                .sql("select count(*) from zoom_event where app_id = ?")
                .param(appId)
                .query(Long.class)
                .single();
    }
}
