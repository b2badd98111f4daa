package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in by a mailed link, for patients who keep no password: short-lived, good for one use. */
@Service
public class SignInLinks {

    private static final Duration GOOD_FOR = Duration.ofMinutes(20);
    private static final int MOST_OPEN = 3;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInLinks(JdbcClient jdbc, Accounts accounts, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Sends a link if the address has an account that is no Administrator's; says nothing either way. */
    @Transactional
    public void request(String email) {
        accounts.findByEmail(email)
                .filter(account -> !account.administrator() && openLinks(account.id()) < MOST_OPEN)
                .ifPresent(account -> {
                    String token = Secret.token();
                    jdbc.sql("insert into sign_in_link (token_hash, account_id, expires_at) values (?, ?, ?)")
                            .params(Secret.hash(token), account.id(), now().plus(GOOD_FOR))
                            .update();
                    audit.recordFor(account.id(), Action.SIGN_IN_LINK_REQUESTED, account.id());
                    events.publishEvent(new Requested(account.email(), account.name(), token));
                });
    }

    private long openLinks(UUID accountId) {
        return jdbc.sql("select count(*) from sign_in_link where account_id = ? and used_at is null and expires_at > ?")
                .params(accountId, now())
                .query(Long.class)
                .single();
    }

    /** The account an open link is for. */
    UUID accountOf(String token) {
        return jdbc.sql(
                        "select account_id from sign_in_link where token_hash = ? and used_at is null and expires_at > ?")
                .params(Secret.hash(token), now())
                .query(UUID.class)
                .optional()
                .orElseThrow(SignInLinks::expired);
    }

    /** Uses the link up; the account it was for. */
    @Transactional
    UUID use(String token) {
        UUID accountId = jdbc.sql("""
                        update sign_in_link set used_at = ?
                        where token_hash = ? and used_at is null and expires_at > ? returning account_id""")
                .params(now(), Secret.hash(token), now())
                .query(UUID.class)
                .optional()
                .orElseThrow(SignInLinks::expired);
        accounts.claim(accountId, null);
        return accountId;
    }

    private static Problem expired() {
        return new Problem(HttpStatus.NOT_FOUND, "link-expired");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** A link was asked for. The token is its secret: never store or log it in the clear. */
    public record Requested(String email, String name, String token) {}
}
