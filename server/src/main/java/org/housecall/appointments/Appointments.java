package org.housecall.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.access.Viewer;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.Service;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Interval;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The appointments of the current clinic. Who may see which: the front desk all, doctor and patient their own. */
@Repository
public class Appointments {

    static final String SELECT = """
            select a.*, d.name as doctor_name, d.account_id as doctor_account_id,
                   p.name as patient_name, p.account_id as patient_account_id, s.name as service_name,
                   coalesce(s.public_name, s.name) as public_service_name
            from appointment a
            join doctor d on d.id = a.doctor_id
            join patient p on p.id = a.patient_id
            join service s on s.id = a.service_id
            """;
    /** What a doctor or patient sees. */
    static final String OWN = "((d.account_id = :viewer and d.left_at is null) or p.account_id = :viewer)";

    private static final String VISIBLE = "(:all or " + OWN + ") ";

    private static final String LEFT_OPEN = """
            where a.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
              and a.starts_at > :from - interval '1 day' and a.starts_at < :to and a.ends_at >= :from and a.ends_at <= :to""";

    /** Rows that refer to it may be added meanwhile. */
    private static final String FOR_CHANGE = "for no key update of a";

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For the system's own work; handlers use {@link #visibleTo}. */
    @Transactional(readOnly = true)
    public Optional<Appointment> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(id)
                .query(Appointments::row)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Appointment> visibleTo(Viewer viewer, UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id and " + VISIBLE)
                .param("id", id)
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .query(Appointments::row)
                .optional();
    }

    /** As {@link #visibleTo(Viewer, UUID)}, locked until the transaction ends. */
    Optional<Appointment> toChange(Viewer viewer, UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id and " + VISIBLE + FOR_CHANGE)
                .param("id", id)
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .query(Appointments::row)
                .optional();
    }

    /**
     * As {@link #toChange(Viewer, UUID)}, where nothing of it has happened yet.
     *
     * @param version the version the viewer has seen; null: whatever it is
     */
    Appointment toChange(Viewer viewer, UUID id, @Nullable Integer version) {
        Appointment appointment = toChange(viewer, id).orElseThrow(Problem::notFound);
        appointment.requireVersion(version);
        if (!appointment.status().isChangeable()) {
            throw new Problem(HttpStatus.CONFLICT, "appointment-closed");
        }
        return appointment;
    }

    /**
     * As {@link #find}, locked until the transaction ends. Whoever changes an appointment and what belongs to it locks
     * the appointment first, or two of them block each other.
     */
    public Optional<Appointment> toChange(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ? " + FOR_CHANGE)
                .param(id)
                .query(Appointments::row)
                .optional();
    }

    /** Appointments that match, by start, from the cursor on: one query, however many. */
    @Transactional(readOnly = true)
    public List<Appointment> search(Viewer viewer, Criteria criteria) {
        Conditions conditions = Conditions.of(viewer, criteria);
        return jdbc.sql(SELECT + conditions.where() + " order by a.starts_at, a.id limit :limit")
                .params(conditions.values())
                .param("limit", criteria.limit())
                .query(Appointments::row)
                .list();
    }

    /**
     * A doctor's visits of which nothing has happened yet and that touch a stretch, by start.
     *
     * @param lock whether they are locked until the transaction ends
     */
    List<Appointment> changeableOf(UUID doctorId, Interval within, int limit, boolean lock) {
        return jdbc.sql(SELECT + """
                        where a.doctor_id = :doctor and a.status in ('BOOKED', 'CHECKED_IN')
                          and a.starts_at > :start - interval '1 day' and a.starts_at < :end and a.ends_at > :start
                        order by a.starts_at, a.id limit :limit
                        """ + (lock ? FOR_CHANGE : ""))
                .param("doctor", doctorId)
                .param("start", utc(within.start()))
                .param("end", utc(within.end()))
                .param("limit", limit)
                .query(Appointments::row)
                .list();
    }

    /** A doctor's live video appointments that are not over at the given time. */
    @Transactional(readOnly = true)
    public List<UUID> liveVideoOf(UUID doctorId, Instant from) {
        return jdbc.sql("""
                        select id from appointment
                        where doctor_id = ? and mode = 'VIDEO' and ends_at > ?
                          and status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                        order by starts_at""")
                .params(doctorId, from.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Live appointments that ended within a stretch, by start; a thousand at most. */
    List<Appointment> leftOpen(Viewer viewer, Interval ended) {
        return jdbc.sql(SELECT + LEFT_OPEN + " and " + VISIBLE + "order by a.starts_at, a.id limit 1000")
                .param("from", utc(ended.start()))
                .param("to", utc(ended.end()))
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .query(Appointments::row)
                .list();
    }

    /** Live video appointments that ended within a stretch. */
    @Transactional(readOnly = true)
    public List<Appointment> videoLeftOpen(Interval ended) {
        return jdbc.sql(SELECT + LEFT_OPEN + " and a.mode = 'VIDEO' order by a.starts_at limit 1000")
                .param("from", utc(ended.start()))
                .param("to", utc(ended.end()))
                .query(Appointments::row)
                .list();
    }

    /** Live video appointments that begin at or after a time, by start and id, from the last one on. */
    @Transactional(readOnly = true)
    public List<Appointment> upcomingVideo(Instant from, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where a.mode = 'VIDEO' and a.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                          and a.starts_at >= :from and (a.starts_at > :from or cast(:after as uuid) is null or a.id > :after)
                        order by a.starts_at, a.id limit :limit""")
                .param("from", utc(from))
                .param("after", after)
                .param("limit", limit)
                .query(Appointments::row)
                .list();
    }

    /** How many live video appointments begin in a stretch, for each doctor who has any. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> liveVideoBetween(Instant from, Instant until) {
        return jdbc
                .sql("""
                        select doctor_id, count(*) as visits from appointment
                        where mode = 'VIDEO' and starts_at >= ? and starts_at < ?
                          and status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                        group by doctor_id""")
                .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(row.getObject("doctor_id", UUID.class), row.getInt("visits")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(Appointment appointment, Instant now) {
        jdbc.sql("""
                        insert into appointment (clinic_id, id, doctor_id, patient_id, service_id, mode, starts_at, ends_at,
                                                 status, series_id, override_reason, version,
                                                 created_at)
                        values (:clinic, :id, :doctor, :patient, :service, :mode, :start, :end, :status, :series, :override,
                                :version, :now)""")
                .param("clinic", CurrentClinic.id())
                .param("id", appointment.id())
                .param("doctor", appointment.doctorId())
                .param("patient", appointment.patientId())
                .param("service", appointment.serviceId())
                .param("mode", appointment.mode().name())
                .param("start", utc(appointment.start()))
                .param("end", utc(appointment.end()))
                .param("status", appointment.status().name())
                .param("series", appointment.seriesId())
                .param("override", appointment.overrideReason())
                .param("version", appointment.version())
                .param("now", utc(now))
                .update();
    }

    /** Writes what an appointment is to be: its time, doctor, service and mode. */
    void move(Appointment after) {
        jdbc.sql("""
                        update appointment
                        set doctor_id = :doctor, service_id = :service, mode = :mode, starts_at = :start, ends_at = :end,
                            override_reason = :override, version = version + 1
                        where id = :id""")
                .param("doctor", after.doctorId())
                .param("service", after.serviceId())
                .param("mode", after.mode().name())
                .param("start", utc(after.start()))
                .param("end", utc(after.end()))
                .param("override", after.overrideReason())
                .param("id", after.id())
                .update();
    }

    void joinSeries(UUID id, UUID seriesId) {
        jdbc.sql("update appointment set series_id = ?, version = version + 1 where id = ?")
                .params(seriesId, id)
                .update();
    }

    /** What of a series can still be changed, from a start on, locked until the transaction ends. */
    List<Appointment> followingToChange(UUID seriesId, Instant from) {
        return jdbc.sql(SELECT + """
                        where a.series_id = :series and a.starts_at >= :from and a.status in ('BOOKED', 'CHECKED_IN')
                        order by a.starts_at
                        """ + FOR_CHANGE)
                .param("series", seriesId)
                .param("from", utc(from))
                .query(Appointments::row)
                .list();
    }

    void become(UUID id, Appointment.Status status) {
        jdbc.sql("update appointment set status = ?, version = version + 1 where id = ?")
                .params(status.name(), id)
                .update();
    }

    void cancel(UUID id, @Nullable String reason, Booker by) {
        jdbc.sql("""
                        update appointment
                        set status = 'CANCELLED', cancel_reason = :reason, cancelled_by = :by, version = version + 1
                        where id = :id""")
                .param("reason", reason)
                .param("by", by.name())
                .param("id", id)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Appointment row(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getObject("doctor_id", UUID.class),
                row.getString("doctor_name"),
                row.getObject("doctor_account_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getString("patient_name"),
                row.getObject("patient_account_id", UUID.class),
                row.getObject("service_id", UUID.class),
                row.getString("service_name"),
                row.getString("public_service_name"),
                Service.Mode.valueOf(row.getString("mode")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Appointment.Status.valueOf(row.getString("status")),
                row.getString("cancel_reason"),
                row.getString("cancelled_by") == null ? null : Booker.valueOf(row.getString("cancelled_by")),
                row.getObject("series_id", UUID.class),
                row.getString("override_reason"),
                row.getInt("version"));
    }

    /**
     * What to look for; null and an empty set do not restrict.
     *
     * @param from earliest start
     * @param to starts before
     * @param text words, each of which is found in the patient's name, address or phone, the service's or the doctor's
     *     name, or the reason for cancelling
     * @param after the last appointment of the page before
     */
    public record Criteria(
            @Nullable Instant from,
            @Nullable Instant to,
            Set<UUID> doctorIds,
            @Nullable UUID patientId,
            Set<Appointment.Status> statuses,
            @Nullable UUID serviceId,
            Service.@Nullable Mode mode,
            @Nullable String text,
            @Nullable UUID after,
            int limit) {

        /** All of some time, whoever's: the calendar. */
        public static Criteria during(Interval time, Set<UUID> doctorIds) {
            return new Criteria(
                    time.start(), time.end(), doctorIds, null, Set.of(), null, null, null, null, Integer.MAX_VALUE);
        }

        /** The same from the next page on. */
        public Criteria after(UUID last) {
            return new Criteria(from, to, doctorIds, patientId, statuses, serviceId, mode, text, last, limit);
        }
    }
}
