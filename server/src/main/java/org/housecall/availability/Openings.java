package org.housecall.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** When the doctors of the current clinic can be had and when not, whatever the service: one query, however many doctors and days. */
@Repository
public class Openings {

    private static final TypeReference<List<DoctorRow>> DOCTORS = new TypeReference<>() {};
    private static final TypeReference<List<AvailabilityRows.Holiday>> HOLIDAYS = new TypeReference<>() {};

    private static final String READ = """
            select c.time_zone,
              (select json_agg(json_build_object('name', h.name, 'first', h.first_date, 'last', h.last_date)
                 order by h.first_date)
               from clinic_holiday h
               where h.clinic_id = c.id and h.last_date >= :first and h.first_date <= :last) as holidays,
              (select json_agg(json_build_object('doctorId', d.id, 'name', d.name,""" + AvailabilityRows.OF_DOCTOR + """
               ) order by d.name, d.id)
               from doctor d
               where d.left_at is null and (:all or d.account_id = :viewer)
                 and (cardinality(:doctors) = 0 or d.id = any(:doctors))) as doctors
            from clinic c where c.id = :clinic
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Openings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a calendar shows behind the appointments. */
    public record Days(List<DoctorDays> doctors, List<HolidayStretch> holidays) {}

    /**
     * One doctor's days.
     *
     * @param open in order and joined where they touch; holidays and time off are left out of it
     */
    public record DoctorDays(UUID doctorId, String name, List<Interval> open, List<TimeOff> timeOff) {}

    /**
     * Time a doctor is away.
     *
     * @param reason for the front desk
     */
    public record TimeOff(Interval during, @Nullable String reason) {}

    /** Dates on which the clinic is closed. */
    public record HolidayStretch(String name, Interval during) {}

    /**
     * The days of the doctors whose appointments the viewer sees, by name.
     *
     * @param dates of the clinic's zone
     * @param doctorIds of whom; none: of all
     */
    @Transactional(readOnly = true)
    public Days on(Viewer viewer, Dates dates, Collection<UUID> doctorIds) {
        return jdbc.sql(READ)
                .param("clinic", CurrentClinic.id())
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .param("doctors", doctorIds.toArray(UUID[]::new))
                .param("first", dates.first().minusDays(2))
                .param("last", dates.last().plusDays(1))
                .query((row, number) -> days(row, dates))
                .single();
    }

    private Days days(ResultSet row, Dates dates) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("time_zone"));
        List<AvailabilityRows.Holiday> holidays = rows(row.getString("holidays"), HOLIDAYS);
        List<Dates> closed =
                holidays.stream().map(AvailabilityRows.Holiday::dates).toList();
        return new Days(
                rows(row.getString("doctors"), DOCTORS).stream()
                        .map(doctor -> doctor.days(dates, closed, zone))
                        .toList(),
                holidays.stream()
                        .map(it -> new HolidayStretch(
                                String.valueOf(it.name()), it.dates().in(zone)))
                        .toList());
    }

    private <T> List<T> rows(@Nullable String array, TypeReference<List<T>> type) {
        return array == null ? List.of() : json.readValue(array, type);
    }

    private record DoctorRow(
            UUID doctorId,
            String name,
            @Nullable List<AvailabilityRows.Hours> hours,
            @Nullable List<AvailabilityRows.Differing> exceptions) {

        DoctorDays days(Dates dates, List<Dates> holidays, ZoneId zone) {
            Availability availability = AvailabilityRows.availability(hours, exceptions);
            List<TimeOff> timeOff = availability.exceptions().stream()
                    .filter(exception -> !exception.available())
                    .flatMap(exception -> exception.in(zone, dates.first().minusDays(1), dates.last()).stream()
                            .map(during -> new TimeOff(during, exception.reason())))
                    .toList();
            // What begins the evening before reaches in.
            List<Interval> open = availability.open(dates.first().minusDays(1), dates.last(), holidays, zone);
            return new DoctorDays(doctorId, name, Availability.joined(open), timeOff);
        }
    }
}
