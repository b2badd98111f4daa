package org.housecall.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.housecall.clinics.BookingRules;
import org.housecall.clinics.Service;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;

/**
 * One doctor's time on some dates: what is open and what of it is given away.
 *
 * @param accountId whose time it is
 * @param taken time given away, with its buffers, in order; what is given away twice on purpose is in it twice
 */
public record DoctorHours(UUID doctorId, String name, UUID accountId, Availability availability, List<Interval> taken) {

    /** The free starts on these dates of the clinic's zone, in order. */
    List<Instant> free(Timetable table, Dates dates, Predicate<Instant> allowed) {
        Service service = table.service();
        BookingRules rules = table.rules();
        Map<LocalDate, Integer> visits = visits(table.zone());
        List<Instant> free = new ArrayList<>();
        int next = 0;
        for (Interval open : availability.open(dates.first(), dates.last(), table.holidays(), table.zone())) {
            Instant latest = open.end().minus(service.duration());
            for (Instant start = open.start(); !start.isAfter(latest); start = start.plus(rules.step(service))) {
                Interval claimed = service.claimedAround(Interval.of(start, service.duration()));
                while (next < taken.size() && !taken.get(next).end().isAfter(claimed.start())) {
                    next++;
                }
                boolean full = isFull(rules, visits, start.atZone(table.zone()).toLocalDate());
                if (!full && allowed.test(start) && isFree(claimed, next)) {
                    free.add(start);
                }
            }
        }
        return free;
    }

    /** Times given away twice are not in the order of their ends, so more than the next has to be looked at. */
    private boolean isFree(Interval claimed, int from) {
        for (int i = from; i < taken.size(); i++) {
            Interval during = taken.get(i);
            if (!during.start().isBefore(claimed.end())) {
                return true;
            }
            if (during.overlaps(claimed)) {
                return false;
            }
        }
        return true;
    }

    boolean isOpen(Interval visit, Timetable table) {
        LocalDate first = visit.start().atZone(table.zone()).toLocalDate();
        LocalDate last = visit.end().atZone(table.zone()).toLocalDate();
        return availability.open(first, last, table.holidays(), table.zone()).stream()
                .anyMatch(open -> open.contains(visit));
    }

    boolean isFull(Timetable table, Instant start) {
        return isFull(
                table.rules(), visits(table.zone()), start.atZone(table.zone()).toLocalDate());
    }

    private static boolean isFull(BookingRules rules, Map<LocalDate, Integer> visits, LocalDate date) {
        Integer most = rules.dailyMaximum();
        return most != null && visits.getOrDefault(date, 0) >= most;
    }

    private Map<LocalDate, Integer> visits(ZoneId zone) {
        Map<LocalDate, Integer> visits = new HashMap<>();
        for (Interval each : taken) {
            visits.merge(each.start().atZone(zone).toLocalDate(), 1, Integer::sum);
        }
        return visits;
    }
}
