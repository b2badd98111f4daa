package org.housecallbench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.housecallbench.Bookings.Outcome;

/** Bookings or questions sent in one of two ways, and how they went. */
final class Load {

    private final Supplier<Outcome> booking;
    private final Histogram micros = new ConcurrentHistogram(3);
    private final Map<Outcome, LongAdder> outcomes = new ConcurrentHashMap<>();

    private Load(Supplier<Outcome> booking) {
        this.booking = booking;
    }

    /**
     * So many a second, however the server keeps up. Each is timed from when it should have begun, so that a pause of
     * the server is seen by all who would have come during it.
     */
    static Report steady(Supplier<Outcome> booking, int perSecond, int seconds) {
        Load load = new Load(booking);
        long pace = Duration.ofSeconds(1).toNanos() / perSecond;
        long begin = System.nanoTime();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < perSecond * seconds; number++) {
                long due = begin + number * pace;
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                visitors.execute(() -> load.bookOne(due));
            }
        }
        return load.report(begin);
    }

    /** So many clients, each sending its next booking when it has the answer to the last. */
    static Report flatOut(Supplier<Outcome> booking, int clients, int count) {
        Load load = new Load(booking);
        AtomicInteger left = new AtomicInteger(count);
        long begin = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                each.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        load.bookOne(System.nanoTime());
                    }
                });
            }
        }
        return load.report(begin);
    }

    private void bookOne(long begin) {
        Outcome outcome = booking.get();
        outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
        if (outcome == Outcome.DONE) {
            micros.recordValue((System.nanoTime() - begin) / 1000);
        }
    }

    private Report report(long begin) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.intValue()));
        return new Report(micros, counts, (System.nanoTime() - begin) / 1e9);
    }

    /**
     * How a load went.
     *
     * @param micros how long those took that were done
     * @param seconds from the first request to the last answer
     */
    record Report(Histogram micros, Map<Outcome, Integer> outcomes, double seconds) {

        int count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }
}
