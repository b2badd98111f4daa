package org.housecall.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment.Status;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.DoctorTime;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.BookingRuleBook;
import org.housecall.platform.Interval;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a booked appointment through its life, by hand or as the visit goes. */
@Component
public class Progress {

    /** For how long a visit must be over before somebody is asked what became of it. */
    public static final Duration TO_CLOSE_AFTER = Duration.ofMinutes(30);

    private static final Duration TO_CLOSE_FOR = Duration.ofDays(30);

    private final Appointments appointments;
    private final Booking booking;
    private final DoctorTime doctorTime;
    private final BookingRuleBook rules;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Progress(
            Appointments appointments,
            Booking booking,
            DoctorTime doctorTime,
            BookingRuleBook rules,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.doctorTime = doctorTime;
        this.rules = rules;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Cancels and gives the time back. Cancelling what is cancelled changes nothing. */
    public Appointment cancel(Viewer viewer, UUID id, @Nullable String reason, @Nullable Integer version) {
        return inTransaction(() -> {
            Appointment current = appointments.toChange(viewer, id).orElseThrow(Problem::notFound);
            if (current.status() == Status.CANCELLED) {
                return current;
            }
            Appointment before = appointments.toChange(viewer, id, version);
            Deadline.CANCEL.refuseLater(viewer, before, rules.current(), clock.instant());
            doctorTime.lock(before.doctorAccountId());
            doctorTime.release(id);
            appointments.cancel(id, reason, Booker.of(viewer));
            audit.record(Action.APPOINTMENT_CANCELLED, id);
            return booking.changed(before);
        });
    }

    /**
     * Checks in, begins, completes, notes that nobody came, or opens again. Being there already changes nothing.
     *
     * @param version the version the caller has seen; null: whatever it is
     */
    public Appointment become(Viewer viewer, UUID id, Status next, @Nullable Integer version) {
        return inTransaction(() -> {
            Appointment before = appointments.toChange(viewer, id).orElseThrow(Problem::notFound);
            before.requireVersion(version);
            if (before.status() == next) {
                return before;
            }
            if (next == Status.CANCELLED || !before.status().mayBecome(next)) {
                throw new NoSuchStep(before.status(), next);
            }
            boolean begunEarly = before.status() == Status.IN_PROGRESS && next == Status.COMPLETED;
            if (next.isOver() && !begunEarly && before.start().isAfter(clock.instant())) {
                throw new Problem(HttpStatus.CONFLICT, "visit-not-begun");
            }
            appointments.become(id, next);
            audit.record(Action.ATTENDANCE_RECORDED, id);
            return booking.changed(before);
        });
    }

    /** Visits that should be over and that nobody closed, the oldest first: what became of them, only a person can say. */
    @Transactional(readOnly = true)
    public List<Appointment> toClose(Viewer viewer) {
        Instant now = clock.instant();
        return appointments.leftOpen(viewer, new Interval(now.minus(TO_CLOSE_FOR), now.minus(TO_CLOSE_AFTER)));
    }

    /** Follows what happened in the visit; nothing changes where the appointment's life has no such step. */
    public void follow(UUID id, Status status) {
        inTransaction(() -> {
            Appointment before = appointments.toChange(id).orElseThrow(Problem::notFound);
            if (!before.status().mayBecome(status)) {
                return before;
            }
            appointments.become(id, status);
            audit.record(Action.APPOINTMENT_FOLLOWED, id);
            return booking.changed(before);
        });
    }

    private Appointment inTransaction(Supplier<Appointment> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    /** An appointment's life has no such step. */
    public static final class NoSuchStep extends Problem {
        NoSuchStep(Status from, Status to) {
            super(HttpStatus.CONFLICT, "no-such-step");
            property("from", from);
            property("to", to);
        }
    }
}
