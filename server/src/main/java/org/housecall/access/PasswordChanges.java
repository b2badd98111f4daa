package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A new password: for who knows the old one, or holds the mailbox. Either way all other sessions end and the owner is told. */
@Service
public class PasswordChanges {

    private static final Duration GOOD_FOR = Duration.ofMinutes(20);
    private static final int MOST_OPEN = 3;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PasswordChanges(
            JdbcClient jdbc,
            Accounts accounts,
            Passwords passwords,
            SecondFactors secondFactors,
            Sessions sessions,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Changes the password of who is signed in; fails with field errors. An account that never had one needs no current one. */
    @Transactional
    public void change(UUID accountId, @Nullable String current, String wanted, @Nullable String sessionId) {
        Account account = accounts.find(accountId).orElseThrow(Problem::unauthenticated);
        if (account.passwordHash() != null && !passwords.matches(current, account)) {
            throw Problem.invalid("current", "access.password.current");
        }
        set(account, "wanted", wanted, sessionId);
    }

    /** Mails a link if the address has an account with a password; says nothing either way. */
    @Transactional
    public void requestReset(String email) {
        accounts.findByEmail(email)
                .filter(account -> account.passwordHash() != null && openResets(account.id()) < MOST_OPEN)
                .ifPresent(account -> {
                    String token = Secret.token();
                    jdbc.sql("insert into password_reset (token_hash, account_id, expires_at) values (?, ?, ?)")
                            .params(Secret.hash(token), account.id(), now().plus(GOOD_FOR))
                            .update();
                    audit.recordFor(account.id(), Action.PASSWORD_RESET_REQUESTED, account.id());
                    events.publishEvent(new ResetRequested(account.email(), account.name(), token, GOOD_FOR));
                });
    }

    private long openResets(UUID accountId) {
        return jdbc.sql(
                        "select count(*) from password_reset where account_id = ? and used_at is null and expires_at > ?")
                .params(accountId, now())
                .query(Long.class)
                .single();
    }

    /** Uses the link up; where the account has a second factor, only together with a code. Not within a transaction. */
    public void reset(String token, String wanted, @Nullable String code) {
        Account account = accountOf(token);
        passwords.acceptable("password", wanted, account.email(), account.name());
        secondFactors.require(account.id(), code);
        transactions.executeWithoutResult(_ -> {
            int used = jdbc.sql("update password_reset set used_at = ? where token_hash = ? and used_at is null")
                    .params(now(), Secret.hash(token))
                    .update();
            if (used == 0) {
                throw expired();
            }
            set(account, "password", wanted, null);
        });
    }

    private Account accountOf(String token) {
        return jdbc.sql(
                        "select account_id from password_reset where token_hash = ? and used_at is null and expires_at > ?")
                .params(Secret.hash(token), now())
                .query(UUID.class)
                .optional()
                .flatMap(accounts::find)
                .orElseThrow(PasswordChanges::expired);
    }

    private static Problem expired() {
        return new Problem(HttpStatus.NOT_FOUND, "link-expired");
    }

    private void set(Account account, String field, String wanted, @Nullable String sessionId) {
        accounts.claim(
                account.id(), passwords.hash(passwords.acceptable(field, wanted, account.email(), account.name())));
        sessions.endAll(account.id(), sessionId);
        jdbc.sql("update password_reset set used_at = ? where account_id = ? and used_at is null")
                .params(now(), account.id())
                .update();
        audit.recordFor(account.id(), Action.PASSWORD_CHANGED, account.id());
        events.publishEvent(new Changed(account.email(), account.name()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** A link was asked for. The token is its secret: never store or log it in the clear. */
    public record ResetRequested(String email, String name, String token, Duration goodFor) {}

    /** An account has another password than before. */
    public record Changed(String email, String name) {}
}
