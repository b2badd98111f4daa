package org.zoomsandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Runs with the machine's clock, and can be moved so that hours and days pass at once. */
public final class VirtualClock implements InstantSource {

    private final InstantSource machine = InstantSource.system();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant frozenAt;

    @Override
    public Instant instant() {
        var frozen = frozenAt;
        return frozen != null ? frozen : machine.instant().plus(ahead);
    }

    /** Calls back after each jump, on the thread that jumped. */
    public void onJump(Runnable listener) {
        listeners.add(listener);
    }

    /** Moves the clock by this much; a negative duration moves it back. */
    public void advance(Duration duration) {
        moveTo(instant().plus(duration));
    }

    /** Moves the clock to this instant. */
    public synchronized void moveTo(Instant instant) {
        if (frozenAt != null) {
            frozenAt = instant;
        }
        ahead = Duration.between(machine.instant(), instant);
        listeners.forEach(Runnable::run);
    }

    /** Stops the clock where it stands, or lets it run on from there. */
    public synchronized void freeze(boolean frozen) {
        var now = instant();
        ahead = Duration.between(machine.instant(), now);
        frozenAt = frozen ? now : null;
    }

    /** True while the clock stands still. */
    public boolean frozen() {
        return frozenAt != null;
    }

    /** Back to the machine's time. */
    public synchronized void reset() {
        frozenAt = null;
        ahead = Duration.ZERO;
    }
}
