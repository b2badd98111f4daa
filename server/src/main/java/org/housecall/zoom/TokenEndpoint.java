package org.housecall.zoom;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Zoom's token endpoint, each call made once. */
@Component
class TokenEndpoint {

    private static final long USUAL_SECONDS = 3599;
    private static final long MOST_SECONDS = 24 * 3600;

    private final ZoomOAuth oauth;
    private final ZoomCalls calls;
    private final ZoomApps apps;
    private final Clock clock;

    TokenEndpoint(ZoomOAuth oauth, ZoomCalls calls, ZoomApps apps, Clock clock) {
        this.oauth = oauth;
        this.calls = calls;
        this.apps = apps;
        this.clock = clock;
    }

    TokenAnswer exchange(ZoomApp app, String code, String verifier, URI redirectUrl) {
        MultiValueMap<String, String> form = form("authorization_code");
        form.add("code", code);
        form.add("code_verifier", verifier);
        form.add("redirect_uri", redirectUrl.toString());
        return token(app, form);
    }

    /** Zoom replaces the refresh token with every answer, and has no way to ask for a lost one again. */
    TokenAnswer refresh(ZoomApp app, String refreshToken) {
        MultiValueMap<String, String> form = form("refresh_token");
        form.add("refresh_token", refreshToken);
        return token(app, form);
    }

    /** The token of a Server-to-Server app's account. */
    TokenAnswer account(ZoomApp app) {
        MultiValueMap<String, String> form = form("account_credentials");
        form.add("account_id", String.valueOf(app.zoomAccountId()));
        return token(app, form);
    }

    /** Revokes the authorization behind a token that is still valid. Best effort: nothing depends on it. */
    void revoke(ZoomApp app, String accessToken) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("token", accessToken);
        String basic = basic(app);
        calls.make("POST /oauth/revoke", () -> oauth.revoke(basic, form));
    }

    private TokenAnswer token(ZoomApp app, MultiValueMap<String, String> form) {
        Instant asked = clock.instant();
        String basic = basic(app);
        Supplier<ResponseEntity<byte[]>> request = () -> oauth.token(basic, form);
        return switch (calls.make("POST /oauth/token", request)) {
            case ZoomCalls.Wire.Response(var response) ->
                read(response, asked, String.valueOf(form.getFirst("grant_type")));
            case ZoomCalls.Wire.NoAnswer(boolean sent) ->
                sent ? new TokenAnswer.Lost() : new TokenAnswer.Later(RetryTime.soon(clock.instant()));
        };
    }

    private TokenAnswer read(ResponseEntity<byte[]> response, Instant asked, String grant) {
        JsonNode body = Fields.object(response.getBody());
        int status = response.getStatusCode().value();
        if (response.getStatusCode().is2xxSuccessful()) {
            return granted(body, asked);
        }
        if (status == 429) {
            return new TokenAnswer.Later(
                    RetryTime.parse(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER), clock.instant())
                            .orElseGet(() -> RetryTime.soon(clock.instant())));
        }
        if (status >= 500 || status < 400) {
            return new TokenAnswer.Lost();
        }
        // A dead refresh token was invalid_request with this reason once; any other reason must not end a connection.
        // Codes and account ids are refused with invalid_request to this day.
        boolean refused =
                !grant.equals("refresh_token") || "Invalid Token!".equalsIgnoreCase(Fields.text(body, "reason"));
        return switch (String.valueOf(Fields.text(body, "error"))) {
            case "invalid_client", "unauthorized_client" -> new TokenAnswer.ClientRefused();
            case "invalid_grant" -> new TokenAnswer.GrantRefused();
            case "invalid_request" -> refused ? new TokenAnswer.GrantRefused() : new TokenAnswer.Lost();
            default -> new TokenAnswer.Lost();
        };
    }

    private static TokenAnswer granted(JsonNode body, Instant asked) {
        String access = Fields.text(body, "access_token");
        if (access == null || access.isEmpty()) {
            return new TokenAnswer.Lost();
        }
        long seconds = Fields.number(body, "expires_in").orElse(USUAL_SECONDS);
        Instant expiresAt = asked.plusSeconds(Math.clamp(seconds, 0, MOST_SECONDS));
        String scopes = Fields.text(body, "scope");
        return new TokenAnswer.Granted(new TokenAnswer.Tokens(
                access,
                Fields.text(body, "refresh_token"),
                expiresAt,
                scopes == null ? "" : scopes,
                Fields.text(body, "api_url")));
    }

    private static MultiValueMap<String, String> form(String grant) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", grant);
        return form;
    }

    private String basic(ZoomApp app) {
        return "Basic "
                + HttpHeaders.encodeBasicAuth(
                        app.clientId(), apps.clientSecret(app), java.nio.charset.StandardCharsets.UTF_8);
    }
}
