package org.housecall.zoom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.Ids;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Authorizations that wait for a decision, with their tokens: encrypted, each bound to its app and account. */
@Repository
public class Relinks {

    /** Shorter than an access token lives: what is declined has to be revoked with one. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(45);

    private static final String SELECT =
            "select id, app_id, client_id, account_id, zoom_user_id, added, begun_at, expires_at from zoom_relink ";

    private static final RowMapper<Relink> ROW = new SimplePropertyRowMapper<>(Relink.class);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    Relinks(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    /** What an account has to decide about, if that is still to be decided. */
    public Optional<Relink> of(UUID appId, UUID accountId) {
        return jdbc.sql(SELECT + "where app_id = ? and account_id = ? and expires_at > ?")
                .params(appId, accountId, OffsetDateTime.now(clock))
                .query(ROW)
                .optional();
    }

    /** The address of the Zoom user; personal, for whoever authorized. */
    public Optional<String> zoomEmail(Relink relink) {
        return jdbc.sql("select zoom_email from zoom_relink where id = ? and zoom_email is not null")
                .param(relink.id())
                .query(byte[].class)
                .optional()
                .map(email -> box.open(email, context("email", relink.appId(), relink.accountId())));
    }

    List<Relink> ofApp(UUID appId) {
        return jdbc.sql(SELECT + "where app_id = ? order by id")
                .param(appId)
                .query(ROW)
                .list();
    }

    Optional<Relink> ofZoomUser(UUID appId, String zoomUserId) {
        return jdbc.sql(SELECT + "where app_id = ? and zoom_user_id = ?")
                .params(appId, zoomUserId)
                .query(ROW)
                .optional();
    }

    List<Relink> expired() {
        return jdbc.sql(SELECT + "where expires_at <= ? order by expires_at limit 100")
                .param(OffsetDateTime.now(clock))
                .query(ROW)
                .list();
    }

    /** Keeps an authorization in place of an earlier one of the same account, or by the same Zoom user, which it has ended. */
    @Transactional
    void keep(ZoomApp app, UUID accountId, ZoomUser user, TokenAnswer.Tokens tokens, boolean added) {
        UUID appId = app.id();
        forget(appId, accountId, user.id());
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into zoom_relink (id, app_id, client_id, account_id, zoom_user_id, zoom_account_id, zoom_email, zoom_user_type,
                          scopes, api_url, access_token, refresh_token, access_expires_at, added, begun_at, expires_at)
                        values (:id, :app, :client, :account, :user, :zoomAccount, :email, :type, :scopes, :apiUrl, :access, :refresh,
                          :accessExpires, :added, :now, :expires)""")
                .param("id", Ids.next())
                .param("app", appId)
                .param("client", app.clientId())
                .param("account", accountId)
                .param("user", user.id())
                .param("zoomAccount", user.accountId())
                .param("email", box.sealIfPresent(user.email(), context("email", appId, accountId)))
                .param("type", user.type())
                .param("scopes", tokens.scopes())
                .param("apiUrl", tokens.apiUrl())
                .param("access", box.seal(tokens.access(), context("access", appId, accountId)))
                .param("refresh", box.sealIfPresent(tokens.refresh(), context("refresh", appId, accountId)))
                .param("accessExpires", tokens.expiresAt().atOffset(ZoneOffset.UTC))
                .param("added", added)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Drops what a newer authorization, by the same account or the same Zoom user, has made worthless. */
    void forget(UUID appId, UUID accountId, String zoomUserId) {
        jdbc.sql("delete from zoom_relink where app_id = ? and (account_id = ? or zoom_user_id = ?)")
                .params(appId, accountId, zoomUserId)
                .update();
    }

    /** Takes one away, with what was kept of it; empty where it was decided in the meantime. */
    Optional<Kept> take(Relink relink) {
        return jdbc.sql("""
                        delete from zoom_relink where id = ?
                        returning zoom_account_id, zoom_email, zoom_user_type, scopes, api_url, access_token, refresh_token,
                          access_expires_at""")
                .param(relink.id())
                .query((row, number) -> kept(relink, row))
                .optional();
    }

    private Kept kept(Relink relink, ResultSet row) throws SQLException {
        return new Kept(
                new ZoomUser(
                        relink.zoomUserId(),
                        row.getString("zoom_account_id"),
                        open(row.getBytes("zoom_email"), "email", relink),
                        row.getObject("zoom_user_type", Integer.class)),
                new TokenAnswer.Tokens(
                        box.open(row.getBytes("access_token"), context("access", relink.appId(), relink.accountId())),
                        open(row.getBytes("refresh_token"), "refresh", relink),
                        row.getObject("access_expires_at", OffsetDateTime.class).toInstant(),
                        row.getString("scopes"),
                        row.getString("api_url")));
    }

    private @Nullable String open(byte @Nullable [] sealed, String what, Relink relink) {
        return sealed == null ? null : box.open(sealed, context(what, relink.appId(), relink.accountId()));
    }

    static String context(String what, UUID appId, UUID accountId) {
        return "zoom-relink/" + appId + "/" + accountId + "/" + what;
    }

    /** Who authorized, and the tokens Zoom gave for it. */
    record Kept(ZoomUser user, TokenAnswer.Tokens tokens) {}
}
