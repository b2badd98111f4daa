package org.housecall.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/** The codes of an authenticator app (RFC 6238: SHA-1, 30 s, six digits), and recovery codes for when it is lost. Each works once. */
@Service
public class SecondFactors {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    /** In SQL, of an account {@code a}: has something that makes a sign-in one by two factors. */
    static final String HAS_ANY = """
            (exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
             or exists (select from passkey p where p.account_id = a.id))""";

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    SecondFactors(
            JdbcClient jdbc,
            SecretBox box,
            SignInThrottle throttle,
            Sessions sessions,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SecondFactorState state(UUID accountId) {
        return new SecondFactorState(isOn(accountId), isOn(accountId) ? recoveryCodesLeft(accountId) : 0);
    }

    /** Whether the account has a second factor or a passkey, which is two in one. */
    @Transactional(readOnly = true)
    public boolean hasAny(UUID accountId) {
        return jdbc.sql("select exists (select from account a where a.id = ? and " + HAS_ANY + ")")
                .param(accountId)
                .query(Boolean.class)
                .single();
    }

    private boolean isOn(UUID accountId) {
        return jdbc.sql("select exists (select from second_factor where account_id = ? and confirmed_at is not null)")
                .param(accountId)
                .query(Boolean.class)
                .single();
    }

    private int recoveryCodesLeft(UUID accountId) {
        return jdbc.sql("select count(*) from recovery_code where account_id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    /** Begins: what the authenticator app has to learn. Nothing is asked for before a first code {@linkplain #confirm confirms} it. */
    @Transactional
    public Enrolment begin(UUID accountId, String email) {
        if (isOn(accountId)) {
            throw new Problem(HttpStatus.CONFLICT, "second-factor-on");
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = new Base32().encodeAsString(secret);
        jdbc.sql("""
                        insert into second_factor (account_id, secret, last_step) values (?, ?, 0)
                        on conflict (account_id) do update set secret = excluded.secret, last_step = 0""").params(accountId, box.seal(text, context(accountId))).update();
        String uri = UriComponentsBuilder.fromUriString("otpauth://totp/{label}?secret={secret}&issuer=Housecall")
                .encode()
                .buildAndExpand("Housecall:" + email, text)
                .toUriString();
        return new Enrolment(text, uri);
    }

    /** Turns it on; the recovery codes are shown this once. */
    @Transactional
    public List<String> confirm(UUID accountId, String code) {
        if (!isCodeOfApp(accountId, code)) {
            throw Problem.invalid("code", "access.code.wrong");
        }
        int confirmed = jdbc.sql(
                        "update second_factor set confirmed_at = ? where account_id = ? and confirmed_at is null")
                .params(OffsetDateTime.now(clock), accountId)
                .update();
        if (confirmed == 0) {
            throw new Problem(HttpStatus.CONFLICT, "second-factor-on");
        }
        audit.record(Action.SECOND_FACTOR_ON, accountId);
        return newRecoveryCodes(accountId);
    }

    /** New recovery codes instead of those there were. */
    @Transactional
    public List<String> renewRecoveryCodes(UUID accountId) {
        if (!isOn(accountId)) {
            throw Problem.notFound();
        }
        audit.record(Action.RECOVERY_CODES_RENEWED, accountId);
        return newRecoveryCodes(accountId);
    }

    private List<String> newRecoveryCodes(UUID accountId) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(accountId)
                .update();
        // What is guessed at over a network needs no slow hash with so many bits.
        List<String> codes =
                Stream.generate(Secret::toType).limit(RECOVERY_CODES).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)")
                .params(accountId, Secret.hash(Secret.typed(code)))
                .update());
        return codes;
    }

    /** Also ends all other sessions. */
    @Transactional
    public void turnOff(UUID accountId, @Nullable String sessionId) {
        int gone = jdbc.sql("delete from second_factor where account_id = ?")
                .param(accountId)
                .update();
        if (gone == 0) {
            throw Problem.notFound();
        }
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(accountId)
                .update();
        sessions.endAll(accountId, sessionId);
        audit.record(Action.SECOND_FACTOR_OFF, accountId);
    }

    /**
     * Lets pass who has no second factor or gives a right code; a code is used up by it. Not within a transaction: failures count.
     *
     * @return whether there is a second factor, now proved
     */
    boolean require(UUID accountId, @Nullable String code) {
        if (!isOn(accountId)) {
            return false;
        }
        if (code == null || code.isBlank()) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "second-factor-required");
        }
        SignInThrottle.Attempt attempt = throttle.takeCode(accountId);
        boolean right = Boolean.TRUE.equals(
                transactions.execute(_ -> isCodeOfApp(accountId, code) || isRecoveryCode(accountId, code)));
        if (!right) {
            audit.recordFor(accountId, Action.SIGN_IN_REFUSED, accountId);
            throw new Problem(HttpStatus.UNAUTHORIZED, "bad-code");
        }
        attempt.giveBack();
        return true;
    }

    /** The code of this half minute or of a neighbouring one, and no older than the last one used. */
    private boolean isCodeOfApp(UUID accountId, String code) {
        Optional<byte[]> sealed = jdbc.sql("select secret from second_factor where account_id = ?")
                .param(accountId)
                .query((row, number) -> row.getBytes("secret"))
                .optional();
        if (sealed.isEmpty()) {
            return false;
        }
        String secret = box.open(sealed.get(), context(accountId));
        long stepSeconds = generator.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / stepSeconds;
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step ->
                        code(secret, Instant.ofEpochSecond(step * stepSeconds)).equals(code.replace(" ", "")))
                .anyMatch(step ->
                        jdbc.sql("update second_factor set last_step = ? where account_id = ? and last_step < ?")
                                        .params(step, accountId, step)
                                        .update()
                                == 1);
    }

    private String code(String secret, Instant at) {
        try {
            SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRecoveryCode(UUID accountId, String code) {
        boolean used = jdbc.sql("delete from recovery_code where account_id = ? and code_hash = ?")
                        .params(accountId, Secret.hash(Secret.typed(code)))
                        .update()
                == 1;
        if (used) {
            audit.recordFor(accountId, Action.RECOVERY_CODE_USED, accountId);
        }
        return used;
    }

    static String context(UUID accountId) {
        return "second-factor/" + accountId;
    }

    /** Whether a code is asked for, and how many recovery codes are left. */
    public record SecondFactorState(boolean on, int recoveryCodesLeft) {}

    /**
     * What an authenticator app has to learn: shown once, to be typed or as a QR code.
     *
     * @param secret Base32
     * @param uri {@code otpauth:}
     */
    public record Enrolment(String secret, String uri) {}
}
