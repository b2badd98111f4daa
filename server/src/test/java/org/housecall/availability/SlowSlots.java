package org.housecall.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Availability.WeeklyHours;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.Service;
import org.housecall.platform.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Free slots worked out the slow way, minute by minute, as one would with pencil and a calendar. It knows no offsets and
 * no clock changes: it only ever asks what the clock on the wall shows at a minute.
 */
final class SlowSlots {

    private final Timetable table;
    private final DoctorHours doctor;
    private final Map<LocalDateTime, Instant> reached = new HashMap<>();

    SlowSlots(Timetable table, DoctorHours doctor) {
        this.table = table;
        this.doctor = doctor;
    }

    NavigableSet<Instant> free(Dates dates, ZoneId datesIn, Booker booker) {
        TreeSet<Instant> free = new TreeSet<>();
        LocalDate first = dates.first().minusDays(3);
        LocalDate last = dates.last().plusDays(3);
        Set<Instant> open = openMinutes(first, last);
        Set<Instant> taken = new HashSet<>();
        doctor.taken().forEach(each -> taken.addAll(minutes(each.start(), each.end())));
        for (Instant start : candidates(first, last, open)) {
            if (dates.contains(start.atZone(datesIn).toLocalDate()) && isBookable(start, booker, open, taken)) {
                free.add(start);
            }
        }
        return free;
    }

    private boolean isBookable(Instant start, Booker booker, Set<Instant> open, Set<Instant> taken) {
        Service service = table.service();
        Instant end = start.plus(Duration.ofMinutes(service.durationMinutes()));
        Instant claimedFrom = start.minus(Duration.ofMinutes(service.bufferBeforeMinutes()));
        Instant claimedTo = end.plus(Duration.ofMinutes(service.bufferAfterMinutes()));
        LocalDate today = table.now().atZone(table.zone()).toLocalDate();
        Integer most = table.rules().dailyMaximum();
        return start.isAfter(table.now())
                && (booker == Booker.STAFF
                        || !start.isBefore(table.now()
                                .plus(Duration.ofMinutes(table.rules().leadMinutes()))))
                && ChronoUnit.DAYS.between(today, dateAt(start))
                        <= table.rules().horizonDays()
                && open.containsAll(minutes(start, end))
                && minutes(claimedFrom, claimedTo).stream().noneMatch(taken::contains)
                && (most == null || visitsOn(dateAt(claimedFrom)) < most);
    }

    private long visitsOn(LocalDate date) {
        return doctor.taken().stream()
                .filter(each -> dateAt(each.start()).equals(date))
                .count();
    }

    private LocalDate dateAt(Instant instant) {
        return instant.atZone(table.zone()).toLocalDate();
    }

    private Set<Instant> openMinutes(LocalDate first, LocalDate last) {
        Set<Instant> open = new HashSet<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            open.addAll(ranges(date, first, last));
        }
        return open;
    }

    /** The minutes of what begins on a date, after what was taken away. */
    private Set<Instant> ranges(LocalDate date, LocalDate first, LocalDate last) {
        Set<Instant> minutes = new HashSet<>();
        for (Piece piece : pieces(date)) {
            minutes.addAll(left(piece, first, last));
        }
        return minutes;
    }

    private Set<Instant> left(Piece piece, LocalDate first, LocalDate last) {
        Set<Instant> minutes = new HashSet<>(minutes(piece.from(), piece.to()));
        if (piece.closedOnHolidays()) {
            for (Dates holiday : table.holidays()) {
                minutes.removeAll(minutes(reached(holiday.first().atStartOfDay()), reached(after(holiday.last()))));
            }
        }
        for (DayException off : doctor.availability().exceptions()) {
            for (LocalDate day = first.minusDays(1); !off.available() && !day.isAfter(last); day = day.plusDays(1)) {
                if (new Dates(off.date(), off.lastDate()).contains(day)) {
                    minutes.removeAll(minutesOf(day, off.from(), off.to()));
                }
            }
        }
        return minutes;
    }

    private record Piece(Instant from, Instant to, boolean closedOnHolidays) {}

    private List<Piece> pieces(LocalDate date) {
        List<Piece> pieces = new java.util.ArrayList<>();
        for (WeeklyHours hours : doctor.availability().weekly()) {
            boolean valid = (hours.validFrom() == null || !date.isBefore(hours.validFrom()))
                    && (hours.validUntil() == null || !date.isAfter(hours.validUntil()));
            if (valid && hours.day() == date.getDayOfWeek()) {
                pieces.add(piece(date, hours.from(), hours.to(), true));
            }
        }
        for (DayException extra : doctor.availability().exceptions()) {
            if (extra.available() && new Dates(extra.date(), extra.lastDate()).contains(date)) {
                pieces.add(piece(date, or(extra.from()), or(extra.to()), false));
            }
        }
        return pieces;
    }

    private Piece piece(LocalDate date, LocalTime from, LocalTime to, boolean closedOnHolidays) {
        LocalDate endDate = to.isAfter(from) ? date : date.plusDays(1);
        return new Piece(reached(date.atTime(from)), reached(endDate.atTime(to)), closedOnHolidays);
    }

    private Set<Instant> minutesOf(LocalDate date, @Nullable LocalTime from, @Nullable LocalTime to) {
        Piece piece = piece(date, or(from), or(to), false);
        return minutes(piece.from(), piece.to());
    }

    private static LocalTime or(@Nullable LocalTime time) {
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    /** Every step from the start of every unbroken run of each piece. */
    private Set<Instant> candidates(LocalDate first, LocalDate last, Set<Instant> open) {
        Set<Instant> candidates = new TreeSet<>();
        Duration step = table.rules().stepMinutes() == null
                ? table.service().claimed()
                : Duration.ofMinutes(Objects.requireNonNull(table.rules().stepMinutes()));
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (Piece piece : pieces(date)) {
                TreeSet<Instant> left = new TreeSet<>(left(piece, first, last));
                for (Instant start : left) {
                    boolean runBegins = !left.contains(start.minus(Duration.ofMinutes(1)));
                    for (Instant next = start; runBegins && left.contains(next); next = nextIn(left, next, step)) {
                        candidates.add(next);
                    }
                }
            }
        }
        candidates.retainAll(open);
        return candidates;
    }

    /** One step on, or the end of time where the run breaks off before. */
    private static Instant nextIn(Set<Instant> left, Instant from, Duration step) {
        Instant next = from.plus(step);
        return left.containsAll(minutes(from, next)) ? next : Instant.MAX;
    }

    private static Set<Instant> minutes(Instant from, Instant to) {
        Set<Instant> minutes = new HashSet<>();
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            minutes.add(minute);
        }
        return minutes;
    }

    private static LocalDateTime after(LocalDate date) {
        return date.plusDays(1).atStartOfDay();
    }

    /** The first minute at which the clock on the wall shows this time or a later one. */
    private Instant reached(LocalDateTime time) {
        return reached.computeIfAbsent(time, _ -> {
            Instant minute = time.toInstant(ZoneOffset.UTC).minus(Duration.ofHours(16));
            while (minute.atZone(table.zone()).toLocalDateTime().isBefore(time)) {
                minute = minute.plusSeconds(60);
            }
            return minute;
        });
    }
}
