package org.housecall.clinics;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What can be booked.
 *
 * @param durationMinutes 5 to 720
 * @param doctorIds who offers it
 */
public record Service(UUID id, String name, Mode mode, int durationMinutes, List<UUID> doctorIds) {

    /** How doctor and patient meet. */
    public enum Mode {
        VIDEO,
        IN_PERSON
    }

    public Duration duration() {
        return Duration.ofMinutes(durationMinutes);
    }
}
