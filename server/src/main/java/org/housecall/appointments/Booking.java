package org.housecall.appointments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.DoctorHours;
import org.housecall.availability.DoctorTime;
import org.housecall.availability.Holds;
import org.housecall.availability.HostTime;
import org.housecall.availability.Refusals;
import org.housecall.availability.Slots;
import org.housecall.availability.Timetable;
import org.housecall.availability.Timetable.Booker;
import org.housecall.availability.Timetable.Refusal;
import org.housecall.availability.Timetables;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.clinics.Service;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.housecall.platform.LiveUpdates;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Books and moves, by whatever door. Never waits for Zoom: whoever gives the appointment its meeting hears of it in the same transaction. */
@Component
public class Booking {

    private final Appointments appointments;
    private final Timetables timetables;
    private final Doctors doctors;
    private final Patients patients;
    private final DoctorTime doctorTime;
    private final HostTime hostTime;
    private final Holds holds;
    private final Slots slots;
    private final Audit audit;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Booking(
            Appointments appointments,
            Timetables timetables,
            Doctors doctors,
            Patients patients,
            DoctorTime doctorTime,
            HostTime hostTime,
            Holds holds,
            Slots slots,
            Audit audit,
            LiveUpdates live,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.appointments = appointments;
        this.timetables = timetables;
        this.doctors = doctors;
        this.patients = patients;
        this.doctorTime = doctorTime;
        this.hostTime = hostTime;
        this.holds = holds;
        this.slots = slots;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What to book.
     *
     * @param start null: now, for somebody who is there
     * @param mode null: the service's
     * @param holdId a hold of the viewer's that the appointment takes the place of
     * @param seriesId what it repeats in; null: nothing
     * @param overrideReason why the rules and others' time do not count; whoever calls has checked that the viewer may
     */
    public record Wish(
            UUID doctorId,
            UUID serviceId,
            UUID patientId,
            @Nullable Instant start,
            Service.@Nullable Mode mode,
            @Nullable UUID holdId,
            @Nullable UUID seriesId,
            @Nullable String overrideReason) {}

    /** What is to be another; null stays as it is. */
    public record Change(
            @Nullable Instant start,
            @Nullable UUID doctorId,
            @Nullable UUID serviceId,
            Service.@Nullable Mode mode,
            @Nullable String overrideReason) {}

    /** Books an appointment in the current clinic. Fails with {@code SlotTaken}, or with a problem that names the field. */
    public Appointment book(Viewer viewer, Wish wish) {
        Instant start = toSecond(or(wish.start(), clock.instant()));
        return orNextFree(
                wish.serviceId(),
                wish.doctorId(),
                start,
                Booker.of(viewer),
                () -> bookInTransaction(viewer, wish, start));
    }

    /** As {@link #book}, in the caller's transaction, which can only be rolled back where the time is taken. */
    Appointment bookInTransaction(Viewer viewer, Wish wish, Instant start) {
        boolean walkIn = wish.start() == null;
        Booker booker = Booker.of(viewer);
        if (wish.holdId() != null) {
            holds.giveBack(viewer.accountId(), wish.holdId());
        }
        Timetable table = table(wish.serviceId(), wish.doctorId(), start, null);
        Service service = table.service();
        refuseOthersService(service, booker);
        DoctorHours doctor = bookable(table, wish.doctorId());
        Patient patient = patients.visibleTo(viewer, wish.patientId())
                .orElseThrow(() -> Problem.invalid("patientId", "appointments.patient.unknown"));
        refuseOthersCalendar(viewer, doctor, patient);
        Interval visit = Interval.of(start, service.duration());
        refuse(
                walkIn ? table.refusalOfWalkIn(doctor, visit) : table.refusal(doctor, visit, booker),
                table,
                wish.overrideReason());
        Appointment appointment = new Appointment(
                Ids.next(),
                doctor.doctorId(),
                doctor.name(),
                doctor.accountId(),
                patient.id(),
                patient.name(),
                patient.accountId(),
                service.id(),
                service.name(),
                service.nameForPatients(),
                wish.mode() == null ? service.mode() : wish.mode(),
                visit.start(),
                visit.end(),
                walkIn ? Appointment.Status.CHECKED_IN : Appointment.Status.BOOKED,
                null,
                null,
                wish.seriesId(),
                wish.overrideReason(),
                1);
        claim(table, doctor, appointment);
        appointments.add(appointment, clock.instant());
        patients.treatedBy(patient.id(), doctor.doctorId());
        audit.record(Action.APPOINTMENT_BOOKED, appointment.id());
        events.publishEvent(new Appointment.Booked(appointment));
        announce(appointment);
        return appointment;
    }

    /**
     * Moves an appointment to another time, doctor, service or mode.
     *
     * @param version the version the caller has seen; null: whatever it is
     */
    public Appointment change(Viewer viewer, UUID id, Change change, @Nullable Integer version) {
        return change(viewer, id, change, version, (_, _) -> {});
    }

    /**
     * As {@link #change(Viewer, UUID, Change, Integer)}.
     *
     * @param alongside what else is done in the transaction that makes it another, with what it was and is
     */
    Appointment change(
            Viewer viewer,
            UUID id,
            Change change,
            @Nullable Integer version,
            BiConsumer<Appointment, Appointment> alongside) {
        Appointment seen = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        Instant start = toSecond(or(change.start(), seen.start()));
        return orNextFree(
                or(change.serviceId(), seen.serviceId()),
                or(change.doctorId(), seen.doctorId()),
                start,
                Booker.of(viewer),
                () -> {
                    Appointment before = appointments.toChange(viewer, id, version);
                    Appointment after = changeInTransaction(viewer, before, change);
                    if (after.version() != before.version()) {
                        alongside.accept(before, after);
                    }
                    return after;
                });
    }

    /** As {@link #change}, of what the caller has locked in its transaction, which can only be rolled back where the time is taken. */
    Appointment changeInTransaction(Viewer viewer, Appointment before, Change change) {
        UUID doctorId = or(change.doctorId(), before.doctorId());
        UUID serviceId = or(change.serviceId(), before.serviceId());
        Instant start = toSecond(or(change.start(), before.start()));
        Service.Mode mode = or(change.mode(), before.mode());
        boolean sameTime = before.doctorId().equals(doctorId)
                && before.start().equals(start)
                && before.serviceId().equals(serviceId);
        if (sameTime && before.mode() == mode) {
            return before;
        }
        Timetable table = table(serviceId, doctorId, start, before.id());
        refuseTooLate(viewer, before, table);
        DoctorHours doctor = bookable(table, doctorId);
        String override = sameTime ? before.overrideReason() : change.overrideReason();
        Appointment after = before.movedTo(table.service(), doctor, start, mode, override);
        doctorTime.lock(before.doctorAccountId(), doctor.accountId());
        if (!sameTime) {
            refuse(table.refusal(doctor, after.interval(), Booker.of(viewer)), table, change.overrideReason());
            doctorTime.release(before.id());
            claim(table, doctor, after);
            patients.treatedBy(before.patientId(), doctorId);
        } else {
            hostTime.release(before.id());
            claimHost(doctor, after);
        }
        appointments.move(after);
        audit.record(actionOf(before, after), before.id());
        return changed(before);
    }

    private static Action actionOf(Appointment before, Appointment after) {
        if (!before.doctorId().equals(after.doctorId())) {
            return Action.APPOINTMENT_REASSIGNED;
        }
        return before.start().equals(after.start())
                ? Action.APPOINTMENT_SERVICE_CHANGED
                : Action.APPOINTMENT_RESCHEDULED;
    }

    /** Tells everyone who has to do with it what has become of it; within the transaction that changed it. */
    Appointment changed(Appointment before) {
        Appointment after = appointments.find(before.id()).orElseThrow();
        events.publishEvent(new Appointment.Changed(before, after));
        announce(after);
        if (!before.doctorId().equals(after.doctorId())) {
            announce(before); // to the doctor who has it no more
        }
        return after;
    }

    /** Open pages read it again. */
    void announce(Appointment appointment) {
        live.publish("appointment", appointment.id(), appointment.doctorAccountId(), appointment.patientAccountId());
    }

    private Timetable table(UUID serviceId, UUID doctorId, Instant start, @Nullable UUID except) {
        return timetables
                .around(serviceId, doctorId, start, except)
                .orElseThrow(() -> Problem.invalid("serviceId", "appointments.service.unknown"));
    }

    private DoctorHours bookable(Timetable table, UUID doctorId) {
        return table.doctor(doctorId).orElseThrow(() -> {
            if (doctors.find(doctorId).isEmpty()) {
                return Problem.invalid("doctorId", "appointments.doctor.unknown");
            }
            return Problem.invalid(
                    "doctorId",
                    table.service().doctorIds().contains(doctorId)
                            ? "appointments.doctor.not-accepted"
                            : "appointments.doctor.not-offering");
        });
    }

    private static void refuseOthersService(Service service, Booker booker) {
        if (!service.active()) {
            throw Problem.invalid("serviceId", "appointments.service.not-offered");
        }
        if (booker == Booker.PATIENT && !service.isBookableByPatients()) {
            throw Problem.invalid("serviceId", "appointments.service.staff-only");
        }
    }

    /** A doctor books own visits, a patient own records; only the front desk books for everyone. */
    private static void refuseOthersCalendar(Viewer viewer, DoctorHours doctor, Patient patient) {
        UUID clinicId = CurrentClinic.id();
        boolean own = viewer.accountId().equals(doctor.accountId()) && viewer.has(Role.DOCTOR, clinicId);
        boolean self = viewer.accountId().equals(patient.accountId());
        if (!viewer.seesAll(clinicId) && !own && !self) {
            throw Problem.invalid("doctorId", "appointments.doctor.other");
        }
    }

    /** Nobody books the past, for whatever reason. */
    private static void refuse(Optional<Refusal> refusal, Timetable table, @Nullable String overrideReason) {
        refusal.filter(why -> why == Refusal.PAST || overrideReason == null).ifPresent(why -> {
            throw Refusals.problem(why, table);
        });
    }

    private void refuseTooLate(Viewer viewer, Appointment appointment, Timetable table) {
        Deadline.CHANGE.refuseLater(viewer, appointment, table.rules(), clock.instant());
    }

    private void claim(Timetable table, DoctorHours doctor, Appointment appointment) {
        Interval during = table.service().claimedAround(appointment.interval());
        if (appointment.overrideReason() != null) {
            doctorTime.claimOnPurpose(doctor.accountId(), during, appointment.id());
            claimHost(doctor, appointment);
            audit.record(Action.BOOKING_RULES_OVERRIDDEN, appointment.id());
            return;
        }
        doctorTime.claim(doctor.accountId(), during, appointment.id());
        doctorTime.refuseMore(doctor.accountId(), during, table);
        claimHost(doctor, appointment);
    }

    private void claimHost(DoctorHours doctor, Appointment appointment) {
        if (!appointment.isVideo()) {
            return;
        }
        if (appointment.overrideReason() != null) {
            hostTime.claimOnPurpose(doctor, appointment.interval(), appointment.id());
        } else {
            hostTime.claim(doctor, appointment.interval(), appointment.id());
        }
    }

    /** Zoom keeps no fractions: with one, its meeting would never be at the appointment's time. */
    static Instant toSecond(Instant start) {
        return start.truncatedTo(ChronoUnit.SECONDS);
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }

    private Appointment orNextFree(
            UUID serviceId, UUID doctorId, Instant start, Booker booker, Supplier<Appointment> work) {
        return slots.orNextFree(
                serviceId,
                doctorId,
                start,
                booker,
                () -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }
}
