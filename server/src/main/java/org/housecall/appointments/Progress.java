package org.housecall.appointments;

import java.time.Clock;
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
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a booked appointment through its life, by hand or as the visit goes. */
@Component
public class Progress {

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
            if (next.isOver() && before.start().isAfter(clock.instant())) {
                throw new Problem(HttpStatus.CONFLICT, "visit-not-begun");
            }
            appointments.become(id, next);
            audit.record(Action.ATTENDANCE_RECORDED, id);
            return booking.changed(before);
        });
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
