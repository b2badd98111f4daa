package org.housecall.clinics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a clinic's visits may be booked, moved and cancelled. Horizon and daily maximum hold for everyone; lead time and
 * the two windows for patients, because the front desk knows what it does.
 *
 * @param leadMinutes how long before a visit it can be booked at the latest
 * @param horizonDays how many days ahead, counted in the clinic's zone
 * @param stepMinutes from one slot's start to the next; null: as long as a visit with its buffers
 * @param dailyMaximum visits of one doctor that begin on one date, in all clinics together; null: as many as fit
 * @param cancelUntilMinutes how long before a visit its patient can cancel it at the latest
 * @param changeUntilMinutes how long before a visit its patient can move it at the latest
 * @param holdMinutes how long a picked slot is held while the form is filled in
 */
public record BookingRules(
        int leadMinutes,
        int horizonDays,
        @Nullable Integer stepMinutes,
        @Nullable Integer dailyMaximum,
        int cancelUntilMinutes,
        int changeUntilMinutes,
        int holdMinutes) {

    /** What holds until a clinic decides otherwise. */
    public static final BookingRules DEFAULT = new BookingRules(0, 365, null, null, 0, 0, 10);

    public Duration lead() {
        return Duration.ofMinutes(leadMinutes);
    }

    public Duration cancelUntil() {
        return Duration.ofMinutes(cancelUntilMinutes);
    }

    public Duration changeUntil() {
        return Duration.ofMinutes(changeUntilMinutes);
    }

    public Duration hold() {
        return Duration.ofMinutes(holdMinutes);
    }

    /** From one slot's start to the next of this service. */
    public Duration step(Service service) {
        return stepMinutes == null ? service.claimed() : Duration.ofMinutes(stepMinutes);
    }
}
