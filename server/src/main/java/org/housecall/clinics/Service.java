package org.housecall.clinics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What can be booked.
 *
 * @param name what the house calls it; patients never read it
 * @param publicName what patients read; null: the name
 * @param description a few sentences for patients
 * @param durationMinutes 5 to 720
 * @param bufferBeforeMinutes kept free before each visit
 * @param bufferAfterMinutes kept free after each visit
 * @param price information, nothing is charged; together with its currency or not at all
 * @param currency ISO 4217
 * @param colour in the calendar, {@code #rrggbb}
 * @param active whether it can be booked; what was booked stays
 * @param doctorIds who offers it
 */
public record Service(
        UUID id,
        String name,
        @Nullable String publicName,
        @Nullable String description,
        Mode mode,
        int durationMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String colour,
        BookableBy bookableBy,
        boolean active,
        List<UUID> doctorIds) {

    /** What the clinic decides about a service. */
    public record Details(
            String name,
            @Nullable String publicName,
            @Nullable String description,
            Mode mode,
            int durationMinutes,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            @Nullable Price price,
            @Nullable String colour,
            BookableBy bookableBy,
            List<UUID> doctorIds) {}

    /** An amount in a currency of ISO 4217. */
    public record Price(BigDecimal amount, String currency) {}

    /** How doctor and patient meet. */
    public enum Mode {
        VIDEO,
        IN_PERSON
    }

    /** Who may book it: each includes those before. */
    public enum BookableBy {
        STAFF,
        PATIENTS,
        /** People without an account, too. */
        EVERYONE
    }

    public Duration duration() {
        return Duration.ofMinutes(durationMinutes);
    }

    /** The name that may leave the house. */
    public String nameForPatients() {
        return publicName == null ? name : publicName;
    }

    public boolean isBookableByPatients() {
        return active && bookableBy != BookableBy.STAFF;
    }

    /** How much of the doctor's time a visit of the usual length takes, its buffers included. */
    public Duration claimed() {
        return Duration.ofMinutes(bufferBeforeMinutes + durationMinutes + bufferAfterMinutes);
    }

    /** The doctor's time that a visit takes, its buffers included. */
    public Interval claimedAround(Interval visit) {
        return new Interval(
                visit.start().minus(Duration.ofMinutes(bufferBeforeMinutes)),
                visit.end().plus(Duration.ofMinutes(bufferAfterMinutes)));
    }
}
