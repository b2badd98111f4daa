package org.housecall.appointments;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.housecall.access.Viewer;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.BookingRules;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;

/** Until when before a visit its patient may do something alone; after that, and for staff at any time, the front desk decides. */
enum Deadline {
    CANCEL(BookingRules::cancelUntil, "too-late-to-cancel"),
    CHANGE(BookingRules::changeUntil, "too-late-to-change");

    @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
    private final Function<BookingRules, Duration> before;

    private final String problem;

    Deadline(Function<BookingRules, Duration> before, String problem) {
        this.before = before;
        this.problem = problem;
    }

    void refuseLater(Viewer viewer, Appointment appointment, BookingRules rules, Instant now) {
        boolean late = now.plus(before.apply(rules)).isAfter(appointment.start());
        if (Booker.of(viewer) == Booker.PATIENT && late) {
            throw new Problem(HttpStatus.CONFLICT, problem);
        }
    }
}
