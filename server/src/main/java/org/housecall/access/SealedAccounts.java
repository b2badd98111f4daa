package org.housecall.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts for strangers whom the house lets in for a while: sealed in one clinic, let in by a password that is made here
 * and by nothing else. They can change nothing of the account, and whatever a clinic asks of a sign-in, of them it asks a
 * password.
 */
@Service
public class SealedAccounts {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    SealedAccounts(JdbcClient jdbc, Accounts accounts, Passwords passwords, Sessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The account of an address, sealed in a clinic. Nobody gets in with a new one before it is {@linkplain #open opened}. */
    @Transactional
    public UUID findOrCreate(UUID clinicId, String email, String name) {
        jdbc.sql("""
                        insert into account (id, email, name, sealed_in, created_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(Ids.next(), Account.normalize(email), name, clinicId, OffsetDateTime.now(clock))
                .update();
        return accounts.findByEmail(email)
                .filter(account -> clinicId.equals(account.sealedIn()))
                .map(Account::id)
                .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "sealed"));
    }

    /** Lets an account in, in this role, by the password that is returned and by none before; sessions that were open end. */
    @Transactional
    public String open(UUID accountId, Role role) {
        Account account = sealed(accountId).orElseThrow(Problem::notFound);
        String password = Secret.toType();
        accounts.claim(accountId, passwords.hash(password));
        accounts.addMembership(accountId, Objects.requireNonNull(account.sealedIn()), role, true);
        sessions.endAll(accountId, null);
        return password;
    }

    /** From the commit on nobody gets in or stays in with the account. What it is in its clinic stays until {@link #leave}. */
    @Transactional
    public void close(UUID accountId) {
        jdbc.sql("update account set password_hash = null where id = ? and sealed_in is not null")
                .param(accountId)
                .update();
        sessions.endAll(accountId, null);
    }

    /** Takes the roles of an account that was closed, and not opened since. */
    @Transactional
    public void leave(UUID accountId) {
        jdbc.sql("""
                        update membership m set accepted_at = null from account a
                        where m.account_id = ? and a.id = m.account_id and a.sealed_in is not null and a.password_hash is null""").param(accountId).update();
    }

    public boolean isClosed(UUID accountId) {
        return sealed(accountId)
                .filter(account -> account.passwordHash() == null)
                .isPresent();
    }

    public boolean isSealed(UUID accountId) {
        return sealed(accountId).isPresent();
    }

    private Optional<Account> sealed(UUID accountId) {
        return accounts.find(accountId).filter(Account::isSealed);
    }

    /** When somebody last signed in with the account, within the last 90 days. */
    public Optional<Instant> lastSignIn(UUID accountId) {
        return jdbc.sql("select last_at from known_network where account_id = ? order by last_at desc limit 1")
                .param(accountId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
