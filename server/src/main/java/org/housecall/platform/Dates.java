package org.housecall.platform;

import java.time.LocalDate;
import java.time.ZoneId;

/** A stretch of dates, both included. */
public record Dates(LocalDate first, LocalDate last) {

    public Dates {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Dates must not end before they begin");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** From the beginning of the first date to the end of the last in a zone. */
    public Interval in(ZoneId zone) {
        return new Interval(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
