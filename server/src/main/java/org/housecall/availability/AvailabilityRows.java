package org.housecall.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Availability.WeeklyHours;
import org.housecall.platform.Dates;
import org.jspecify.annotations.Nullable;

/** Availability as a query returns it that reads many doctors at once: as JSON beside each doctor. */
final class AvailabilityRows {

    /** Members {@code hours} and {@code exceptions} of a doctor {@code d}, on the dates from :first to :last. */
    static final String OF_DOCTOR = """
            'hours', (select json_agg(json_build_object('day', h.day, 'from', h.from_time, 'to', h.to_time,
                        'validFrom', h.valid_from, 'validUntil', h.valid_until))
                      from availability_hours h where h.doctor_id = d.id),
            'exceptions', (select json_agg(json_build_object('date', e.date, 'lastDate', e.last_date,
                             'from', e.from_time, 'to', e.to_time, 'available', e.available, 'reason', e.reason)
                             order by e.date, e.from_time nulls first)
                           from availability_exception e
                           where e.doctor_id = d.id and e.last_date >= :first and e.date <= :last)
            """;

    private AvailabilityRows() {}

    static Availability availability(@Nullable List<Hours> hours, @Nullable List<Differing> exceptions) {
        return new Availability(
                stream(hours).map(Hours::toHours).toList(),
                stream(exceptions).map(Differing::toException).toList());
    }

    static <T> Stream<T> stream(@Nullable List<T> rows) {
        return rows == null ? Stream.empty() : rows.stream();
    }

    record Holiday(@Nullable String name, LocalDate first, LocalDate last) {
        Dates dates() {
            return new Dates(first, last);
        }
    }

    record Hours(
            int day,
            LocalTime from,
            LocalTime to,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        private WeeklyHours toHours() {
            return new WeeklyHours(DayOfWeek.of(day), from, to, validFrom, validUntil);
        }
    }

    record Differing(
            LocalDate date,
            LocalDate lastDate,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            boolean available,
            @Nullable String reason) {

        private DayException toException() {
            return new DayException(date, lastDate, from, to, available, reason);
        }
    }
}
