package org.zoomsandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.Answer;
import org.zoomsandbox.http.ZoomCall;
import org.zoomsandbox.oauth.Credential.Grant;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.ZoomApp;
import org.zoomsandbox.world.ZoomUser;

/** {@code /oauth/token} and {@code /oauth/revoke}. */
public final class TokenEndpoint {

    /** Zoom's documentation says 3600; the wire says 3599. */
    private static final int EXPIRES_IN = 3599;

    private final Directory directory;
    private final Tokens tokens;
    private final Installations installations;
    private final Site site;

    public TokenEndpoint(Directory directory, Tokens tokens, Installations installations, Site site) {
        this.directory = directory;
        this.tokens = tokens;
        this.installations = installations;
        this.site = site;
    }

    /** Exchanges a code, a refresh token or an account for tokens. */
    public Answer token(ZoomCall call) {
        try {
            var app = client(call);
            var issue = switch (call.form("grant_type")) {
                case null -> throw OAuthRefused.invalidRequest("Missing grant type.");
                case "authorization_code" ->
                    tokens.exchange(
                            app.clientId(), call.form("code"), call.form("redirect_uri"), call.form("code_verifier"));
                case "refresh_token" ->
                    tokens.refresh(app.clientId(), call.form("refresh_token"), app.accessSurvivesRefresh());
                case "account_credentials" -> forAccount(app, call.form("account_id"));
                case String other -> throw new OAuthRefused(400, "unsupported grant type", "unsupported_grant_type");
            };
            return answer(app, issue);
        } catch (OAuthRefused refused) {
            return refused.answer();
        }
    }

    /** Revoking a token also uninstalls the app, with the notification that belongs to it. */
    public Answer revoke(ZoomCall call) {
        try {
            var app = client(call);
            var found = tokens.any(call.form("token"));
            if (found == null || !found.grant().clientId().equals(app.clientId()) || !tokens.usableNow(found)) {
                throw OAuthRefused.invalidRequest("Invalid Token!");
            }
            if (found.grant().userId() == null) {
                tokens.revoke(app.clientId(), null, "revoked by the app");
            } else {
                installations.remove(app.clientId(), found.grant().userId(), "revoked by the app", true);
            }
            return Answer.json(200, Json.object().put("status", "success"));
        } catch (OAuthRefused refused) {
            return refused.answer();
        }
    }

    /** Whom a token request is about, as far as its form says. */
    public @Nullable ZoomUser subject(ZoomCall call) {
        for (var field : new String[] {"refresh_token", "code", "token"}) {
            var found = tokens.any(call.form(field));
            if (found != null && found.grant().userId() != null) {
                return directory.user(found.grant().userId());
            }
        }
        return null;
    }

    private Tokens.Issue forAccount(ZoomApp app, @Nullable String accountId) {
        if (!app.serverToServer() || !Objects.equals(app.accountId(), accountId)) {
            throw OAuthRefused.invalidRequest("Bad request");
        }
        var account = Objects.requireNonNull(accountId);
        return tokens.forAccount(new Grant(app.clientId(), null, account, Set.copyOf(app.scopeNames())));
    }

    private ZoomApp client(ZoomCall call) {
        var credentials = basic(call.header("Authorization"));
        var colon = credentials.indexOf(':');
        var app = colon < 0 ? null : directory.app(credentials.substring(0, colon));
        if (app == null || app.disabled() || !app.clientSecret().equals(credentials.substring(colon + 1))) {
            throw OAuthRefused.invalidClient();
        }
        return app;
    }

    private static String basic(@Nullable String header) {
        if (header == null || !header.startsWith("Basic ")) {
            throw OAuthRefused.invalidClient();
        }
        try {
            return new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthRefused.invalidClient();
        }
    }

    private Answer answer(ZoomApp app, Tokens.Issue issue) {
        var scopes = new ArrayList<>(issue.access().grant().scopes());
        Dice.shuffle(scopes);
        var body = Json.object().put("access_token", issue.access().value()).put("token_type", "bearer");
        if (issue.refresh() != null) {
            body.put("refresh_token", issue.refresh().value());
        }
        body.put("expires_in", EXPIRES_IN)
                .put("scope", String.join(" ", scopes))
                .put("api_url", Objects.requireNonNullElse(app.apiUrl(), site.baseUrl()));
        return Answer.json(200, body);
    }
}
