package org.zoomsandbox.world;

import java.util.SplittableRandom;

/**
 * Which share of the occasions something scripted happens on, from 0 to 1. The seed says on which of them, the same ones
 * every time.
 */
public record Chance(double share, long seed) {

    public static final Chance CERTAIN = new Chance(1, 0);

    public Chance {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("\"share\" is more than 0 and at most 1");
        }
    }

    SplittableRandom draws() {
        return new SplittableRandom(seed);
    }
}
