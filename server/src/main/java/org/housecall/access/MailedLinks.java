package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links that prove that somebody reads an address: short-lived, good for one use, and stored as hashes. */
@Repository
class MailedLinks {

    private static final int MOST_OPEN = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailedLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a link is good for, and for how long. Stored by name. */
    enum Kind {
        SIGN_IN(Duration.ofMinutes(20)),
        PASSWORD_RESET(Duration.ofMinutes(20)),
        OLD_ADDRESS(Duration.ofHours(2)),
        NEW_ADDRESS(Duration.ofHours(2));

        private final Duration goodFor;

        Kind(Duration goodFor) {
            this.goodFor = goodFor;
        }

        Duration goodFor() {
            return goodFor;
        }
    }

    /** The token of a new link; none where enough are open, so that nobody's mailbox is filled by asking. */
    @Transactional
    Optional<String> issue(Kind kind, UUID accountId) {
        long open = jdbc.sql("""
                        select count(*) from mailed_link
                        where account_id = ? and kind = ? and used_at is null and expires_at > ?""")
                .params(accountId, kind.name(), now())
                .query(Long.class)
                .single();
        if (open >= MOST_OPEN) {
            return Optional.empty();
        }
        String token = Secret.token();
        jdbc.sql("insert into mailed_link (token_hash, kind, account_id, expires_at) values (?, ?, ?, ?)")
                .params(Secret.hash(token), kind.name(), accountId, now().plus(kind.goodFor()))
                .update();
        return Optional.of(token);
    }

    /** The account that an open link is for; a problem where there is no such link. */
    UUID accountOf(Kind kind, String token) {
        return jdbc.sql("""
                        select account_id from mailed_link
                        where token_hash = ? and kind = ? and used_at is null and expires_at > ?""")
                .params(Secret.hash(token), kind.name(), now())
                .query(UUID.class)
                .optional()
                .orElseThrow(MailedLinks::expired);
    }

    /** As {@link #accountOf}, and uses the link up. */
    @Transactional
    UUID use(Kind kind, String token) {
        return useIfOpen(kind, token).orElseThrow(MailedLinks::expired);
    }

    /** As {@link #use}, where it may be a link of another kind. */
    @Transactional
    Optional<UUID> useIfOpen(Kind kind, String token) {
        return jdbc.sql("""
                        update mailed_link set used_at = :now
                        where token_hash = :hash and kind = :kind and used_at is null and expires_at > :now
                        returning account_id""")
                .param("now", now())
                .param("hash", Secret.hash(token))
                .param("kind", kind.name())
                .query(UUID.class)
                .optional();
    }

    /** What was mailed before is good for nothing any more. */
    @Transactional
    void withdraw(UUID accountId, Kind... kinds) {
        for (Kind kind : kinds) {
            jdbc.sql("update mailed_link set used_at = ? where account_id = ? and kind = ? and used_at is null")
                    .params(now(), accountId, kind.name())
                    .update();
        }
    }

    static Problem expired() {
        return new Problem(HttpStatus.NOT_FOUND, "link-expired");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
