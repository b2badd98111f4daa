package org.zoomsandbox.oauth;

import org.zoomsandbox.http.Answer;
import org.zoomsandbox.world.Json;

/** A refusal of the token endpoint, which speaks differently from the REST interface. */
final class OAuthRefused extends RuntimeException {

    private final int status;
    private final String reason;
    private final String error;

    OAuthRefused(int status, String reason, String error) {
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
        this.error = error;
    }

    static OAuthRefused invalidRequest(String reason) {
        return new OAuthRefused(400, reason, "invalid_request");
    }

    static OAuthRefused invalidToken() {
        return new OAuthRefused(400, "Invalid Token!", "invalid_grant");
    }

    static OAuthRefused invalidClient() {
        return new OAuthRefused(401, "Invalid client_id or client_secret", "invalid_client");
    }

    Answer answer() {
        return Answer.json(status, Json.object().put("reason", reason).put("error", error));
    }
}
