package org.housecall.access;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of accounts: each signs in by itself, in place of password and second factor. Their public keys are kept. */
@Service
public class Passkeys {

    private final JdbcClient jdbc;
    private final RelyingParty site;
    private final PasskeyChallenges challenges;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passkeys(
            JdbcClient jdbc,
            RelyingParty site,
            PasskeyChallenges challenges,
            Accounts accounts,
            Sessions sessions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.site = site;
        this.challenges = challenges;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> of(UUID accountId) {
        return jdbc.sql("""
                        select id, credential_id, transports, name, backed_up, created_at, last_used_at from passkey
                        where account_id = ? order by created_at, id""").param(accountId).query(Passkeys::passkey).list();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Passkey(
                row.getObject("id", UUID.class),
                base64url(row.getBytes("credential_id")),
                List.of((String[]) row.getArray("transports").getArray()),
                row.getString("name"),
                row.getBoolean("backed_up"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    /** What an account's passkeys know it by, in base64url: the same for all of them, and nothing but random. */
    @Transactional(readOnly = true)
    public String userOf(UUID accountId) {
        return jdbc.sql("select passkey_user from account where id = ?")
                .param(accountId)
                .query(UUID.class)
                .optional()
                .map(Passkeys::handle)
                .orElseThrow(Problem::unauthenticated);
    }

    private static String handle(UUID user) {
        return base64url(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array());
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Adds one that was just made, and tells its owner by mail.
     *
     * @param challenge that it was asked to sign; null where the asker has none that is still good
     */
    @Transactional
    public UUID add(UUID accountId, String name, NewCredential credential, @Nullable String challenge) {
        Account account = accounts.find(accountId).orElseThrow(Problem::unauthenticated);
        RegistrationData made = Optional.ofNullable(challenge)
                .flatMap(it -> site.verified(credential, it))
                .filter(_ -> challenges.use(Objects.requireNonNull(challenge)))
                .orElseThrow(() -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "passkey-not-added"));
        AuthenticatorData<?> said =
                Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        UUID id = Ids.next();
        insert(id, accountId, name, said, credential.transports());
        audit.record(Action.PASSKEY_ADDED, id);
        events.publishEvent(new Added(account.email(), account.name(), name));
        return id;
    }

    private void insert(UUID id, UUID accountId, String name, AuthenticatorData<?> said, List<String> transports) {
        AttestedCredentialData credential = Objects.requireNonNull(said.getAttestedCredentialData());
        int added = jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, credential, sign_count, backup_eligible, backed_up,
                                             transports, name, created_at)
                        values (:id, :account, :credentialId, :credential, :signCount, :eligible, :backedUp, :transports, :name, :now)
                        on conflict (credential_id) do nothing""")
                .param("id", id)
                .param("account", accountId)
                .param("credentialId", credential.getCredentialId())
                .param("credential", site.stored(credential))
                .param("signCount", said.getSignCount())
                .param("eligible", said.isFlagBE())
                .param("backedUp", said.isFlagBS())
                .param("transports", transports.toArray(String[]::new))
                .param("name", name)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (added == 0) {
            throw new Problem(HttpStatus.CONFLICT, "passkey-known");
        }
    }

    @Transactional
    public void rename(UUID accountId, UUID id, String name) {
        int renamed = jdbc.sql("update passkey set name = ? where id = ? and account_id = ?")
                .params(name, id, accountId)
                .update();
        if (renamed == 0) {
            throw Problem.notFound();
        }
    }

    /** Removes one, and ends all other sessions: any of them may have been opened by it. */
    @Transactional
    public void remove(UUID accountId, UUID id, @Nullable String sessionId) {
        int gone = jdbc.sql("delete from passkey where id = ? and account_id = ?")
                .params(id, accountId)
                .update();
        if (gone == 0) {
            throw Problem.notFound();
        }
        sessions.endAll(accountId, sessionId);
        audit.record(Action.PASSKEY_REMOVED, id);
    }

    /** Whose passkey claims to have signed. Proves nothing. */
    @Transactional(readOnly = true)
    Optional<UUID> claimed(Assertion assertion) {
        return find(assertion).map(Stored::accountId);
    }

    /**
     * Whether one of our passkeys has signed this challenge, at this site and with its user verified; uses the challenge up.
     *
     * @param challenge null where the asker has none that is still good
     */
    @Transactional
    boolean proves(Assertion assertion, @Nullable String challenge) {
        Stored passkey = find(assertion).orElse(null);
        if (passkey == null || challenge == null || !passkey.isFor(assertion.userHandle())) {
            return false;
        }
        return site.verified(assertion, passkey, challenge)
                .filter(_ -> challenges.use(challenge))
                .filter(it -> used(passkey, it))
                .isPresent();
    }

    /** An authenticator that counts has counted further; one that does not, as where passkeys are synced, says 0 for ever. */
    private boolean used(Stored passkey, AuthenticationData data) {
        AuthenticatorData<?> said = Objects.requireNonNull(data.getAuthenticatorData());
        return jdbc.sql("""
                        update passkey set sign_count = :count, backed_up = :backedUp, last_used_at = :now
                        where id = :id and (sign_count < :count or (sign_count = 0 and :count = 0))""")
                        .param("count", said.getSignCount())
                        .param("backedUp", said.isFlagBS())
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", passkey.id())
                        .update()
                == 1;
    }

    private Optional<Stored> find(Assertion assertion) {
        return RelyingParty.decoded(assertion.id())
                .flatMap(id -> jdbc.sql("""
                        select p.id, p.account_id, a.passkey_user, p.credential, p.sign_count, p.backup_eligible, p.backed_up
                        from passkey p join account a on a.id = p.account_id
                        where p.credential_id = ?""").param(id).query(Stored.class).optional());
    }

    /**
     * A passkey as it is kept.
     *
     * @param credential as {@link RelyingParty#stored} wrote it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(
            UUID id,
            UUID accountId,
            UUID passkeyUser,
            byte[] credential,
            long signCount,
            boolean backupEligible,
            boolean backedUp) {

        /** A passkey says whom it signs in, and always ours does: it was made to be found without an address. */
        boolean isFor(@Nullable String user) {
            return handle(passkeyUser).equals(user);
        }
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param credentialId base64url
     * @param transports how the authenticator can be reached, in the words of WebAuthn
     * @param synced whether it is kept in more than one place, as far as the authenticator tells
     */
    public record Passkey(
            UUID id,
            String credentialId,
            List<String> transports,
            String name,
            boolean synced,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** What an authenticator says when it has made a passkey; bytes in base64url. */
    public record NewCredential(String clientDataJSON, String attestationObject, List<String> transports) {}

    /** What an authenticator says when it has signed; bytes in base64url. */
    public record Assertion(
            String id,
            String clientDataJSON,
            String authenticatorData,
            String signature,
            @Nullable String userHandle) {}

    /** An account has a passkey more than before. */
    public record Added(String email, String name, String passkey) {}
}
