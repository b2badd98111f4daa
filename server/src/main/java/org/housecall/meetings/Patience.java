package org.housecall.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait between tries: the longer the trouble lasts, the longer. A second's outage costs a second, a day's no flood. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Patience() {}

    /**
     * No earlier than the given time, and not before the trouble has lasted half as long again; spread by up to a quarter
     * of that, so that what waits for the same thing does not come back all at once.
     */
    static Instant afterTrouble(Instant since, Instant now, Instant at) {
        Duration half = Duration.between(since, now).dividedBy(2);
        Duration wait = half.compareTo(LONGEST) < 0 ? half : LONGEST;
        Instant patient = now.plus(wait);
        long spread = ThreadLocalRandom.current().nextLong(Math.max(0, wait.toMillis()) / 4 + 1);
        return (patient.isAfter(at) ? patient : at).plusMillis(spread);
    }
}
