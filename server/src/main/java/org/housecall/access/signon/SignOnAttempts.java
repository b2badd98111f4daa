package org.housecall.access.signon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.Secret;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sign-ons that were begun with us: each good for one return, of the browser that began it. */
@Repository
class SignOnAttempts implements RecurringJob {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    SignOnAttempts(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    @Transactional
    void begin(Secrets secrets, SignOnProvider provider, Purpose purpose) {
        String context = context(provider.clinicId());
        jdbc.sql("""
                        insert into single_sign_on_attempt
                          (state_hash, browser_hash, clinic_id, issuer, code_verifier, nonce, account_id, invitation, return_to, expires_at)
                        values (:state, :browser, :clinic, :issuer, :verifier, :nonce, :account, :invitation, :returnTo, :expires)""")
                .param("state", Secret.hash(secrets.state()))
                .param("browser", Secret.hash(secrets.browser()))
                .param("clinic", provider.clinicId())
                .param("issuer", provider.issuer())
                .param("verifier", box.seal(secrets.verifier(), context))
                .param("nonce", box.seal(secrets.nonce(), context))
                .param("account", purpose.accountId())
                .param("invitation", box.sealIfPresent(purpose.invitation(), context))
                .param("returnTo", purpose.returnTo())
                .param("expires", OffsetDateTime.now(clock).plus(GOOD_FOR))
                .update();
    }

    /** The attempt of a clinic that a browser has begun, used or too old as it may be. */
    Optional<Attempt> find(UUID clinicId, String state, String browser) {
        return jdbc.sql("""
                        select clinic_id, issuer, account_id, invitation, return_to, expires_at, used_at
                        from single_sign_on_attempt where clinic_id = ? and state_hash = ? and browser_hash = ?""")
                .params(clinicId, Secret.hash(state), Secret.hash(browser))
                .query((row, _) -> new Attempt(
                        clinicId,
                        row.getString("issuer"),
                        new Purpose(
                                row.getObject("account_id", UUID.class),
                                box.openIfPresent(row.getBytes("invitation"), context(clinicId)),
                                row.getString("return_to")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getObject("used_at") != null))
                .optional();
    }

    /** Uses an attempt up; its verifier and nonce, or empty where it was used in this moment, by a second request. */
    @Transactional
    Optional<Kept> use(Attempt attempt, String state) {
        return jdbc.sql("""
                        update single_sign_on_attempt set used_at = :now
                        where state_hash = :state and used_at is null and expires_at > :now returning code_verifier, nonce""")
                .param("now", OffsetDateTime.now(clock))
                .param("state", Secret.hash(state))
                .query((row, _) -> new Kept(
                        box.open(row.getBytes("code_verifier"), context(attempt.clinicId())),
                        box.open(row.getBytes("nonce"), context(attempt.clinicId()))))
                .optional();
    }

    @Override
    public String kind() {
        return "forget-sign-ons";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.sql("delete from single_sign_on_attempt where expires_at < ?")
                .param(OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    static String context(UUID clinicId) {
        return "single-sign-on-attempt/" + clinicId;
    }

    /** What a new attempt is recognised by when it returns: what goes to the provider, and what stays in the browser and here. */
    record Secrets(String state, String browser, String verifier, String nonce) {

        static Secrets fresh() {
            return new Secrets(Secret.token(), Secret.token(), Secret.token(), Secret.token());
        }

        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }

    /**
     * What somebody wants to get by it: in, where nothing else is said.
     *
     * @param accountId to be linked
     * @param invitation the token of the one to be accepted
     * @param returnTo the path to go on to
     */
    record Purpose(@Nullable UUID accountId, @Nullable String invitation, String returnTo) {
        @Override
        public String toString() {
            return "Purpose[" + returnTo + "]";
        }
    }

    record Attempt(UUID clinicId, String issuer, Purpose purpose, Instant expiresAt, boolean used) {}

    /** What was kept for the exchange. */
    record Kept(String verifier, String nonce) {
        @Override
        public String toString() {
            return "Kept[…]";
        }
    }
}
