package org.zoomsandbox.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Account;
import org.zoomsandbox.world.Plan;

/** Zoom's budgets: per account and label, per host and day, and one write at a time per host. */
public final class RateLimits {

    /** What is enforced; the per-second and daily budgets follow each account's plan. */
    public record Policy(boolean enforced, int writesPerHostAndDay, boolean oneWriteAtATime) {}

    /** Budgets of one plan and label; no daily budget is 0. */
    private record Allowance(int perSecond, int perDay) {}

    /** What one call found: the headers every answer carries, and the refusal if the budget was used up. */
    record Budget(Map<String, String> headers, @Nullable ZoomError exceeded) {}

    private record Key(String account, Label label) {}

    private static final class Window {
        private long second;
        private int usedThisSecond;
        private long day;
        private int usedToday;
    }

    private static final Policy USUAL = new Policy(true, 100, true);

    private final InstantSource clock;
    private final Map<Key, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, Window> hosts = new ConcurrentHashMap<>();
    private final Set<String> writing = ConcurrentHashMap.newKeySet();
    private volatile Policy policy = USUAL;

    public RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    public Policy policy() {
        return policy;
    }

    public void policy(Policy changed) {
        policy = changed;
    }

    public void reset() {
        policy = USUAL;
        windows.clear();
        hosts.clear();
        writing.clear();
    }

    /** How many creations and updates this host has had since midnight UTC. */
    public int writesToday(String hostId) {
        var window = hosts.get(hostId);
        return window == null || window.day != epochDay() ? 0 : window.usedToday;
    }

    Budget take(Account account, Label label) {
        var allowance = allowance(account.plan(), label);
        var window = windows.computeIfAbsent(new Key(account.id(), label), key -> new Window());
        synchronized (window) {
            turn(window);
            var headers = headers(label, allowance, window);
            if (policy.enforced && allowance.perDay > 0 && window.usedToday >= allowance.perDay) {
                return new Budget(headers, daily());
            }
            if (policy.enforced && window.usedThisSecond >= allowance.perSecond) {
                return new Budget(headers, perSecond());
            }
            window.usedThisSecond++;
            window.usedToday++;
            return new Budget(headers(label, allowance, window), null);
        }
    }

    /** Counts a creation or update against the host. */
    void countWrite(String hostId) {
        var window = hosts.computeIfAbsent(hostId, key -> new Window());
        synchronized (window) {
            turn(window);
            if (policy.enforced && window.usedToday >= policy.writesPerHostAndDay) {
                throw perHost();
            }
            window.usedToday++;
        }
    }

    /** Whether the host was free to be written to; then it is held until {@link #endWrite}. */
    boolean beginWrite(String hostId) {
        return !policy.oneWriteAtATime || !policy.enforced || writing.add(hostId);
    }

    void endWrite(String hostId) {
        writing.remove(hostId);
    }

    ZoomError perSecond() {
        var reset = clock.instant().getEpochSecond() + 1;
        return refusal(
                "You have reached the maximum per-second rate limit for this API. Try again later.",
                Map.of("X-RateLimit-Type", "QPS", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "" + reset));
    }

    ZoomError daily() {
        return refusal(
                "You have reached the maximum daily rate limit for this API. Refer to the response header for details on"
                        + " when you can make another request.",
                Map.of(
                        "X-RateLimit-Type", "Daily-limit",
                        "X-RateLimit-Remaining", "0",
                        "Retry-After", nextMidnight().toString()));
    }

    /** Zoom answers this one without a type or a Retry-After, and with counters that look healthy. */
    ZoomError perHost() {
        return refusal(
                "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this"
                        + " particular user. You may resume these requests at GMT 00:00:00.",
                Map.of("X-RateLimit-Category", "Light", "X-RateLimit-Type", ""));
    }

    static ZoomError concurrent(String path) {
        return refusal("Too many concurrent requests. A request to " + path + " has already been made.", Map.of());
    }

    private static ZoomError refusal(String message, Map<String, String> headers) {
        return ZoomError.of(429, 429, message, headers);
    }

    private Instant nextMidnight() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private void turn(Window window) {
        var second = clock.instant().getEpochSecond();
        if (window.second != second) {
            window.second = second;
            window.usedThisSecond = 0;
        }
        var day = epochDay();
        if (window.day != day) {
            window.day = day;
            window.usedToday = 0;
        }
    }

    private long epochDay() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private static Map<String, String> headers(Label label, Allowance allowance, Window window) {
        var daily = allowance.perDay > 0;
        var limit = daily ? allowance.perDay : allowance.perSecond;
        var used = daily ? window.usedToday : window.usedThisSecond;
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-RateLimit-Category", label.category());
        headers.put("X-RateLimit-Type", daily ? "Daily-limit" : "QPS");
        headers.put("X-RateLimit-Limit", "" + limit);
        headers.put("X-RateLimit-Remaining", "" + Math.max(0, limit - used));
        return headers;
    }

    private static Allowance allowance(Plan plan, Label label) {
        var light = label == Label.LIGHT;
        return switch (plan) {
            case FREE -> light ? new Allowance(4, 6_000) : new Allowance(2, 2_000);
            case PRO -> light ? new Allowance(30, 0) : new Allowance(20, 0);
            case BUSINESS -> light ? new Allowance(80, 0) : new Allowance(60, 0);
        };
    }
}
