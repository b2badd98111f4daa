package org.zoomsandbox.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.VirtualClock;
import org.zoomsandbox.world.ZoomApp;

/** Whether webhook addresses have proved that they know the secret: at every save, and every 72 hours after. */
public final class Subscriptions {

    private static final Duration EVERY = Duration.ofDays(3);
    private static final int DISABLED_AT = 6;

    /** How an address stands; an unchecked one receives events too, which only the sandbox allows. */
    public enum State {
        UNCHECKED,
        VALIDATED,
        REFUSED,
        DISABLED
    }

    /** The state, how many checks in a row have failed, and the mails Zoom would have sent about it. */
    public record Standing(
            State state, int failures, @Nullable Instant nextCheck, List<String> mails) {

        private static final Standing UNCHECKED = new Standing(State.UNCHECKED, 0, null, List.of());
    }

    private final VirtualClock clock;
    private final Directory directory;
    private final BiFunction<ZoomApp, String, String> challenge;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    Subscriptions(VirtualClock clock, Directory directory, BiFunction<ZoomApp, String, String> challenge) {
        this.clock = clock;
        this.directory = directory;
        this.challenge = challenge;
    }

    public Standing of(String clientId) {
        return standings.getOrDefault(clientId, Standing.UNCHECKED);
    }

    /** Checks the address now, as Zoom does when it is saved; a refused address gets no events. */
    public Standing check(ZoomApp app) {
        var problem = challenge.apply(app, Dice.text(16));
        var standing = problem.isEmpty()
                ? new Standing(State.VALIDATED, 0, clock.instant().plus(EVERY), List.of())
                : new Standing(State.REFUSED, 1, null, List.of("URL validation failed: " + problem));
        standings.put(app.clientId(), standing);
        return standing;
    }

    /** Takes the address on trust. */
    public void trust(String clientId) {
        standings.remove(clientId);
    }

    boolean open(ZoomApp app) {
        var state = of(app.clientId()).state();
        return state == State.UNCHECKED || state == State.VALIDATED;
    }

    void recheck(Executor threads) {
        for (var app : directory.apps()) {
            var standing = of(app.clientId());
            var due = standing.nextCheck();
            if (app.webhook().url() != null && due != null && !due.isAfter(clock.instant())) {
                var next = new Standing(standing.state(), standing.failures(), due.plus(EVERY), standing.mails());
                if (standings.replace(app.clientId(), standing, next)) {
                    threads.execute(() -> again(app, next));
                }
            }
        }
    }

    private void again(ZoomApp app, Standing standing) {
        var problem = challenge.apply(app, Dice.text(16));
        standings.replace(app.clientId(), standing, problem.isEmpty() ? passed(standing) : failed(standing, problem));
        var due = of(app.clientId()).nextCheck();
        if (due != null && !due.isAfter(clock.instant())) {
            recheck(Runnable::run);
        }
    }

    private static Standing passed(Standing standing) {
        return new Standing(State.VALIDATED, 0, standing.nextCheck(), standing.mails());
    }

    /** Zoom mails at the second and fourth failure in a row and disables the webhook at the sixth. */
    private static Standing failed(Standing standing, String problem) {
        var failures = standing.failures() + 1;
        var mails = new ArrayList<>(standing.mails());
        if (failures == 2 || failures == 4 || failures == DISABLED_AT) {
            mails.add("Revalidation failed " + failures + " times: " + problem);
        }
        var disabled = failures >= DISABLED_AT;
        return new Standing(
                disabled ? State.DISABLED : standing.state(),
                failures,
                disabled ? null : standing.nextCheck(),
                List.copyOf(mails));
    }

    static String problem(Postman.Receipt receipt, String plainToken, String secret) {
        if (receipt.status() != 200) {
            return receipt.error() == null ? "HTTP " + receipt.status() : receipt.error();
        }
        var answer = Json.parseObject(receipt.body());
        if (answer == null || !plainToken.equals(answer.path("plainToken").asString(""))) {
            return "plainToken is missing or different";
        }
        return Signature.hmac(secret, plainToken)
                        .equals(answer.path("encryptedToken").asString(""))
                ? ""
                : "encryptedToken is wrong";
    }

    void clear() {
        standings.clear();
    }
}
