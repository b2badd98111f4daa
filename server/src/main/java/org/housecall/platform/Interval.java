package org.housecall.platform;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time: the start belongs to it, the end does not. */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("An interval must start before it ends");
        }
    }

    public static Interval of(Instant start, Duration duration) {
        return new Interval(start, start.plus(duration));
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Interval other) {
        return !start.isAfter(other.start) && !end.isBefore(other.end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public Duration duration() {
        return Duration.between(start, end);
    }
}
