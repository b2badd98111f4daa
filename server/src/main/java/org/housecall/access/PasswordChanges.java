package org.housecall.access;

import java.time.Duration;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new password: for who knows the old one, or holds the mailbox. Either way all other sessions end and the owner is told.
 * Who comes by the mailbox may have lost the account to somebody, so its API tokens end as well.
 */
@Service
public class PasswordChanges {

    private final MailedLinks links;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    PasswordChanges(
            MailedLinks links,
            Accounts accounts,
            Passwords passwords,
            SecondFactors secondFactors,
            Sessions sessions,
            ApiTokens tokens,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
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
                .filter(account -> account.passwordHash() != null && !account.isSealed())
                .ifPresent(account -> links.issue(MailedLinks.Kind.PASSWORD_RESET, account.id())
                        .ifPresent(token -> {
                            audit.recordFor(account.id(), Action.PASSWORD_RESET_REQUESTED, account.id());
                            events.publishEvent(new ResetRequested(
                                    account.email(), account.name(), token, MailedLinks.Kind.PASSWORD_RESET.goodFor()));
                        }));
    }

    /** Uses the link up; where the account has a second factor, only together with a code. Not within a transaction. */
    public void reset(String token, String wanted, @Nullable String code) {
        Account account = accounts.find(links.accountOf(MailedLinks.Kind.PASSWORD_RESET, token))
                .orElseThrow(MailedLinks::expired);
        passwords.acceptable("password", wanted, account.email(), account.name());
        secondFactors.require(account.id(), code);
        transactions.executeWithoutResult(_ -> {
            links.use(MailedLinks.Kind.PASSWORD_RESET, token);
            set(account, "password", wanted, null);
            tokens.revokeAll(account.id());
        });
    }

    private void set(Account account, String field, String wanted, @Nullable String sessionId) {
        accounts.claim(
                account.id(), passwords.hash(passwords.acceptable(field, wanted, account.email(), account.name())));
        sessions.endAll(account.id(), sessionId);
        links.withdraw(account.id(), MailedLinks.Kind.PASSWORD_RESET);
        audit.recordFor(account.id(), Action.PASSWORD_CHANGED, account.id());
        events.publishEvent(new Changed(account.email(), account.name()));
    }

    /** A link was asked for. The token is its secret: never store or log it in the clear. */
    public record ResetRequested(String email, String name, String token, Duration goodFor) {}

    /** An account has another password than before. */
    public record Changed(String email, String name) {}
}
