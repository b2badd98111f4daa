package org.housecall.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits until nothing is on its way any more, while doctors who have lost their connection connect again. */
final class Settling {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofMillis(500);

    private Settling() {}

    /** What is still open when patience ends; nothing, as a rule. */
    static List<String> await(ChaosZoom zoom, Database database, List<ChaosClinic> clinics) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            boolean connected = clinics.stream().allMatch(ChaosClinic::connectAll);
            List<String> open = database.unsettled();
            boolean over = connected && open.isEmpty() && zoom.hasToldEverything();
            if (over || Instant.now().isAfter(deadline)) {
                return open;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
