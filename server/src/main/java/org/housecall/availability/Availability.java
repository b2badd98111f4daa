package org.housecall.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;

/** A doctor's weekly hours in a clinic, with exceptions. All times are wall-clock times of the clinic's zone. */
public record Availability(List<WeeklyHours> weekly, List<DayException> exceptions) {

    public static final Availability NONE = new Availability(List.of(), List.of());

    /** Hours of every such day. A {@code to} at or before {@code from} is on the next day; 00:00 is the end of the day. */
    public record WeeklyHours(DayOfWeek day, LocalTime from, LocalTime to) {}

    /** One date that differs: hours added or taken away; without times, the whole day. */
    public record DayException(
            LocalDate date,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            boolean available) {

        private Interval in(ZoneId zone) {
            return from == null || to == null
                    ? between(date, LocalTime.MIN, LocalTime.MIN, zone)
                    : between(date, from, to, zone);
        }
    }

    /** The stretches in which the doctor can be booked on these dates, both included, in order and joined where they touch. */
    public List<Interval> open(LocalDate first, LocalDate last, ZoneId zone) {
        List<Interval> open = new ArrayList<>();
        // The evening before may reach into the first date.
        for (LocalDate date = first.minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            for (WeeklyHours hours : weekly) {
                if (hours.day() == date.getDayOfWeek()) {
                    open.add(between(date, hours.from(), hours.to(), zone));
                }
            }
        }
        exceptions.stream().filter(DayException::available).forEach(extra -> open.add(extra.in(zone)));
        for (DayException closed : exceptions) {
            if (!closed.available()) {
                subtract(open, closed.in(zone));
            }
        }
        subtract(open, new Interval(Instant.EPOCH, first.atStartOfDay(zone).toInstant()));
        subtract(open, new Interval(last.plusDays(1).atStartOfDay(zone).toInstant(), Instant.MAX));
        return joined(open);
    }

    /** Whether the doctor works during all of the interval. */
    public boolean covers(Interval interval, ZoneId zone) {
        LocalDate first = interval.start().atZone(zone).toLocalDate();
        LocalDate last = interval.end().atZone(zone).toLocalDate();
        return open(first, last, zone).stream().anyMatch(open -> open.contains(interval));
    }

    /** Local times that a clock change skips move forward with it, so an interval may come out shorter, even empty. */
    private static Interval between(LocalDate date, LocalTime from, LocalTime to, ZoneId zone) {
        Instant start = date.atTime(from).atZone(zone).toInstant();
        LocalDate endDate = to.isAfter(from) ? date : date.plusDays(1);
        Instant end = endDate.atTime(to).atZone(zone).toInstant();
        return new Interval(start, end.isAfter(start) ? end : start.plusNanos(1));
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

    private static List<Interval> joined(List<Interval> intervals) {
        List<Interval> sorted =
                intervals.stream().sorted(Comparator.comparing(Interval::start)).toList();
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
