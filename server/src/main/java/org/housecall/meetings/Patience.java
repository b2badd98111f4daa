package org.housecall.meetings;

import java.time.Duration;
import java.time.Instant;

/** How long to wait between tries: the longer the trouble lasts, the longer. A second's outage costs a second, a day's no flood. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Patience() {}

    /** No earlier than the given time, and not before the trouble has lasted half as long again. */
    static Instant afterTrouble(Instant since, Instant now, Instant at) {
        Duration half = Duration.between(since, now).dividedBy(2);
        Instant patient = now.plus(half.compareTo(LONGEST) < 0 ? half : LONGEST);
        return patient.isAfter(at) ? patient : at;
    }
}
