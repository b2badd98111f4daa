package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another address to sign in with. Only its owner can ask for it, and it changes when both mailboxes have confirmed: the
 * old one, so that a session left open does not do to take an account away, and the new one, so that it exists.
 */
@Service
public class AddressChanges {

    private static final RowMapper<Row> ROW = new SimplePropertyRowMapper<>(Row.class);

    private final JdbcClient jdbc;
    private final MailedLinks links;
    private final Accounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AddressChanges(
            JdbcClient jdbc,
            MailedLinks links,
            Accounts accounts,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The change that waits for confirmation, if one does. */
    @Transactional(readOnly = true)
    public Optional<Pending> pending(UUID accountId) {
        return find(accountId, "")
                .map(row -> new Pending(
                        row.email(), row.oldConfirmedAt() != null, row.newConfirmedAt() != null, row.expiresAt()));
    }

    private Optional<Row> find(UUID accountId, String lock) {
        return jdbc.sql("select * from address_change where account_id = ? and expires_at > ? " + lock)
                .params(accountId, now())
                .query(ROW)
                .optional();
    }

    /** Asks both mailboxes, in place of what was asked before. Whether the address has an account already, only its owner learns. */
    @Transactional
    public void request(UUID accountId, String wanted) {
        Account account = accounts.find(accountId).orElseThrow(Problem::unauthenticated);
        String email = Account.normalize(wanted);
        if (email.equals(account.email())) {
            throw Problem.invalid("email", "access.address.same");
        }
        Duration goodFor = MailedLinks.Kind.NEW_ADDRESS.goodFor();
        links.withdraw(accountId, MailedLinks.Kind.OLD_ADDRESS, MailedLinks.Kind.NEW_ADDRESS);
        jdbc.sql("""
                        insert into address_change (account_id, email, expires_at) values (:account, :email, :until)
                        on conflict (account_id) do update set email = excluded.email, expires_at = excluded.expires_at,
                          old_confirmed_at = null, new_confirmed_at = null""")
                .param("account", accountId)
                .param("email", email)
                .param("until", now().plus(goodFor))
                .update();
        audit.record(Action.ADDRESS_CHANGE_REQUESTED, accountId);
        events.publishEvent(new Requested(
                account.name(),
                account.email(),
                links.issue(MailedLinks.Kind.OLD_ADDRESS, accountId).orElseThrow(),
                email,
                links.issue(MailedLinks.Kind.NEW_ADDRESS, accountId).orElseThrow(),
                goodFor));
    }

    /** Gives the change up. */
    @Transactional
    public void giveUp(UUID accountId) {
        links.withdraw(accountId, MailedLinks.Kind.OLD_ADDRESS, MailedLinks.Kind.NEW_ADDRESS);
        int gone = jdbc.sql("delete from address_change where account_id = ?")
                .param(accountId)
                .update();
        if (gone == 0) {
            throw Problem.notFound();
        }
    }

    /**
     * One mailbox confirms; with the second the address changes.
     *
     * @return whether it has changed; false: the other mailbox is still waited for
     */
    @Transactional
    public boolean confirm(String token) {
        Optional<UUID> byOld = links.useIfOpen(MailedLinks.Kind.OLD_ADDRESS, token);
        UUID accountId = byOld.orElseGet(() -> links.use(MailedLinks.Kind.NEW_ADDRESS, token));
        Row row = find(accountId, "for update").orElseThrow(MailedLinks::expired);
        jdbc.sql("update address_change set " + (byOld.isPresent() ? "old" : "new")
                        + "_confirmed_at = ? where account_id = ?")
                .params(now(), accountId)
                .update();
        boolean both = (byOld.isPresent() ? row.newConfirmedAt() : row.oldConfirmedAt()) != null;
        if (both) {
            change(accounts.find(accountId).orElseThrow(MailedLinks::expired), row.email());
        }
        return both;
    }

    /** What was mailed to the old address, is good for nothing from here on. */
    private void change(Account account, String email) {
        try {
            jdbc.sql("update account set email = ? where id = ?")
                    .params(email, account.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem(HttpStatus.CONFLICT, "address-taken");
        }
        jdbc.sql("delete from address_change where account_id = ?")
                .param(account.id())
                .update();
        links.withdraw(account.id(), MailedLinks.Kind.values());
        audit.recordFor(account.id(), Action.ADDRESS_CHANGED, account.id());
        events.publishEvent(new Changed(account.name(), account.email(), email));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private record Row(
            UUID accountId,
            String email,
            Instant expiresAt,
            @Nullable Instant oldConfirmedAt,
            @Nullable Instant newConfirmedAt) {}

    /** A change that waits for one or both mailboxes. */
    public record Pending(String email, boolean oldConfirmed, boolean newConfirmed, Instant expiresAt) {}

    /** Both mailboxes have to confirm. The tokens are secrets: never store or log them in the clear. */
    public record Requested(
            String name, String oldEmail, String oldToken, String newEmail, String newToken, Duration goodFor) {}

    /** An account signs in with another address than before. */
    public record Changed(String name, String oldEmail, String newEmail) {}
}
