package org.housecall.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The meetings of the current clinic that do not come about by themselves, or not soon: for whoever can do something about it. */
@Service
public class ParkedMeetings {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final MeetingRepair repair;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ParkedMeetings(JdbcClient jdbc, MeetingRepair repair, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.repair = repair;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The visits that come first, first. */
    public List<Parked> visibleTo(Viewer viewer) {
        return Objects.requireNonNull(transactions.execute(_ -> find(viewer)));
    }

    private List<Parked> find(Viewer viewer) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        with parked as (
                          select m.*, a.starts_at, a.doctor_id, d.name as doctor_name,
                                 (select count(*) from surplus_meeting s
                                  where s.appointment_id = m.appointment_id and s.removed_at is null and s.provider_ref is null)
                                   as possible_orphans
                          from meeting m
                          join appointment a on a.id = m.appointment_id
                          join doctor d on d.id = a.doctor_id
                          where (:all or d.account_id = :viewer and d.left_at is null)
                            and (m.wanted_revision <> m.synced_revision and m.updated_at < :long
                                 or (m.status in ('FAILED', 'WAITING_FOR_CONNECTION') or m.problem is not null)
                                    and a.mode = 'VIDEO' and a.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS') and a.ends_at > :now
                                 or m.appointment_id in (select s.appointment_id from surplus_meeting s
                                                         where s.removed_at is null and s.provider_ref is null)))
                        select p.*, t.execution_time as next_try
                        from parked p
                        left join scheduled_tasks t on t.task_name = :job
                          and t.task_instance = p.clinic_id || '/' || p.appointment_id || '/' || p.wanted_revision
                        order by p.starts_at, p.appointment_id limit :most""")
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .param("long", now.minus(LONG))
                .param("now", now)
                .param("job", MeetingSync.KIND)
                .param("most", MOST)
                .query(ParkedMeetings::row)
                .list();
    }

    /** Tries all of them again now, each in a transaction of its own; how many. */
    public int retryAll(Viewer viewer) {
        List<Parked> parked = visibleTo(viewer);
        parked.forEach(meeting -> repair.retry(meeting.appointmentId()));
        return parked.size();
    }

    private static Parked row(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        OffsetDateTime nextTry = row.getObject("next_try", OffsetDateTime.class);
        return new Parked(
                row.getObject("appointment_id", UUID.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("doctor_id", UUID.class),
                row.getString("doctor_name"),
                Meeting.Status.valueOf(row.getString("status")),
                problem == null ? null : MeetingProblem.valueOf(problem),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                nextTry == null ? null : nextTry.toInstant(),
                row.getInt("possible_orphans"));
    }

    /**
     * A meeting that is not as it should be, without its patient's name.
     *
     * @param since from when on it is so
     * @param nextTry null: when somebody connects or asks for it
     * @param possibleOrphans meetings that may exist at the provider without being known to us
     */
    public record Parked(
            UUID appointmentId,
            Instant start,
            UUID doctorId,
            String doctorName,
            Meeting.Status status,
            @Nullable MeetingProblem problem,
            Instant since,
            @Nullable Instant nextTry,
            int possibleOrphans) {}
}
