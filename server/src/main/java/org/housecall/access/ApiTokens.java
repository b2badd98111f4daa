package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by which machines act for an account. Only their hashes are kept. */
@Service
public class ApiTokens {

    private static final Duration GOOD_FOR = Duration.ofDays(90);

    private static final RowMapper<ApiToken> ROW = new SimplePropertyRowMapper<>(ApiToken.class);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a token; its secret is shown this once. */
    @Transactional
    public Minted create(UUID accountId, String name) {
        UUID id = Ids.next();
        String secret = "hc_" + Secret.token();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into api_token (id, account_id, name, token_hash, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, accountId, name, Secret.hash(secret), now, now.plus(GOOD_FOR))
                .update();
        audit.record(Action.API_TOKEN_CREATED, id);
        return new Minted(id, name, secret);
    }

    public List<ApiToken> of(UUID accountId) {
        return jdbc.sql("""
                        select id, name, created_at, expires_at, last_used_at from api_token
                        where account_id = ? order by created_at""").param(accountId).query(ROW).list();
    }

    @Transactional
    public void revoke(UUID accountId, UUID id) {
        int gone = jdbc.sql("delete from api_token where id = ? and account_id = ?")
                .params(id, accountId)
                .update();
        if (gone == 0) {
            throw Problem.notFound();
        }
        audit.record(Action.API_TOKEN_REVOKED, id);
    }

    /** The account a secret acts for, with its roles; empty where the secret is unknown or expired. */
    Optional<Viewer> viewer(String secret) {
        Accounts.ViewerRows rows = new Accounts.ViewerRows();
        OffsetDateTime now = OffsetDateTime.now(clock);
        // Last use to the minute is enough, and spares every request a write.
        jdbc.sql("""
                        with used as (
                          update api_token set last_used_at = :now
                          where token_hash = :hash and expires_at > :now
                            and (last_used_at is null or last_used_at < :minuteAgo))
                        select a.id, a.administrator, m.clinic_id, m.role
                        from api_token t
                        join account a on a.id = t.account_id
                        left join membership m on m.account_id = a.id and m.accepted_at is not null
                        where t.token_hash = :hash and t.expires_at > :now""")
                .param("hash", Secret.hash(secret))
                .param("now", now)
                .param("minuteAgo", now.minusMinutes(1))
                .query(rows.handler());
        return rows.viewer();
    }

    /** A token as its owner sees it later. */
    public record ApiToken(
            UUID id,
            String name,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A new token with its secret. */
    public record Minted(UUID id, String name, String token) {}
}
