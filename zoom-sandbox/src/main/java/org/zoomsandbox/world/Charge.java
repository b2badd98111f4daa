package org.zoomsandbox.world;

import java.util.SplittableRandom;

/** How often something scripted still happens, and on which of its occasions. */
public final class Charge {

    public static final int ALWAYS = -1;

    private final int times;
    private final Chance chance;
    private final SplittableRandom draws;
    private int struck;

    public Charge(int times, Chance chance) {
        this.times = times;
        this.chance = chance;
        this.draws = chance.draws();
    }

    /** Uses it once; false when it is used up, or this is not one of its occasions. */
    public synchronized boolean strike() {
        if (left() == 0 || draws.nextDouble() >= chance.share()) {
            return false;
        }
        struck++;
        return true;
    }

    public synchronized int struck() {
        return struck;
    }

    /** What is left, or {@link #ALWAYS}. */
    public synchronized int left() {
        return times == ALWAYS ? ALWAYS : times - struck;
    }
}
