package org.housecall.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Service;
import org.housecall.platform.Interval;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Free slots: open hours less the time given away, in steps of the service's duration. The number of queries does not grow with doctors or days. */
@Component
public class Slots {

    private static final int NEXT_FREE_DAYS = 14;
    private static final int NEXT_FREE = 5;

    private final Availabilities availabilities;
    private final DoctorTime doctorTime;
    private final Doctors doctors;
    private final Clock clock;

    Slots(Availabilities availabilities, DoctorTime doctorTime, Doctors doctors, Clock clock) {
        this.availabilities = availabilities;
        this.doctorTime = doctorTime;
        this.doctors = doctors;
        this.clock = clock;
    }

    /**
     * Free slots of a service on these dates of the clinic's zone, both included; none in the past.
     *
     * @param doctorIds of whom; those who do not offer the service have none
     */
    @Transactional(readOnly = true)
    public List<Slot> free(Service service, Collection<UUID> doctorIds, LocalDate first, LocalDate last, ZoneId zone) {
        List<Doctor> bookable = doctors.all().stream()
                .filter(doctor ->
                        doctorIds.contains(doctor.id()) && service.doctorIds().contains(doctor.id()))
                .filter(doctor -> doctor.accountId() != null)
                .toList();
        Map<UUID, Availability> availability =
                availabilities.of(bookable.stream().map(Doctor::id).toList(), first, last);
        Interval within = new Interval(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        Map<UUID, List<Interval>> taken = doctorTime.taken(
                bookable.stream()
                        .map(Doctor::accountId)
                        .filter(Objects::nonNull)
                        .toList(),
                within);
        List<Slot> slots = new ArrayList<>();
        for (Doctor doctor : bookable) {
            List<Interval> open =
                    availability.getOrDefault(doctor.id(), Availability.NONE).open(first, last, zone);
            List<Interval> busy = taken.getOrDefault(doctor.accountId(), List.of());
            open.forEach(interval -> addFree(slots, doctor.id(), interval, busy, service.duration()));
        }
        slots.sort(Comparator.comparing(Slot::start).thenComparing(Slot::doctorId));
        return slots;
    }

    /** The next few free slots from a time on, for whoever lost a race for it. */
    @Transactional(readOnly = true)
    public List<Slot> nextFree(Service service, UUID doctorId, Instant from, ZoneId zone) {
        LocalDate first = from.atZone(zone).toLocalDate();
        return free(service, List.of(doctorId), first, first.plusDays(NEXT_FREE_DAYS), zone).stream()
                .filter(slot -> !slot.start().isBefore(from))
                .limit(NEXT_FREE)
                .toList();
    }

    private void addFree(List<Slot> slots, UUID doctorId, Interval open, List<Interval> busy, Duration duration) {
        Instant now = clock.instant();
        for (Instant start = open.start(); !start.plus(duration).isAfter(open.end()); start = start.plus(duration)) {
            Interval slot = Interval.of(start, duration);
            if (start.isAfter(now) && busy.stream().noneMatch(slot::overlaps)) {
                slots.add(new Slot(slot.start(), slot.end(), doctorId));
            }
        }
    }
}
