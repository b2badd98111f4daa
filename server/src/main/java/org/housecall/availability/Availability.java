package org.housecall.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's weekly hours in a clinic, with exceptions. All times are wall-clock times of the clinic's zone; a time
 * means the first moment at which the clock there has reached it, so one that a clock change skips is the moment of the
 * change, and of one that comes twice it is the first.
 */
public record Availability(List<WeeklyHours> weekly, List<DayException> exceptions) {

    public static final Availability NONE = new Availability(List.of(), List.of());

    /**
     * Hours of every such day. A {@code to} at or before {@code from} is on the next day.
     *
     * @param validFrom the first date on which they begin; null: always did
     * @param validUntil the last date on which they begin; null: for good
     */
    public record WeeklyHours(
            DayOfWeek day,
            LocalTime from,
            LocalTime to,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        boolean beginOn(LocalDate date) {
            return date.getDayOfWeek() == day
                    && (validFrom == null || !date.isBefore(validFrom))
                    && (validUntil == null || !date.isAfter(validUntil));
        }
    }

    /**
     * Dates that differ: hours added or taken away.
     *
     * @param lastDate included
     * @param from on each of the dates; without times, whole days
     * @param reason for the front desk; patients never see it
     */
    public record DayException(
            LocalDate date,
            LocalDate lastDate,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            boolean available,
            @Nullable String reason) {

        /** The stretches it is about. */
        public List<Interval> in(ZoneId zone) {
            return in(zone, date, lastDate);
        }

        List<Interval> in(ZoneId zone, LocalDate first, LocalDate last) {
            LocalDate begin = Dates.later(date, first);
            LocalDate end = Dates.earlier(lastDate, last).plusDays(1);
            return begin.datesUntil(Dates.later(begin, end))
                    .map(each -> between(each, orMidnight(from), orMidnight(to), zone))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static LocalTime orMidnight(@Nullable LocalTime time) {
            return time == null ? LocalTime.MIDNIGHT : time;
        }
    }

    /**
     * The stretches in which the doctor can be booked and that begin on these dates, both included, in order; they may
     * touch or overlap. Each is as long as it is, so that nothing depends on which dates are asked for. Holidays close
     * the weekly hours, not the hours that the doctor added.
     */
    List<Interval> open(LocalDate first, LocalDate last, List<Dates> holidays, ZoneId zone) {
        List<Interval> open = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (WeeklyHours hours : weekly) {
                if (hours.beginOn(date)) {
                    between(date, hours.from(), hours.to(), zone).ifPresent(open::add);
                }
            }
        }
        for (Dates holiday : holidays) {
            between(holiday.first().atStartOfDay(), holiday.last().plusDays(1).atStartOfDay(), zone)
                    .ifPresent(closed -> subtract(open, closed));
        }
        for (DayException exception : exceptions) {
            if (exception.available()) {
                open.addAll(exception.in(zone, first, last));
            }
        }
        // What was taken away the evening before, or on the day after, reaches in as well.
        for (DayException exception : exceptions) {
            if (!exception.available()) {
                exception.in(zone, first.minusDays(1), last.plusDays(1)).forEach(closed -> subtract(open, closed));
            }
        }
        open.sort(Comparator.comparing(Interval::start));
        return open;
    }

    /** Whether all of a visit is within open hours. */
    boolean covers(Interval visit, List<Dates> holidays, ZoneId zone) {
        LocalDate first = visit.start().atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = visit.end().atZone(zone).toLocalDate();
        return joined(open(first, last, holidays, zone)).stream().anyMatch(open -> open.contains(visit));
    }

    private static Optional<Interval> between(LocalDate date, LocalTime from, LocalTime to, ZoneId zone) {
        LocalDate endDate = to.isAfter(from) ? date : date.plusDays(1);
        return between(date.atTime(from), endDate.atTime(to), zone);
    }

    /** Nothing where a clock change skips all of it. */
    private static Optional<Interval> between(LocalDateTime from, LocalDateTime to, ZoneId zone) {
        Instant start = reached(from, zone);
        Instant end = reached(to, zone);
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    private static Instant reached(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static void subtract(List<Interval> from, Interval gap) {
        List<Interval> rest = new ArrayList<>();
        for (Interval interval : from) {
            if (!interval.overlaps(gap)) {
                rest.add(interval);
                continue;
            }
            if (interval.start().isBefore(gap.start())) {
                rest.add(new Interval(interval.start(), gap.start()));
            }
            if (gap.end().isBefore(interval.end())) {
                rest.add(new Interval(gap.end(), interval.end()));
            }
        }
        from.clear();
        from.addAll(rest);
    }

    /** Intervals in order, joined where they touch or overlap. */
    static List<Interval> joined(List<Interval> sorted) {
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.start().isAfter(last.end())) {
                joined.add(next);
            } else if (next.end().isAfter(last.end())) {
                joined.set(joined.size() - 1, new Interval(last.start(), next.end()));
            }
        }
        return joined;
    }
}
