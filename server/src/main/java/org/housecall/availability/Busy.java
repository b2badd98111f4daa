package org.housecall.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.housecall.platform.Interval;

/** Stretches of time in which something cannot be, made to be asked often. */
final class Busy {

    /** Joined, by their starts: of those that begin before an end, only the last can reach over a start. */
    private final NavigableMap<Instant, Instant> stretches = new TreeMap<>();

    Busy(List<Interval> sorted) {
        for (Interval each : Availability.joined(sorted)) {
            stretches.put(each.start(), each.end());
        }
    }

    /** All time but these intervals, which are in order and do not touch. */
    static Busy outside(List<Interval> intervals) {
        List<Interval> gaps = new ArrayList<>();
        Instant from = Instant.MIN;
        for (Interval each : intervals) {
            gaps.add(new Interval(from, each.start()));
            from = each.end();
        }
        gaps.add(new Interval(from, Instant.MAX));
        return new Busy(gaps);
    }

    boolean overlaps(Interval interval) {
        var before = stretches.lowerEntry(interval.end());
        return before != null && before.getValue().isAfter(interval.start());
    }
}
