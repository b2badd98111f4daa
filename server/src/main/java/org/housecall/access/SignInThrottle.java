package org.housecall.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ExpiredEntriesCleaner;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses, on all nodes together, and does not shut out who is guessed at: from a network where an account
 * was signed in before, only failures from there count against it; for a sealed account, whose password nobody chose and
 * nobody guesses, from everywhere. Buckets are named by hashes, of known addresses and
 * unknown ones alike.
 */
@Component
@EnableConfigurationProperties(SignInSettings.class)
public class SignInThrottle implements RecurringJob {

    private static final Duration KNOWN_FOR = Duration.ofDays(90);
    private static final int MOST_CLEANED_AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final ProxyManager<Long> buckets;
    private final ExpiredEntriesCleaner cleaner;

    SignInThrottle(JdbcClient jdbc, DataSource dataSource, SignInSettings settings, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        var manager = Bucket4jPostgreSQL.advisoryLockBasedBuilder(dataSource)
                .table("token_bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new ClockMeter(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofHours(1)))
                .build();
        this.buckets = manager;
        this.cleaner = manager;
    }

    /** Takes one attempt; fails with {@link TooManyAttempts} where there is none left. */
    Attempt take(String email, String network, Optional<UUID> accountId) {
        String address = Account.normalize(email);
        List<Bucket> needed = new ArrayList<>(List.of(
                ofNetwork(network),
                new Bucket("address " + address + " from " + network, settings.attempts(), settings.refill())));
        if (accountId.filter(id -> isKnown(id, network)).isEmpty()) {
            needed.add(new Bucket("address " + address, settings.attemptsFromAnywhere(), settings.refill()));
        }
        return take(needed, accountId.orElse(null));
    }

    /** As {@link #take(String, String, Optional)}, for a passkey: no address is named, and there is nothing to guess. */
    Attempt takeNetwork(String network) {
        return take(List.of(ofNetwork(network)), null);
    }

    private Bucket ofNetwork(String network) {
        return new Bucket("network " + network, settings.attemptsPerNetwork(), settings.refillPerNetwork());
    }

    /** As {@link #take(String, String, Optional)}, for a code of a second factor: who gets so far knows the password already. */
    Attempt takeCode(UUID accountId) {
        return take(List.of(new Bucket("code " + accountId, settings.attempts(), settings.refill())), accountId);
    }

    /** As {@link #takeCode}, for a sign-on that is begun: each makes us call the clinic's provider. Given back by {@link #signedOn}. */
    public void takeSignOn(String network) {
        take(List.of(signOnsFrom(network)), null);
    }

    /** Who began a sign-on has been let in. */
    public void signedOn(String network) {
        Bucket bucket = signOnsFrom(network);
        buckets.getProxy(bucket.key(), bucket::configuration).addTokens(1);
    }

    private Bucket signOnsFrom(String network) {
        return new Bucket("sign-on " + network, settings.attemptsPerNetwork(), settings.refillPerNetwork());
    }

    private Attempt take(List<Bucket> needed, @Nullable UUID accountId) {
        List<BucketProxy> taken = new ArrayList<>();
        for (Bucket bucket : needed) {
            BucketProxy proxy = buckets.getProxy(bucket.key(), bucket::configuration);
            ConsumptionProbe probe = proxy.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                taken.forEach(it -> it.addTokens(1));
                audit.recordOnceAnHour(Action.SIGN_IN_THROTTLED, accountId);
                throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
            taken.add(proxy);
        }
        return new Attempt(taken);
    }

    private boolean isKnown(UUID accountId, String network) {
        return jdbc.sql("""
                        select exists (select from known_network
                                       where account_id = :account and network_hash = :network and last_at > :since)
                            or exists (select from account where id = :account and sealed_in is not null)""")
                .param("account", accountId)
                .param("network", hash(accountId, network))
                .param("since", now().minus(KNOWN_FOR))
                .query(Boolean.class)
                .single();
    }

    /** The account was signed in from there. */
    @Transactional
    public void remember(UUID accountId, String network) {
        jdbc.sql("""
                        insert into known_network (account_id, network_hash, last_at) values (?, ?, ?)
                        on conflict (account_id, network_hash) do update set last_at = excluded.last_at""").params(accountId, hash(accountId, network), now()).update();
    }

    private static byte[] hash(UUID accountId, String network) {
        return Secret.hash(accountId + " " + network);
    }

    @Override
    public String kind() {
        return "forget-sign-in-attempts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        cleaner.removeExpired(MOST_CLEANED_AT_ONCE);
        jdbc.sql("delete from known_network where last_at < ?")
                .param(now().minus(KNOWN_FOR))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** An attempt under way; given back where it did not fail. */
    record Attempt(List<BucketProxy> taken) {
        void giveBack() {
            taken.forEach(it -> it.addTokens(1));
        }
    }

    private record Bucket(String name, int capacity, Duration refill) {

        long key() {
            return ByteBuffer.wrap(Secret.hash("sign-in " + name)).getLong();
        }

        BucketConfiguration configuration() {
            return BucketConfiguration.builder()
                    .addLimit(Bandwidth.builder()
                            .capacity(capacity)
                            .refillGreedy(1, refill)
                            .build())
                    .build();
        }
    }

    /** Buckets fill by the application's clock. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
