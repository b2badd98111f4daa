package org.housecall.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.housecall.clinics.BookingRules;
import org.housecall.clinics.Service;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One doctor's time on some dates: what is open and what of it is given away.
 *
 * @param accountId whose time it is
 * @param taken time given away, with its buffers, in order; what is given away twice on purpose is in it twice
 * @param host of video visits, where other doctors may have it, too; null: nobody else has
 */
public record DoctorHours(
        UUID doctorId,
        String name,
        UUID accountId,
        Availability availability,
        List<Interval> taken,
        @Nullable SharedHost host) {

    /** The free starts within a stretch, in order. Each range of open hours has its own grid, from its own start on. */
    NavigableSet<Instant> free(Timetable table, Interval within, Predicate<Instant> allowed) {
        Service service = table.service();
        BookingRules rules = table.rules();
        LocalDate first = within.start().atZone(table.zone()).toLocalDate().minusDays(1);
        LocalDate last = within.end().atZone(table.zone()).toLocalDate().plusDays(1);
        List<Interval> ranges = availability.open(first, last, table.holidays(), table.zone());
        Busy notOpen = Busy.outside(Availability.joined(ranges));
        Busy given = new Busy(taken);
        Map<LocalDate, Integer> visits = visits(table.zone());
        TreeSet<Instant> free = new TreeSet<>();
        for (Interval range : ranges) {
            for (Instant start = range.start(); start.isBefore(range.end()); start = start.plus(rules.step(service))) {
                Interval visit = Interval.of(start, service.duration());
                if (within.contains(start)
                        && allowed.test(start)
                        && !notOpen.overlaps(visit)
                        && !given.overlaps(service.claimedAround(visit))
                        && !isHostFull(service, visit)
                        && !isFull(rules, visits, dateCounted(service, visit, table.zone()))) {
                    free.add(start);
                }
            }
        }
        return free;
    }

    /** Whether a visit's time, or that of its host, is given away. */
    boolean isTaken(Service service, Interval visit) {
        return new Busy(taken).overlaps(service.claimedAround(visit)) || isHostFull(service, visit);
    }

    private boolean isHostFull(Service service, Interval visit) {
        return host != null && service.mode() == Service.Mode.VIDEO && host.isFull(visit);
    }

    boolean isOpen(Interval visit, Timetable table) {
        return availability.covers(visit, table.holidays(), table.zone());
    }

    /** The hours that touch, as one stretch, in which the doctor is at this moment; else the next that begin today. */
    Optional<Interval> session(Instant now, Timetable table) {
        Interval today = table.dayOf(now);
        return open(today, table)
                .filter(open -> open.end().isAfter(now) && open.start().isBefore(today.end()))
                .findFirst();
    }

    private Stream<Interval> open(Interval around, Timetable table) {
        LocalDate first = around.start().atZone(table.zone()).toLocalDate().minusDays(1);
        LocalDate last = around.end().atZone(table.zone()).toLocalDate();
        return Availability.joined(availability.open(first, last, table.holidays(), table.zone())).stream();
    }

    boolean isFull(Timetable table, Interval visit) {
        return isFull(table.rules(), visits(table.zone()), dateCounted(table.service(), visit, table.zone()));
    }

    /** A claim counts on the date on which it begins, with its buffer. */
    private static LocalDate dateCounted(Service service, Interval visit, ZoneId zone) {
        return service.claimedAround(visit).start().atZone(zone).toLocalDate();
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
