package org.housecall.access;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by which machines act for an account. Only their hashes are kept. */
@Service
public class ApiTokens {

    private static final RowMapper<ApiToken> ROW = (row, number) -> new ApiToken(
            row.getObject("id", UUID.class),
            row.getString("name"),
            scope(row.getArray("scope")),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                    .orElse(null));

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a token; its secret is shown this once.
     *
     * @param scope what it is limited to; null: to nothing less than the account's roles allow
     */
    @Transactional
    public Minted create(UUID accountId, String name, @Nullable Set<Permission> scope, Duration goodFor) {
        UUID id = Ids.next();
        String secret = "hc_" + Secret.token();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into api_token (id, account_id, name, token_hash, scope, created_at, expires_at)
                        values (:id, :account, :name, :hash, :scope, :now, :expires)""")
                .param("id", id)
                .param("account", accountId)
                .param("name", name)
                .param("hash", Secret.hash(secret))
                .param("scope", names(scope))
                .param("now", now)
                .param("expires", now.plus(goodFor))
                .update();
        audit.record(Action.API_TOKEN_CREATED, id);
        return new Minted(id, name, secret, now.plus(goodFor).toInstant());
    }

    private static String @Nullable [] names(@Nullable Set<Permission> scope) {
        return scope == null ? null : scope.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static @Nullable Set<Permission> scope(@Nullable Array names) throws SQLException {
        return names == null
                ? null
                : Stream.of((String[]) names.getArray())
                        .map(Permission::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    public List<ApiToken> of(UUID accountId) {
        return jdbc.sql("""
                        select id, name, scope, created_at, expires_at, last_used_at from api_token
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

    /** All of an account's: whoever had taken hold of it may have made one. */
    @Transactional
    void revokeAll(UUID accountId) {
        jdbc.sql("delete from api_token where account_id = ? returning id")
                .param(accountId)
                .query(UUID.class)
                .list()
                .forEach(id -> audit.recordFor(accountId, Action.API_TOKEN_REVOKED, id));
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
                        select a.id, a.administrator, a.sealed_in, m.clinic_id, m.role, t.scope,
                        """ + SecondFactors.HAS_ANY + """
                         as two_factors
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
            @Nullable Set<Permission> scope,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A new token with its secret. */
    public record Minted(UUID id, String name, String token, Instant expiresAt) {}
}
