package org.housecall.marketplace.reviewer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointment.Status;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Booking;
import org.housecall.appointments.Progress;
import org.housecall.availability.SlotTaken;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.clinics.Service;
import org.housecall.clinics.Services;
import org.housecall.meetings.PatientDoor;
import org.housecall.platform.Interval;
import org.springframework.stereotype.Component;

/** The visits of a sample clinic's doctor with its patient: one after the other, so that at any hour there is one to join. */
@Component
class SampleVisits {

    /** How far the visits reach. */
    static final Duration AHEAD = Duration.ofHours(24);

    private static final Duration STEP = Duration.ofMinutes(5);

    /** How long after a time that is taken another is looked for. */
    private static final Duration DETOUR = Duration.ofHours(2);

    private final Doctors doctors;
    private final Patients patients;
    private final Services services;
    private final Appointments appointments;
    private final Booking booking;
    private final Progress progress;
    private final OpenVisits open;
    private final PatientDoor door;
    private final Clock clock;

    SampleVisits(
            Doctors doctors,
            Patients patients,
            Services services,
            Appointments appointments,
            Booking booking,
            Progress progress,
            OpenVisits open,
            PatientDoor door,
            Clock clock) {
        this.doctors = doctors;
        this.patients = patients;
        this.services = services;
        this.appointments = appointments;
        this.booking = booking;
        this.progress = progress;
        this.open = open;
        this.door = door;
        this.clock = clock;
    }

    /** Closes what nobody came to, and books what is missing of the next day. In the current clinic, a sample one. */
    void renew(ReviewerAccess access) {
        Optional<Doctor> doctor =
                doctors.ofAccount(access.of(SamplePerson.DOCTOR).accountId());
        Optional<Patient> patient = patients
                .ofAccount(access.of(SamplePerson.PATIENT).accountId())
                .stream()
                .findFirst();
        Optional<Service> service =
                services.all().stream().filter(SampleVisits::isVideo).findFirst();
        if (doctor.filter(Doctor::active).isEmpty() || patient.isEmpty() || service.isEmpty()) {
            return;
        }
        Viewer viewer = OpenVisits.asDoctor(access.of(SamplePerson.DOCTOR).accountId());
        closeMissed(viewer);
        Instant now = clock.instant();
        Instant covered = now;
        while (covered.isBefore(now.plus(AHEAD))) {
            Instant start = covered.equals(now) ? roundedUp(now) : covered;
            Optional<Instant> closes = open.until(access, covered)
                    .or(() -> book(viewer, doctor.get(), patient.get(), service.get(), start));
            if (closes.isEmpty()) {
                return; // the reviewer has filled these hours with visits of their own; the next run goes on
            }
            covered = closes.get();
        }
    }

    private static boolean isVideo(Service service) {
        return service.active() && service.mode() == Service.Mode.VIDEO;
    }

    /** Until when it can be joined; empty where there is no room for one. */
    private Optional<Instant> book(Viewer viewer, Doctor doctor, Patient patient, Service service, Instant from) {
        for (Instant start = from; start.isBefore(from.plus(DETOUR)); start = start.plus(STEP)) {
            try {
                Appointment visit = booking.book(
                        viewer,
                        new Booking.Wish(doctor.id(), service.id(), patient.id(), start, null, null, null, null));
                return Optional.of(door.window(visit).closes());
            } catch (SlotTaken _) {
                // then a little later
            }
        }
        return Optional.empty();
    }

    private void closeMissed(Viewer viewer) {
        for (Appointment visit : progress.toClose(viewer)) {
            progress.become(
                    viewer, visit.id(), visit.status() == Status.IN_PROGRESS ? Status.COMPLETED : Status.NO_SHOW, null);
        }
    }

    /** Cancels all that lies ahead for an account's doctor, and ends what goes on. In the current clinic. */
    void end(UUID accountId) {
        Viewer viewer = OpenVisits.asDoctor(accountId);
        Instant now = clock.instant();
        Interval ahead = new Interval(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(731)));
        for (Appointment visit : appointments.search(viewer, Appointments.Criteria.during(ahead, Set.of()))) {
            if (visit.status() == Status.IN_PROGRESS) {
                progress.become(viewer, visit.id(), Status.COMPLETED, null);
            } else if (visit.status().isLive()) {
                progress.cancel(viewer, visit.id(), null, null);
            }
        }
    }

    private static Instant roundedUp(Instant time) {
        long step = STEP.toSeconds();
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.plusSeconds(step - second.getEpochSecond() % step);
    }
}
