package org.housecall.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.housecall.clinics.BookingRuleBook;
import org.housecall.clinics.Services;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@link Timetable} of the current clinic: one query, however many doctors and days. */
@Repository
public class Timetables {

    private static final TypeReference<List<DoctorRow>> DOCTORS = new TypeReference<>() {};
    private static final TypeReference<List<AvailabilityRows.Holiday>> HOLIDAYS = new TypeReference<>() {};

    /** Zones reach from 14 hours before to 12 hours behind, so no date begins earlier or ends later anywhere. */
    private static final int FURTHEST_OFFSET_HOURS = 14;

    private static final String READ = """
            select s.*, c.time_zone, r.*,
              array(select t.doctor_id from service_doctor t join doctor d on d.id = t.doctor_id
                    where t.service_id = s.id and d.left_at is null order by t.doctor_id) as doctor_ids,
              (select json_agg(json_build_object('first', h.first_date, 'last', h.last_date)) from clinic_holiday h
               where h.clinic_id = s.clinic_id and h.last_date >= :first and h.first_date <= :last) as holidays,
              (select json_agg(json_build_object(
                 'doctorId', d.id,
                 'name', d.name,
                 'accountId', d.account_id,""" + AvailabilityRows.OF_DOCTOR + """
                 , 'taken', (select json_agg(json_build_array(extract(epoch from lower(t.during))::bigint,
                             extract(epoch from upper(t.during))::bigint) order by lower(t.during))
                           from doctor_time t
                           where t.account_id = d.account_id and t.during && tstzrange(:start, :end)
                             and (t.expires_at is null or t.expires_at > :now)
                             and (cast(:except as uuid) is null or t.ref <> :except)),
                 'host', (select json_build_object('id', h.host, 'places', h.places,
                   'taken', (select json_agg(json_build_array(t.place, extract(epoch from lower(t.during))::bigint,
                               extract(epoch from upper(t.during))::bigint) order by lower(t.during))
                             from host_time t
                             where t.host = h.host and t.during && tstzrange(:start, :end)
                               and (t.expires_at is null or t.expires_at > :now)
                               and (cast(:except as uuid) is null or t.ref <> :except)))
                   from shared_host h where h.doctor_id = d.id)))
               from service_doctor o join doctor d on d.id = o.doctor_id
               where o.service_id = s.id and d.account_id is not null and d.left_at is null
                 and (cast(:doctor as uuid) is null or d.id = :doctor)) as doctors
            from service s
            join clinic c on c.id = s.clinic_id
            left join booking_rules r on r.clinic_id = s.clinic_id
            where s.id = :service
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Timetables(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The timetable of a service on these dates, in whatever zone they are meant; empty where there is no such service.
     *
     * @param doctorId of whom; null: of all who offer it
     */
    @Transactional(readOnly = true)
    public Optional<Timetable> of(UUID serviceId, @Nullable UUID doctorId, Dates dates) {
        return of(serviceId, doctorId, dates, null);
    }

    /**
     * The timetable of a service around a start, in whatever zone.
     *
     * @param except an appointment or hold whose own time does not count as taken
     */
    @Transactional(readOnly = true)
    public Optional<Timetable> around(UUID serviceId, UUID doctorId, Instant start, @Nullable UUID except) {
        LocalDate date = start.atZone(ZoneOffset.UTC).toLocalDate();
        return of(serviceId, doctorId, new Dates(date, date), except);
    }

    private Optional<Timetable> of(UUID serviceId, @Nullable UUID doctorId, Dates dates, @Nullable UUID except) {
        // A date of another zone can be the day before or after here, and a visit can end on the day after that.
        LocalDate first = dates.first().minusDays(2);
        LocalDate last = dates.last().plusDays(2);
        Instant now = clock.instant();
        return jdbc.sql(READ)
                .param("service", serviceId)
                .param("doctor", doctorId)
                .param("except", except)
                .param("first", first)
                .param("last", last)
                .param(
                        "start",
                        first.atStartOfDay().minusHours(FURTHEST_OFFSET_HOURS).atOffset(ZoneOffset.UTC))
                .param(
                        "end",
                        last.plusDays(1)
                                .atStartOfDay()
                                .plusHours(FURTHEST_OFFSET_HOURS)
                                .atOffset(ZoneOffset.UTC))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) -> timetable(row, now))
                .optional();
    }

    private Timetable timetable(ResultSet row, Instant now) throws SQLException {
        return new Timetable(
                Services.row(row, 0),
                ZoneId.of(row.getString("time_zone")),
                BookingRuleBook.row(row),
                rows(row.getString("holidays"), HOLIDAYS).stream()
                        .map(AvailabilityRows.Holiday::dates)
                        .toList(),
                rows(row.getString("doctors"), DOCTORS).stream()
                        .map(DoctorRow::toHours)
                        .toList(),
                now);
    }

    private <T> List<T> rows(@Nullable String array, TypeReference<List<T>> type) {
        return array == null ? List.of() : json.readValue(array, type);
    }

    private record DoctorRow(
            UUID doctorId,
            String name,
            UUID accountId,
            @Nullable List<AvailabilityRows.Hours> hours,
            @Nullable List<AvailabilityRows.Differing> exceptions,
            @Nullable List<long[]> taken,
            @Nullable HostRow host) {

        DoctorHours toHours() {
            return new DoctorHours(
                    doctorId,
                    name,
                    accountId,
                    AvailabilityRows.availability(hours, exceptions),
                    AvailabilityRows.stream(taken)
                            .map(each -> interval(each[0], each[1]))
                            .toList(),
                    host == null ? null : host.toHost());
        }
    }

    /** What is taken of a host: place, start, end. */
    private record HostRow(UUID id, int places, @Nullable List<long[]> taken) {

        SharedHost toHost() {
            return new SharedHost(
                    id,
                    places,
                    IntStream.rangeClosed(1, places).mapToObj(this::taken).toList());
        }

        private List<Interval> taken(int place) {
            return AvailabilityRows.stream(taken)
                    .filter(each -> each[0] == place)
                    .map(each -> interval(each[1], each[2]))
                    .toList();
        }
    }

    private static Interval interval(long start, long end) {
        return new Interval(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
    }
}
