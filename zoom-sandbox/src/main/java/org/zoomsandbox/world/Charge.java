package org.zoomsandbox.world;

import java.util.concurrent.atomic.AtomicInteger;

/** How often something scripted still happens. */
public final class Charge {

    public static final int ALWAYS = -1;

    private final int times;
    private final AtomicInteger struck = new AtomicInteger();

    public Charge(int times) {
        this.times = times;
    }

    /** Uses it once; false when it is used up. */
    public boolean strike() {
        if (times == ALWAYS) {
            struck.incrementAndGet();
            return true;
        }
        return struck.getAndUpdate(count -> Math.min(count + 1, times)) < times;
    }

    public int struck() {
        return struck.get();
    }

    /** What is left, or {@link #ALWAYS}. */
    public int left() {
        return times == ALWAYS ? ALWAYS : times - struck.get();
    }
}
