package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.housecall.meetings.MeetingProblem;
import org.housecall.platform.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Access tokens of Server-to-Server apps: one per app, shared by all nodes, because Zoom has been known to let a new one end the last. */
@Service
class AccountTokens {

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final ZoomHosts hosts;
    private final ZoomApps apps;
    private final TokenEndpoint endpoint;
    private final SharedRefresh refreshes;
    private final Clock clock;

    AccountTokens(
            JdbcClient jdbc,
            SecretBox box,
            ZoomHosts hosts,
            ZoomApps apps,
            TokenEndpoint endpoint,
            SharedRefresh refreshes,
            Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.hosts = hosts;
        this.apps = apps;
        this.endpoint = endpoint;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    /** A token that is valid, and newer than the version that Zoom has just refused. */
    TokenUse accessTokenBut(UUID appId, long refusedVersion) {
        return refreshes.token(
                appId.toString(),
                () -> goodFor(EARLY, appId, refusedVersion),
                () -> goodFor(LAST_MOMENT, appId, refusedVersion),
                () -> fetch(appId, refusedVersion));
    }

    /** What the stored token was granted; nothing where there is none. */
    Set<String> scopes(UUID appId) {
        return jdbc.sql("select scopes from zoom_account_token where app_id = ?")
                .param(appId)
                .query(String.class)
                .optional()
                .map(Scopes::parse)
                .orElse(Set.of());
    }

    /** Until when the stored token is good, or was; empty where there is none. */
    Optional<Instant> goodUntil(UUID appId) {
        return jdbc.sql("select expires_at from zoom_account_token where app_id = ?")
                .param(appId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Drops the token, as when the app's credentials change. */
    void forget(UUID appId) {
        jdbc.sql("delete from zoom_account_token where app_id = ?").param(appId).update();
    }

    private Optional<TokenUse> goodFor(Duration time, UUID appId, long refusedVersion) {
        return jdbc.sql("""
                        select access_token, api_url, token_version from zoom_account_token
                        where app_id = ? and expires_at > ? and token_version <> ?""")
                .params(appId, clock.instant().plus(time).atOffset(ZoneOffset.UTC), refusedVersion)
                .query((row, number) -> new AccessToken(
                        appId,
                        box.open(row.getBytes("access_token"), context(appId)),
                        hosts.apiBase(row.getString("api_url")),
                        row.getLong("token_version")))
                .optional()
                .map(TokenUse.Usable::new);
    }

    private Optional<TokenUse> fetch(UUID appId, long refusedVersion) {
        ZoomApp app = apps.find(appId).orElse(null);
        if (app == null) {
            return Optional.of(new TokenUse.Unusable(new ZoomAnswer.NotConnected(MeetingProblem.NO_APP)));
        }
        return switch (endpoint.account(app)) {
            case TokenAnswer.Granted(var tokens) -> {
                store(appId, tokens);
                yield goodFor(Duration.ZERO, appId, refusedVersion);
            }
            // A wrong account id is part of our credentials.
            case TokenAnswer.ClientRefused(), TokenAnswer.GrantRefused() ->
                meanwhile(appId, refusedVersion, new ZoomAnswer.AppRefused());
            case TokenAnswer.Lost() -> meanwhile(appId, refusedVersion, new ZoomAnswer.NotSent());
            case TokenAnswer.Later(Instant at) -> meanwhile(appId, refusedVersion, new ZoomAnswer.TooFast(at));
        };
    }

    private Optional<TokenUse> meanwhile(UUID appId, long refusedVersion, ZoomAnswer.Failure otherwise) {
        return goodFor(LAST_MOMENT, appId, refusedVersion).or(() -> Optional.of(new TokenUse.Unusable(otherwise)));
    }

    private void store(UUID appId, TokenAnswer.Tokens tokens) {
        jdbc.sql("""
                        insert into zoom_account_token (app_id, access_token, api_url, scopes, expires_at)
                        values (:app, :access, :apiUrl, :scopes, :expires)
                        on conflict (app_id) do update set
                          access_token = excluded.access_token, api_url = excluded.api_url, scopes = excluded.scopes,
                          expires_at = excluded.expires_at, token_version = zoom_account_token.token_version + 1""")
                .param("app", appId)
                .param("access", box.seal(tokens.access(), context(appId)))
                .param("apiUrl", tokens.apiUrl())
                .param("scopes", tokens.scopes())
                .param("expires", tokens.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    static String context(UUID appId) {
        return "zoom-account-token/" + appId;
    }
}
