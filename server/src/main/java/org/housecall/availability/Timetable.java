package org.housecall.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Viewer;
import org.housecall.clinics.BookingRules;
import org.housecall.clinics.Service;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;

/**
 * All that decides when a service can be had on some dates: the one place with the rules, for the slots shown as for
 * each door a booking comes through.
 *
 * @param zone the clinic's
 * @param now the moment it is meant at
 * @param doctors who offer the service and can be booked
 */
public record Timetable(
        Service service,
        ZoneId zone,
        BookingRules rules,
        List<Dates> holidays,
        List<DoctorHours> doctors,
        Instant now) {

    /** Why a start cannot be booked; staff may override each but the first. */
    public enum Refusal {
        PAST,
        TOO_SOON,
        BEYOND_HORIZON,
        OUTSIDE_AVAILABILITY,
        DAY_FULL
    }

    /** For whom: the front desk and doctors are not held to the lead time. */
    public enum Booker {
        PATIENT,
        STAFF;

        /** Whoever works in the current clinic books there as staff, also for themselves. */
        public static Booker of(Viewer viewer) {
            return viewer.worksIn(CurrentClinic.id()) ? STAFF : PATIENT;
        }
    }

    /** Free slots on these dates, in order; the zone is the one that the dates are meant in. */
    public List<Slot> free(Dates dates, ZoneId datesIn, Booker booker) {
        if (!service.active() || (booker == Booker.PATIENT && !service.isBookableByPatients())) {
            return List.of();
        }
        Interval within = dates.in(datesIn);
        return doctors.stream()
                .flatMap(doctor -> slots(doctor, within, booker))
                .sorted(Comparator.comparing(Slot::start).thenComparing(Slot::doctorId))
                .toList();
    }

    private Stream<Slot> slots(DoctorHours doctor, Interval within, Booker booker) {
        Duration duration = service.duration();
        return doctor.free(this, within, start -> refusedByTime(start, booker).isEmpty()).stream()
                .map(start -> new Slot(start, start.plus(duration), doctor.doctorId()));
    }

    /** A doctor who offers the service and can be booked; empty where that is none such. */
    public Optional<DoctorHours> doctor(UUID doctorId) {
        return doctors.stream()
                .filter(doctor -> doctor.doctorId().equals(doctorId))
                .findFirst();
    }

    /** Why a visit of this length cannot be booked from this start on; that the time is taken is no such reason. */
    public Optional<Refusal> refusal(DoctorHours doctor, Interval visit, Booker booker) {
        return refusedByTime(visit.start(), booker).or(() -> refusedByDoctor(doctor, visit));
    }

    /** Whether the time can be booked and is not taken, as far as one can say before somebody claims it. */
    public boolean isFree(DoctorHours doctor, Interval visit, Booker booker) {
        return refusal(doctor, visit, booker).isEmpty() && !isTaken(doctor, visit);
    }

    /** Whether the time of the doctor or of the host is given away, as far as one can say before somebody claims it. */
    public boolean isTaken(DoctorHours doctor, Interval visit) {
        return doctor.isTaken(service, visit);
    }

    /** The open hours that a doctor is in now, without a gap; else the next that begin on this date. */
    public Optional<Interval> session(DoctorHours doctor) {
        return doctor.session(now, this);
    }

    /** As {@link #refusal}, for somebody who is there: the visit begins now. */
    public Optional<Refusal> refusalOfWalkIn(DoctorHours doctor, Interval visit) {
        return refusedByDoctor(doctor, visit);
    }

    private Optional<Refusal> refusedByDoctor(DoctorHours doctor, Interval visit) {
        if (!doctor.isOpen(visit, this)) {
            return Optional.of(Refusal.OUTSIDE_AVAILABILITY);
        }
        return doctor.isFull(this, visit) ? Optional.of(Refusal.DAY_FULL) : Optional.empty();
    }

    /** The date of a start in the clinic, as the stretch that the daily maximum counts in. */
    public Interval dayOf(Instant start) {
        LocalDate date = start.atZone(zone).toLocalDate();
        return new Dates(date, date).in(zone);
    }

    private Optional<Refusal> refusedByTime(Instant start, Booker booker) {
        if (!start.isAfter(now)) {
            return Optional.of(Refusal.PAST);
        }
        if (booker == Booker.PATIENT && start.isBefore(now.plus(rules.lead()))) {
            return Optional.of(Refusal.TOO_SOON);
        }
        LocalDate last = now.atZone(zone).toLocalDate().plusDays(rules.horizonDays());
        return start.atZone(zone).toLocalDate().isAfter(last) ? Optional.of(Refusal.BEYOND_HORIZON) : Optional.empty();
    }
}
