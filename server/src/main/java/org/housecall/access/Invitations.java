package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Invites people to work in a clinic. An address that has an account already is linked only after its owner accepts. */
@Service
public class Invitations {

    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final SingleSignOnLinks signOnLinks;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Accounts accounts,
            Passwords passwords,
            SignInThrottle throttle,
            SingleSignOnLinks signOnLinks,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signOnLinks = signOnLinks;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Invites an address to a role in the current clinic.
     *
     * @param subjectId the record that waits for the person
     * @return the account, where it is new and so linked at once; empty where an existing account has to accept first
     */
    @Transactional
    public Optional<UUID> invite(String email, String name, Role role, UUID subjectId) {
        boolean isNew = accounts.findByEmail(email).isEmpty();
        Account account = accounts.findOrCreate(email, name);
        UUID clinicId = CurrentClinic.id();
        accounts.addMembership(account.id(), clinicId, role, false);
        String token = Secret.token();
        jdbc.sql("""
                        insert into invitation (token_hash, account_id, clinic_id, role, subject_id, expires_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Secret.hash(token),
                        account.id(),
                        clinicId,
                        role.name(),
                        subjectId,
                        OffsetDateTime.now(clock).plus(GOOD_FOR))
                .update();
        audit.record(Action.STAFF_INVITED, subjectId);
        events.publishEvent(new Invitation.Issued(clinicId, account.email(), name, role, token));
        return isNew ? Optional.of(account.id()) : Optional.empty();
    }

    /** What an invitation offers; a used, expired or unknown one is a problem. */
    public Open open(String token) {
        return jdbc.sql("""
                        select i.account_id, i.clinic_id, i.role, i.subject_id, a.email, a.name,
                               a.password_hash is not null as has_account
                        from invitation i join account a on a.id = i.account_id
                        where i.token_hash = ? and i.used_at is null and i.expires_at > ?""")
                .params(Secret.hash(token), OffsetDateTime.now(clock))
                .query(Open.class)
                .optional()
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "link-expired"));
    }

    /**
     * Accepts: a new account takes the password, an existing one proves itself with its own, unless it is signed in. Not
     * within a transaction: a wrong password counts as one does at sign-in.
     *
     * @param network where the attempt comes from
     */
    public void accept(String token, @Nullable String password, Optional<Viewer> viewer, String network) {
        Open invitation = open(token);
        Account account = accounts.find(invitation.accountId()).orElseThrow();
        if (account.passwordHash() != null) {
            if (!invitation.isFor(viewer)) {
                prove(account, password, network);
            }
            accept(invitation, token, () -> {});
            return;
        }
        String hash = passwords.hash(passwords.acceptable("password", password, account.email(), account.name()));
        accept(invitation, token, () -> accounts.claim(account.id(), hash));
    }

    private void prove(Account account, @Nullable String password, String network) {
        SignInThrottle.Attempt attempt = throttle.take(account.email(), network, Optional.of(account.id()));
        if (!passwords.matches(password, account)) {
            audit.recordFor(account.id(), Action.SIGN_IN_REFUSED, account.id());
            throw Problem.invalid("password", "access.password.existing");
        }
        attempt.giveBack();
    }

    /**
     * Accepts for whom the inviting clinic's single sign-on vouches, and links the two, so that they need no password. An
     * account that has one is its owner's to link: it must be signed in.
     */
    public void acceptVouched(String token, Identity identity, Optional<Viewer> viewer) {
        Open invitation = open(token);
        accept(invitation, token, () -> {
            if (!invitation.isFree(viewer)) {
                throw Problem.invalid("password", "access.password.existing");
            }
            accounts.claim(invitation.accountId(), null);
            if (!signOnLinks.link(invitation.clinicId(), invitation.accountId(), identity)) {
                throw new Problem(HttpStatus.CONFLICT, "sign-on-taken");
            }
        });
    }

    private void accept(Open invitation, String token, Runnable proof) {
        CurrentClinic.in(
                invitation.clinicId(),
                () -> transactions.execute(_ -> {
                    proof.run();
                    accept(invitation, token);
                    return invitation;
                }));
    }

    private void accept(Open invitation, String token) {
        int used = jdbc.sql("update invitation set used_at = ? where token_hash = ? and used_at is null")
                .params(OffsetDateTime.now(clock), Secret.hash(token))
                .update();
        if (used == 0) {
            throw new Problem(HttpStatus.NOT_FOUND, "link-expired");
        }
        accounts.addMembership(invitation.accountId(), invitation.clinicId(), invitation.role(), true);
        audit.recordFor(invitation.accountId(), Action.INVITATION_ACCEPTED, invitation.subjectId());
        events.publishEvent(new Invitation.Accepted(
                invitation.clinicId(), invitation.accountId(), invitation.role(), invitation.subjectId()));
    }

    /** An invitation that can be accepted. */
    public record Open(
            UUID accountId, UUID clinicId, Role role, UUID subjectId, String email, String name, boolean hasAccount) {

        /** Whether it is signed in with all of the invited account. */
        boolean isFor(Optional<Viewer> viewer) {
            return viewer.filter(it -> !it.isLimited() && it.accountId().equals(accountId))
                    .isPresent();
        }

        /** Whether it can be accepted without a password. */
        public boolean isFree(Optional<Viewer> viewer) {
            return !hasAccount || isFor(viewer);
        }
    }
}
