package org.housecall.zoom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When to try again. */
final class RetryTime {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryTime() {}

    /** In one to three seconds, so that what was refused together does not return together. */
    static Instant soon(Instant now) {
        return now.plusMillis(ThreadLocalRandom.current().nextLong(1000, 3001));
    }

    /** Up to two seconds after a time that many were given. */
    static Instant spread(Instant time) {
        return time.plusMillis(ThreadLocalRandom.current().nextLong(2001));
    }

    /** The next 00:00 UTC, when Zoom counts anew. */
    static Instant nextDay(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    /** Zoom writes Retry-After as an instant on daily limits; seconds and HTTP dates are what the standard allows. */
    static Optional<Instant> parse(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        return seconds(header.strip(), now)
                .or(() -> instant(header.strip()))
                .or(() -> httpDate(header.strip()))
                .filter(time -> time.isAfter(now))
                .map(time -> time.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : time);
    }

    private static Optional<Instant> seconds(String header, Instant now) {
        return header.matches("\\d{1,9}") ? Optional.of(now.plusSeconds(Long.parseLong(header))) : Optional.empty();
    }

    private static Optional<Instant> instant(String header) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(header, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> httpDate(String header) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC))
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
