package org.housecall.availability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.availability.BookedVisits.BookedVisit;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Holiday;
import org.housecall.clinics.Holidays;
import org.housecall.platform.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The booked visits that are inside a doctor's hours now, and would not be after a change. The change leaves them as they are. */
@Component
public class LeftOutside {

    private final BookedVisits visits;
    private final Availabilities availabilities;
    private final Holidays holidays;
    private final Clinics clinics;
    private final Clock clock;

    LeftOutside(BookedVisits visits, Availabilities availabilities, Holidays holidays, Clinics clinics, Clock clock) {
        this.visits = visits;
        this.availabilities = availabilities;
        this.holidays = holidays;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Those of a doctor, with other hours. */
    @Transactional(readOnly = true)
    public List<BookedVisit> by(UUID doctorId, Availability next) {
        ZoneId zone = clinics.current().timeZone();
        Instant now = clock.instant();
        List<Dates> closed = closed(now, zone);
        Availability before = availabilities.of(doctorId);
        return visits.between(doctorId, now, null).stream()
                .filter(visit -> before.covers(visit.during(), closed, zone))
                .filter(visit -> !next.covers(visit.during(), closed, zone))
                .toList();
    }

    /** Those of all doctors, with one more holiday. */
    @Transactional(readOnly = true)
    public List<BookedVisit> by(Dates holiday) {
        ZoneId zone = clinics.current().timeZone();
        Instant now = clock.instant();
        // A visit that begins the evening before reaches in.
        Instant first = holiday.first().minusDays(1).atStartOfDay(zone).toInstant();
        Instant end = holiday.last().plusDays(1).atStartOfDay(zone).toInstant();
        List<Dates> before = closed(now, zone);
        List<Dates> after = Stream.concat(before.stream(), Stream.of(holiday)).toList();
        Map<UUID, Availability> hours = new HashMap<>();
        return visits.between(null, first.isBefore(now) ? now : first, end).stream()
                .filter(visit -> {
                    Availability its = hours.computeIfAbsent(visit.doctorId(), availabilities::of);
                    return its.covers(visit.during(), before, zone) && !its.covers(visit.during(), after, zone);
                })
                .toList();
    }

    private List<Dates> closed(Instant now, ZoneId zone) {
        LocalDate yesterday = now.atZone(zone).toLocalDate().minusDays(1);
        return holidays.from(yesterday).stream().map(Holiday::dates).toList();
    }
}
