package org.housecall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.Secret;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What passkeys have to sign. The browser that asked keeps the challenge, sealed, so that asking leaves nothing behind
 * here; only one that was answered is remembered, for as long as it could be answered again (ADR 14).
 */
@Component
public class PasskeyChallenges implements RecurringJob {

    /** For one answer within this time. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    PasskeyChallenges(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    /**
     * A new one.
     *
     * @param purpose what it may be answered for, and by whom; good for nothing else
     */
    public Challenge issue(String purpose) {
        String value = Secret.token();
        long expires = clock.instant().plus(GOOD_FOR).getEpochSecond();
        byte[] sealed = box.seal(value + " " + expires, context(purpose));
        return new Challenge(value, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** What was sealed, if it was so here, for this purpose, and not too long ago. */
    public Optional<String> open(@Nullable String sealed, String purpose) {
        return RelyingParty.decoded(sealed)
                .flatMap(it -> opened(it, purpose))
                .map(it -> List.of(it.split(" ", 2)))
                .filter(it -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(it.getLast()))))
                .map(List::getFirst);
    }

    private Optional<String> opened(byte[] sealed, String purpose) {
        try {
            return Optional.of(box.open(sealed, context(purpose)));
        } catch (SecretBox.SealBroken e) {
            return Optional.empty(); // comes from outside, unlike all else that is sealed
        }
    }

    private static String context(String purpose) {
        return "passkey-challenge/" + purpose;
    }

    /** Marks it as answered; false where it was already. */
    @Transactional
    boolean use(String challenge) {
        return jdbc.sql("insert into used_challenge (challenge_hash, expires_at) values (?, ?) on conflict do nothing")
                        .params(Secret.hash(challenge), now().plus(GOOD_FOR))
                        .update()
                == 1;
    }

    @Override
    public String kind() {
        return "forget-used-challenges";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.sql("delete from used_challenge where expires_at < ?").param(now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A challenge.
     *
     * @param value base64url
     * @param sealed for the browser to keep and to bring back
     */
    public record Challenge(String value, String sealed) {}
}
