package org.housecall.appointments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Availabilities;
import org.housecall.availability.DoctorTime;
import org.housecall.availability.Slots;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.clinics.Service;
import org.housecall.clinics.Services;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.housecall.platform.LiveUpdates;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Books, moves and cancels. Never waits for Zoom: whoever gives the appointment its meeting hears of it in the same transaction. */
@Component
public class Booking {

    private final Appointments appointments;
    private final Services services;
    private final Doctors doctors;
    private final Patients patients;
    private final Clinics clinics;
    private final Availabilities availabilities;
    private final DoctorTime doctorTime;
    private final Slots slots;
    private final Audit audit;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Booking(
            Appointments appointments,
            Services services,
            Doctors doctors,
            Patients patients,
            Clinics clinics,
            Availabilities availabilities,
            DoctorTime doctorTime,
            Slots slots,
            Audit audit,
            LiveUpdates live,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.appointments = appointments;
        this.services = services;
        this.doctors = doctors;
        this.patients = patients;
        this.clinics = clinics;
        this.availabilities = availabilities;
        this.doctorTime = doctorTime;
        this.slots = slots;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Books an appointment in the current clinic. Fails with {@link SlotTaken}, or with a problem that names the field. */
    public Appointment book(Viewer viewer, UUID doctorId, UUID serviceId, UUID patientId, Instant start) {
        return orNextFree(serviceId, doctorId, start, () -> {
            Service service = services.find(serviceId)
                    .orElseThrow(() -> Problem.invalid("serviceId", "appointments.service.unknown"));
            Doctor doctor = offering(service, doctorId);
            Patient patient = patients.visibleTo(viewer, patientId)
                    .orElseThrow(() -> Problem.invalid("patientId", "appointments.patient.unknown"));
            refuseOthersCalendar(viewer, doctor, patient);
            Interval interval = Interval.of(toSecond(start), service.duration());
            UUID accountId = bookableDuring(doctor, interval);
            Appointment appointment = new Appointment(
                    Ids.next(),
                    doctorId,
                    doctor.name(),
                    accountId,
                    patientId,
                    patient.name(),
                    patient.accountId(),
                    serviceId,
                    service.name(),
                    service.mode(),
                    interval.start(),
                    interval.end(),
                    Appointment.Status.BOOKED,
                    null,
                    1);
            doctorTime.claim(accountId, interval, appointment.id());
            appointments.add(appointment, clock.instant());
            patients.treatedBy(patientId, doctorId);
            audit.record(Action.APPOINTMENT_BOOKED, appointment.id());
            events.publishEvent(new Appointment.Booked(appointment));
            announce(appointment);
            return appointment;
        });
    }

    /**
     * Moves an appointment to another time, another doctor, or both.
     *
     * @param version the version the caller has seen; null: whatever it is
     */
    public Appointment change(
            Viewer viewer, UUID id, @Nullable Instant start, @Nullable UUID doctorId, @Nullable Integer version) {
        Appointment seen = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        UUID nextDoctor = doctorId == null ? seen.doctorId() : doctorId;
        Instant nextStart = start == null ? seen.start() : toSecond(start);
        return orNextFree(seen.serviceId(), nextDoctor, nextStart, () -> {
            Appointment before = changeable(viewer, id, version);
            if (before.doctorId().equals(nextDoctor) && before.start().equals(nextStart)) {
                return before;
            }
            Service service = services.find(before.serviceId()).orElseThrow();
            Doctor doctor = offering(service, nextDoctor);
            Interval interval = Interval.of(nextStart, before.duration());
            UUID accountId = bookableDuring(doctor, interval);
            doctorTime.release(id);
            doctorTime.claim(accountId, interval, id);
            appointments.move(id, nextDoctor, interval.start(), interval.end());
            patients.treatedBy(before.patientId(), nextDoctor);
            boolean reassigned = !before.doctorId().equals(nextDoctor);
            audit.record(reassigned ? Action.APPOINTMENT_REASSIGNED : Action.APPOINTMENT_RESCHEDULED, id);
            return changed(before);
        });
    }

    /** Cancels and gives the time back. Cancelling what is cancelled changes nothing. */
    public Appointment cancel(Viewer viewer, UUID id, @Nullable String reason, @Nullable Integer version) {
        return inTransaction(() -> {
            Appointment current = appointments.toChange(viewer, id).orElseThrow(Problem::notFound);
            if (current.status() == Appointment.Status.CANCELLED) {
                return current;
            }
            Appointment before = changeable(viewer, id, version);
            doctorTime.release(id);
            appointments.become(id, Appointment.Status.CANCELLED, reason);
            audit.record(Action.APPOINTMENT_CANCELLED, id);
            return changed(before);
        });
    }

    /** Follows what happened in the visit; nothing changes where the appointment's life has no such step. */
    public void follow(UUID id, Appointment.Status status) {
        inTransaction(() -> {
            Appointment before = appointments.toChange(id).orElseThrow(Problem::notFound);
            if (!before.status().mayBecome(status)) {
                return before;
            }
            appointments.become(id, status, null);
            audit.record(Action.APPOINTMENT_FOLLOWED, id);
            return changed(before);
        });
    }

    /** Zoom keeps no fractions: with one, its meeting would never be at the appointment's time. */
    private static Instant toSecond(Instant start) {
        return start.truncatedTo(ChronoUnit.SECONDS);
    }

    private Appointment changed(Appointment before) {
        Appointment after = appointments.find(before.id()).orElseThrow();
        events.publishEvent(new Appointment.Changed(before, after));
        announce(after);
        if (!before.doctorId().equals(after.doctorId())) {
            announce(before); // to the doctor who has it no more
        }
        return after;
    }

    private void announce(Appointment appointment) {
        live.publish("appointment", appointment.id(), appointment.doctorAccountId(), appointment.patientAccountId());
    }

    private Appointment changeable(Viewer viewer, UUID id, @Nullable Integer version) {
        Appointment appointment = appointments.toChange(viewer, id).orElseThrow(Problem::notFound);
        if (version != null && version != appointment.version()) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version-mismatch");
        }
        if (!appointment.status().isChangeable()) {
            throw new Problem(HttpStatus.CONFLICT, "appointment-closed");
        }
        return appointment;
    }

    private Doctor offering(Service service, UUID doctorId) {
        Doctor doctor =
                doctors.find(doctorId).orElseThrow(() -> Problem.invalid("doctorId", "appointments.doctor.unknown"));
        if (!service.doctorIds().contains(doctorId)) {
            throw Problem.invalid("doctorId", "appointments.doctor.not-offering");
        }
        return doctor;
    }

    /** A doctor books own visits, a patient own records; only the front desk books for everyone. */
    private static void refuseOthersCalendar(Viewer viewer, Doctor doctor, Patient patient) {
        UUID clinicId = CurrentClinic.id();
        boolean own = viewer.accountId().equals(doctor.accountId()) && viewer.has(Role.DOCTOR, clinicId);
        boolean self = viewer.accountId().equals(patient.accountId());
        if (!viewer.seesAll(clinicId) && !own && !self) {
            throw Problem.invalid("doctorId", "appointments.doctor.other");
        }
    }

    private UUID bookableDuring(Doctor doctor, Interval interval) {
        UUID accountId = doctor.accountId();
        if (accountId == null) {
            throw Problem.invalid("doctorId", "appointments.doctor.not-accepted");
        }
        if (!interval.start().isAfter(clock.instant())) {
            throw Problem.invalid("start", "appointments.start.past");
        }
        if (!availabilities.covers(doctor.id(), interval, clinics.current().timeZone())) {
            throw Problem.invalid("start", "appointments.start.outside-availability");
        }
        return accountId;
    }

    private Appointment orNextFree(UUID serviceId, UUID doctorId, Instant start, Supplier<Appointment> work) {
        try {
            return inTransaction(work);
        } catch (DoctorTime.TimeTaken e) {
            Service service = services.find(serviceId).orElseThrow(Problem::notFound);
            throw new SlotTaken(
                    slots.nextFree(service, doctorId, start, clinics.current().timeZone()));
        }
    }

    private Appointment inTransaction(Supplier<Appointment> work) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
