package org.zoomsandbox.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Charge;

/** The faults in force. */
public final class Faults {

    /**
     * A fault, how often it has struck, how often it still will (-1: always), and how many answers it is keeping back this
     * moment, with the work done.
     */
    public record Standing(String id, Fault fault, int struck, int left, int keptBack) {}

    private static final class Armed {
        private final String id;
        private final Fault fault;
        private final Pattern pattern;
        private final Charge charge;
        private final AtomicInteger keptBack = new AtomicInteger();

        private Armed(String id, Fault fault) {
            this.id = id;
            this.fault = fault;
            this.pattern = fault.pattern();
            this.charge = new Charge(fault.times(), fault.chance());
        }

        private boolean hits(String call, Collection<String> users, @Nullable String grant) {
            return pattern.matcher(call).matches() && fault.concerns(users, grant);
        }

        private Standing standing() {
            return new Standing(id, fault, charge.struck(), charge.left(), keptBack.get());
        }
    }

    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Arms the fault and returns its id. */
    public String add(Fault fault) {
        var id = "fault-" + numbers.incrementAndGet();
        armed.add(new Armed(id, fault));
        return id;
    }

    public List<Standing> all() {
        return armed.stream().map(Armed::standing).toList();
    }

    public boolean remove(String id) {
        return armed.removeIf(each -> each.id.equals(id));
    }

    public void clear() {
        armed.clear();
    }

    /** Keeps an answer back for a while. */
    @SuppressWarnings("ReferenceEquality") // of two that are alike, only the one that struck
    void keepBack(Fault fault, Runnable pause) {
        var counts = armed.stream()
                .filter(each -> each.fault == fault)
                .map(each -> each.keptBack)
                .toList();
        counts.forEach(AtomicInteger::incrementAndGet);
        try {
            pause.run();
        } finally {
            counts.forEach(AtomicInteger::decrementAndGet);
        }
    }

    /** The faults that strike this call: every delay, and of the others the first one. */
    List<Fault> strike(String call, Collection<String> users, @Nullable String grant) {
        if (armed.isEmpty()) {
            return List.of();
        }
        var struck = new ArrayList<Fault>();
        var broken = false;
        for (var each : armed) {
            var delay = each.fault.kind() == Fault.Kind.LATENCY;
            if ((delay || !broken) && each.hits(call, users, grant) && each.charge.strike()) {
                struck.add(each.fault);
                broken |= !delay;
            }
        }
        return struck;
    }
}
