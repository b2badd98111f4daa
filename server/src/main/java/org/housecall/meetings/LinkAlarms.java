package org.housecall.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The visits of the current clinic that begin soon and have no working link. */
@Repository
public class LinkAlarms {

    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    /** A visit that has just been booked gets its link in a moment. */
    private static final Duration A_MOMENT = Duration.ofMinutes(2);

    private static final String WITHOUT_LINK = """
            from appointment a left join meeting m on m.appointment_id = a.id
            where a.mode = 'VIDEO' and a.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
              and a.starts_at <= :ahead and a.ends_at > :now
              and (m.join_url is null or m.status not in ('READY', 'STARTED', 'ENDED'))
            """;

    private static final String SELECT = """
            select l.*, a.starts_at, a.doctor_id, d.name as doctor_name, m.status, m.problem
            from link_alarm l
            join appointment a on a.id = l.appointment_id
            join doctor d on d.id = a.doctor_id
            left join meeting m on m.appointment_id = a.id
            where l.raised_at is not null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkAlarms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next first. */
    @Transactional(readOnly = true)
    public List<LinkAlarm> visibleTo(Viewer viewer) {
        return jdbc.sql(SELECT
                        + "and (:all or d.account_id = :viewer and d.left_at is null) order by a.starts_at, a.id")
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .query(this::row)
                .list();
    }

    /** Forgets what has its link by now, or needs none any more; whether there was any. */
    boolean forgetMended() {
        return jdbc.sql("delete from link_alarm where appointment_id not in (select a.id " + WITHOUT_LINK + ")")
                        .param("ahead", now().plus(AHEAD))
                        .param("now", now())
                        .update()
                > 0;
    }

    void notice() {
        jdbc.sql("insert into link_alarm (clinic_id, appointment_id, noticed_at) select a.clinic_id, a.id, :now "
                        + WITHOUT_LINK + " on conflict do nothing")
                .param("ahead", now().plus(AHEAD))
                .param("now", now())
                .update();
    }

    /** Those to tell of now: a moment old, or not acknowledged when an hour is left. Each is told of once for either. */
    List<LinkAlarm> raise() {
        List<UUID> raised = jdbc.sql("""
                        update link_alarm l
                        set raised_at = coalesce(raised_at, :now), hour_raised_at = case when a.starts_at <= :hour then :now end
                        from appointment a
                        where a.id = l.appointment_id
                          and (raised_at is null and noticed_at <= :moment
                               or raised_at is not null and hour_raised_at is null and acknowledged_at is null
                                  and a.starts_at <= :hour)
                        returning l.appointment_id""")
                .param("now", now())
                .param("hour", now().plus(LAST_HOUR))
                .param("moment", now().minus(A_MOMENT))
                .query((row, number) -> row.getObject("appointment_id", UUID.class))
                .list();
        return jdbc.sql(SELECT + "and l.appointment_id = any(:ids) order by a.starts_at, a.id")
                .param("ids", raised.toArray(UUID[]::new))
                .query(this::row)
                .list();
    }

    /** Whether that is new. */
    boolean acknowledge(UUID appointmentId, UUID accountId) {
        return jdbc.sql("""
                        update link_alarm set acknowledged_at = ?, acknowledged_by = ?
                        where appointment_id = ? and acknowledged_at is null""").params(now(), accountId, appointmentId).update() == 1;
    }

    void fallbackSent(UUID appointmentId) {
        jdbc.sql("update link_alarm set fallback_sent_at = ? where appointment_id = ?")
                .params(now(), appointmentId)
                .update();
    }

    /** Doctors who offer the visit's service and have no other visit then. */
    @Transactional(readOnly = true)
    List<UUID> freeDoctors(UUID appointmentId) {
        return jdbc.sql("""
                        select o.doctor_id from appointment a
                        join service_doctor o on o.service_id = a.service_id and o.doctor_id <> a.doctor_id
                        where a.id = ? and not exists (
                          select from appointment b where b.doctor_id = o.doctor_id and b.starts_at < a.ends_at
                            and b.ends_at > a.starts_at and b.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS'))""")
                .param(appointmentId)
                .query((row, number) -> row.getObject("doctor_id", UUID.class))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private LinkAlarm row(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        String problem = row.getString("problem");
        Instant start = row.getObject("starts_at", OffsetDateTime.class).toInstant();
        return new LinkAlarm(
                row.getObject("appointment_id", UUID.class),
                start,
                row.getObject("doctor_id", UUID.class),
                row.getString("doctor_name"),
                status == null ? null : Meeting.Status.valueOf(status),
                problem == null ? null : MeetingProblem.valueOf(problem),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                !start.isAfter(clock.instant().plus(LAST_HOUR)),
                instant(row, "acknowledged_at"),
                row.getObject("acknowledged_by", UUID.class),
                instant(row, "fallback_sent_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
