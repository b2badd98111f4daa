package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.Secret;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Authorizations that were begun with us: each good for one callback, from the account and browser session that began it. */
@Repository
class Attempts {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final RowMapper<Attempt> ROW = new SimplePropertyRowMapper<>(Attempt.class);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    Attempts(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @param sessionId null where an API token asked
     * @param added whether Zoom's own Add button led here
     */
    Begun begin(ZoomApp app, UUID accountId, UUID clinicId, @Nullable String sessionId, boolean added) {
        UUID appId = app.id();
        Begun begun = new Begun(Secret.token(), Secret.token());
        jdbc.sql("""
                        insert into zoom_oauth_attempt (state_hash, app_id, client_id, account_id, clinic_id, session_hash, code_verifier, expires_at, added)
                        values (:state, :app, :client, :account, :clinic, :session, :verifier, :expires, :added)""")
                .param("state", Secret.hash(begun.state()))
                .param("app", appId)
                .param("client", app.clientId())
                .param("account", accountId)
                .param("clinic", clinicId)
                .param("session", sessionId == null ? null : Secret.hash(sessionId))
                .param("verifier", box.seal(begun.verifier(), context(appId, accountId)))
                .param("expires", OffsetDateTime.now(clock).plus(GOOD_FOR))
                .param("added", added)
                .update();
        return begun;
    }

    Optional<Attempt> find(String state) {
        return jdbc.sql(
                        "select app_id, client_id, account_id, clinic_id, expires_at, used_at, added from zoom_oauth_attempt where state_hash = ?")
                .param(Secret.hash(state))
                .query(ROW)
                .optional();
    }

    /** Whether the session is the one it was begun in; an attempt of an API token belongs to none. */
    boolean isOfSession(String state, @Nullable String sessionId) {
        return jdbc.sql("""
                        select session_hash is null or session_hash is not distinct from cast(:session as bytea)
                        from zoom_oauth_attempt where state_hash = :state""")
                .param("session", sessionId == null ? null : Secret.hash(sessionId))
                .param("state", Secret.hash(state))
                .query(Boolean.class)
                .single();
    }

    /** Uses an attempt up; its verifier, or empty where it was used already. */
    Optional<String> use(String state, Attempt attempt) {
        return jdbc.sql("""
                        update zoom_oauth_attempt set used_at = :now
                        where state_hash = :state and used_at is null and expires_at > :now returning code_verifier""")
                .param("now", OffsetDateTime.now(clock))
                .param("state", Secret.hash(state))
                .query(byte[].class)
                .optional()
                .map(verifier -> box.open(verifier, context(attempt.appId(), attempt.accountId())));
    }

    /** When an account's latest attempt began, where nothing ever came back from Zoom. */
    Optional<Instant> unfinishedSince(UUID appId, UUID accountId) {
        return jdbc.sql("""
                        select app_id, client_id, account_id, clinic_id, expires_at, used_at, added from zoom_oauth_attempt
                        where app_id = ? and account_id = ? order by expires_at desc limit 1""")
                .params(appId, accountId)
                .query(ROW)
                .optional()
                .filter(attempt -> attempt.usedAt() == null)
                .map(attempt -> attempt.expiresAt().minus(GOOD_FOR));
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from zoom_oauth_attempt where expires_at < ?")
                .param(time.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    static String context(UUID appId, UUID accountId) {
        return "zoom-oauth-attempt/" + appId + "/" + accountId;
    }

    /** An attempt as stored. */
    record Attempt(
            UUID appId,
            String clientId,
            UUID accountId,
            UUID clinicId,
            Instant expiresAt,
            @Nullable Instant usedAt,
            boolean added) {}

    /** What a new attempt sends along, and what it keeps to itself. */
    record Begun(String state, String verifier) {
        @Override
        public String toString() {
            return "Begun[…]";
        }
    }
}
