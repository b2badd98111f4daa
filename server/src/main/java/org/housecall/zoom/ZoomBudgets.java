package org.housecall.zoom;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.UninterruptibleBlockingStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.housecall.platform.Secret;
import org.housecall.zoom.Errand.Label;
import org.housecall.zoom.Errand.Urgency;
import org.housecall.zoom.ZoomPlan.Allowance;
import org.springframework.stereotype.Component;

/**
 * Keeps Zoom's limits before Zoom has to, on all nodes together: calls a second and a day for each Zoom account and label,
 * and the creates and updates of a day for each host. What they have used up is not asked for. Why so: ADR 22.
 */
@Component
class ZoomBudgets {

    /** Creates and updates of one host from 00:00 to 00:00 UTC, as Zoom counts them; deletes and reads are free. */
    static final int WRITES_PER_HOST_AND_DAY = 100;

    /** This part of a day is for the visits of the next two days; and when it is begun, people are told. */
    private static final int LAST_PART = 5;

    /**
     * Of each second's calls this many per cent, evenly: then no second has more than Zoom allows, wherever it begins to
     * count, and though one call takes 50 ms longer to get there than another.
     */
    private static final int PACE_PERCENT = 95;

    /** Whoever sets out later than this after their turn, on a busy machine, might run into the next ones. */
    private static final Duration IN_TIME = Duration.ofMillis(15);

    private static final int MOST_TURNS = 5;

    /** Whoever comes back from the queue finds others: a little faster than the line moves, so that it never runs dry. */
    private static final int RETURN_PERCENT = 125;

    private static final Duration SECONDS =
            Duration.ofSeconds(100); // in which as many calls as per cent of one second's
    private static final Duration KEPT = Duration.ofHours(1);

    private final ProxyManager<Long> buckets;
    private final BudgetNotes notes;
    private final Connections connections;
    private final ZoomApps apps;
    private final UninterruptibleBlockingStrategy waiting;
    private final Clock clock;

    ZoomBudgets(
            DataSource dataSource,
            BudgetNotes notes,
            Connections connections,
            ZoomApps apps,
            UninterruptibleBlockingStrategy waiting,
            Clock clock) {
        this.notes = notes;
        this.connections = connections;
        this.apps = apps;
        this.waiting = waiting;
        this.clock = clock;
        this.buckets = Bucket4jPostgreSQL.advisoryLockBasedBuilder(dataSource)
                .table("token_bucket") // whoever cleans up there goes by the time alone
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new ClockMeter(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .build();
    }

    /** Whether an errand has to wait anyway, as far as can be told without taking anything; then when it comes in. */
    Optional<ZoomAnswer.Failure> hindrance(ZoomHost host, Errand errand) {
        return errand.urgency() == Urgency.NOW
                ? Optional.empty()
                : payer(host).flatMap(payer -> paused(payer, errand).or(() -> queued(payer, errand)));
    }

    /** Takes an errand from what the day allows; a failure says that nothing may be sent. Followed by {@link #turn}. */
    Optional<ZoomAnswer.Failure> take(ZoomHost host, Errand errand) {
        Optional<Payer> payer = payer(host);
        if (payer.isEmpty()) {
            return Optional.empty(); // nobody to call as
        }
        if (errand.urgency() == Urgency.NOW) {
            countOfTheDay(payer.get(), errand.operation());
            return Optional.empty();
        }
        return paused(payer.get(), errand).or(() -> ofTheDay(payer.get(), errand));
    }

    /** Waits for an errand's turn, if that is soon; whoever gets it sets out at once. A failure says that nothing may be sent. */
    Optional<ZoomAnswer.Failure> turn(ZoomHost host, Errand errand) {
        return payer(host).flatMap(payer -> inLine(payer, errand));
    }

    /** Counts what was asked before it could be known whose account it is: those after it wait the longer. */
    void count(ZoomHost host, Errand.Operation operation) {
        payer(host).ifPresent(payer -> {
            line(payer, operation.label()).consumeIgnoringRateLimits(1);
            countOfTheDay(payer, operation);
        });
    }

    /** Zoom's own word counts: a day that it says is full is full, whatever we have counted. */
    void learn(ZoomHost host, Errand errand, ZoomAnswer answer) {
        payer(host).ifPresent(payer -> {
            switch (answer) {
                case ZoomAnswer.DayIsFull(var until) -> notes.pause(payer.hostName(), until);
                case ZoomAnswer.AccountDayIsFull(var until) ->
                    notes.pause(payer.accountName(errand.operation().label()), until);
                default -> {}
            }
        });
    }

    /** How much of its day a host has used. */
    Optional<Usage> usage(ZoomHost host) {
        return payer(host).map(payer -> usage(hostDay(payer)));
    }

    /** How much of its day the host's account has used of a label; empty where it has no limit a day. */
    Optional<Usage> usage(ZoomHost host, Label label) {
        return payer(host).flatMap(payer -> accountDay(payer, label)).map(this::usage);
    }

    private Usage usage(Day day) {
        int left = Math.toIntExact(Math.max(0, day.bucket().getAvailableTokens()));
        Instant now = clock.instant();
        Optional<Instant> pause = notes.pausedUntil(day.name()).filter(until -> until.isAfter(now));
        return new Usage(
                pause.isPresent() ? day.limit() : day.limit() - left,
                day.limit(),
                pause.orElse(RetryTime.nextDay(now)));
    }

    private void countOfTheDay(Payer payer, Errand.Operation operation) {
        accountDay(payer, operation.label()).ifPresent(day -> day.bucket().consumeIgnoringRateLimits(1));
        if (operation.countsForHost()) {
            hostDay(payer).bucket().consumeIgnoringRateLimits(1);
        }
    }

    private Optional<ZoomAnswer.Failure> paused(Payer payer, Errand errand) {
        Optional<ZoomAnswer.Failure> host = errand.operation().countsForHost()
                ? stillPaused(payer.hostName()).map(ZoomAnswer.DayIsFull::new)
                : Optional.empty();
        return host.or(
                () -> stillPaused(payer.accountName(errand.operation().label())).map(ZoomAnswer.AccountDayIsFull::new));
    }

    private Optional<Instant> stillPaused(String name) {
        return notes.pausedUntil(name).filter(until -> until.isAfter(clock.instant()));
    }

    /** The line is short, or it would hold the threads that others need; whoever finds no place gets a time to come back. */
    private Optional<ZoomAnswer.Failure> inLine(Payer payer, Errand errand) {
        BucketProxy line = line(payer, errand.operation().label());
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Turn mine = new Turn();
            if (!line.asBlocking().tryConsumeUninterruptibly(1, patience(errand.urgency()), mine)) {
                break;
            }
            if (!mine.isMissed()) {
                return Optional.empty();
            }
        }
        if (errand.urgency() == Urgency.NOW) {
            line.consumeIgnoringRateLimits(1);
            return Optional.empty();
        }
        giveBack(payer, errand);
        return Optional.of(comeBack(payer, errand));
    }

    /** When it is one's turn: that long after asking, not after the answer of the database. */
    private final class Turn implements UninterruptibleBlockingStrategy {
        private final Instant asked = clock.instant();
        private long nanos;

        @Override
        public void parkUninterruptibly(long nanosToPark) {
            nanos = nanosToPark;
            long left = Duration.between(clock.instant(), at()).toNanos();
            if (left > 0) {
                waiting.parkUninterruptibly(left);
            }
        }

        private Instant at() {
            return asked.plusNanos(nanos);
        }

        private boolean isMissed() {
            return clock.instant().isAfter(at().plus(IN_TIME));
        }
    }

    private void giveBack(Payer payer, Errand errand) {
        accountDay(payer, errand.operation().label())
                .ifPresent(day -> day.bucket().addTokens(1));
        if (errand.operation().countsForHost()) {
            hostDay(payer).bucket().addTokens(1);
        }
    }

    private Optional<ZoomAnswer.Failure> queued(Payer payer, Errand errand) {
        var place = line(payer, errand.operation().label()).estimateAbilityToConsume(1);
        return place.getNanosToWaitForRefill() > patience(errand.urgency()).toNanos()
                ? Optional.of(comeBack(payer, errand))
                : Optional.empty();
    }

    private static Duration patience(Urgency urgency) {
        return switch (urgency) {
            case NOW -> Duration.ofSeconds(5); // longer than the line is for all others
            case SOON -> Duration.ofSeconds(3); // before those of LATER, who find the line too long
            case LATER -> Duration.ofMillis(1500); // more than a node takes to look for what is due
        };
    }

    /** One after another, each urgency by itself, and mixed a little, so that one host's do not all come together. */
    private ZoomAnswer.Failure comeBack(Payer payer, Errand errand) {
        Label label = errand.operation().label();
        long nanos = bucket(
                        payer.accountName(label) + " queue " + errand.urgency() + " " + payer.plan(),
                        paced(payer, label, RETURN_PERCENT))
                .consumeIgnoringRateLimits(1);
        long spread = ThreadLocalRandom.current().nextLong(nanos / 5 + 1);
        return new ZoomAnswer.NotOurTurn(clock.instant().plusNanos(nanos + spread));
    }

    private Optional<ZoomAnswer.Failure> ofTheDay(Payer payer, Errand errand) {
        Optional<Day> ofHost = errand.operation().countsForHost() ? Optional.of(hostDay(payer)) : Optional.empty();
        Optional<Day> ofAccount = accountDay(payer, errand.operation().label());
        if (ofHost.isPresent() && !take(ofHost.get(), errand.urgency())) {
            return Optional.of(new ZoomAnswer.DayIsFull(tomorrow()));
        }
        if (ofAccount.isPresent() && !take(ofAccount.get(), errand.urgency())) {
            ofHost.ifPresent(day -> day.bucket().addTokens(1));
            return Optional.of(new ZoomAnswer.AccountDayIsFull(tomorrow()));
        }
        return Optional.empty();
    }

    private boolean take(Day day, Urgency urgency) {
        if (urgency == Urgency.LATER && day.bucket().getAvailableTokens() <= day.lastPart()) {
            return false;
        }
        ConsumptionProbe probe = day.bucket().tryConsumeAndReturnRemaining(1);
        if (probe.getRemainingTokens() <= day.lastPart()) {
            notes.warn(day.name(), day.warning(Math.toIntExact(day.limit() - probe.getRemainingTokens())));
        }
        return probe.isConsumed();
    }

    /** Not all in the first second of the new day. */
    private Instant tomorrow() {
        return RetryTime.nextDay(clock.instant())
                .plusMillis(ThreadLocalRandom.current().nextLong(30_000));
    }

    private BucketProxy line(Payer payer, Label label) {
        return bucket(payer.accountName(label) + " " + payer.plan(), paced(payer, label, PACE_PERCENT));
    }

    private static Bandwidth paced(Payer payer, Label label, int percent) {
        long calls = (long) payer.plan().allowance(label).perSecond() * percent;
        return Bandwidth.builder().capacity(1).refillGreedy(calls, SECONDS).build();
    }

    private Day hostDay(Payer payer) {
        return day(payer.hostName(), WRITES_PER_HOST_AND_DAY, payer, NearlyUsedUp.What.HOST);
    }

    private Optional<Day> accountDay(Payer payer, Label label) {
        Allowance allowance = payer.plan().allowance(label);
        return allowance.perDay() == 0
                ? Optional.empty()
                : Optional.of(day(payer.accountName(label), allowance.perDay(), payer, NearlyUsedUp.What.ACCOUNT));
    }

    private Day day(String name, int limit, Payer payer, NearlyUsedUp.What what) {
        Bandwidth daily = Bandwidth.builder()
                .capacity(limit)
                .refillIntervallyAligned(limit, Duration.ofDays(1), RetryTime.nextDay(clock.instant()))
                .build();
        return new Day(name, limit, bucket(name + " day " + limit, daily), payer, what);
    }

    private BucketProxy bucket(String name, Bandwidth bandwidth) {
        long key = ByteBuffer.wrap(Secret.hash("zoom " + name)).getLong();
        return buckets.getProxy(
                key, () -> BucketConfiguration.builder().addLimit(bandwidth).build());
    }

    private Optional<Payer> payer(ZoomHost host) {
        return switch (host) {
            case ZoomHost.Connected(var id) ->
                connections
                        .find(id)
                        .flatMap(connection -> apps.find(connection.appId())
                                .map(app -> new Payer(
                                        Optional.ofNullable(connection.zoomAccountId())
                                                .orElse(id.toString()),
                                        connection.zoomUserId(),
                                        app.plan(),
                                        Optional.of(connection))));
            case ZoomHost.Mapped(var appId, var user) ->
                apps.find(appId)
                        .map(app -> new Payer(
                                Optional.ofNullable(app.zoomAccountId()).orElse(appId.toString()),
                                user.toLowerCase(Locale.ROOT),
                                app.plan(),
                                Optional.empty()));
        };
    }

    /** Whose budgets a call uses: those of a Zoom account and of one of its users. */
    private record Payer(String account, String user, ZoomPlan plan, Optional<Connection> connection) {

        String accountName(Label label) {
            return "account " + account + " " + label;
        }

        String hostName() {
            return "host " + user;
        }
    }

    private record Day(String name, int limit, BucketProxy bucket, Payer payer, NearlyUsedUp.What what) {

        int lastPart() {
            return limit / LAST_PART;
        }

        NearlyUsedUp warning(int used) {
            return new NearlyUsedUp(
                    what, payer.connection().map(Connection::accountId).orElse(null), used, limit, false);
        }
    }

    /**
     * What a day's budget looks like.
     *
     * @param until when it begins anew
     */
    record Usage(int used, int limit, Instant until) {

        /** Four fifths are used: what is left is for the visits of the next two days. */
        boolean scarce() {
            return limit - used <= limit / LAST_PART;
        }
    }

    /** Buckets fill by the application's clock. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000 + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
