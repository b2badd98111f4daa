package org.housecall.availability;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule against double booking: all time that doctors have given away, across clinics. The table's exclusion
 * constraint {@code doctor_time_never_overlaps} holds whatever the code does (ADR 0003); the lock and the look before
 * it only turn the usual race into a plain answer.
 */
@Repository
public class DoctorTime {

    private final JdbcClient jdbc;
    private final Clock clock;

    DoctorTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims the time of an appointment in the caller's transaction.
     *
     * @param accountId whose time
     * @param ref the appointment, which may hold one claim
     * @throws TimeTaken where any of it is given away already; the transaction can then only be rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(UUID accountId, Interval during, UUID ref) {
        try {
            lock(accountId);
            boolean claimed = insertIfFree(accountId, during, ref)
                    || (dropExpiredHolds(accountId, during) && insertIfFree(accountId, during, ref));
            if (!claimed) {
                throw new TimeTaken();
            }
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
            throw lost(e);
        }
    }

    /** Gives the appointment's time back; nothing happens where it holds none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID ref) {
        jdbc.sql("delete from doctor_time where ref = ?").param(ref).update();
    }

    /** The time that accounts have given away, by account, in order; expired holds do not count. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Interval>> taken(Collection<UUID> accountIds, Interval within) {
        Map<UUID, List<Interval>> taken = new HashMap<>();
        jdbc.sql("""
                        select account_id, lower(during) as start_at, upper(during) as end_at from doctor_time
                        where account_id = any(:accounts) and during && tstzrange(:start, :end)
                          and (expires_at is null or expires_at > :now)
                        order by start_at""")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .param("start", utc(within.start()))
                .param("end", utc(within.end()))
                .param("now", OffsetDateTime.now(clock))
                .query(row -> {
                    taken.computeIfAbsent(row.getObject("account_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Interval(
                                    row.getObject("start_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getObject("end_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return taken;
    }

    private void lock(UUID accountId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(accountId.toString())
                .query((row, number) -> true)
                .list();
    }

    private boolean insertIfFree(UUID accountId, Interval during, UUID ref) {
        return jdbc.sql("""
                                insert into doctor_time (id, account_id, during, kind, ref)
                                select :id, :account, tstzrange(:start, :end), 'APPOINTMENT', :ref
                                where not exists (
                                  select from doctor_time where account_id = :account and during && tstzrange(:start, :end))""")
                        .param("id", Ids.next())
                        .param("account", accountId)
                        .param("start", utc(during.start()))
                        .param("end", utc(during.end()))
                        .param("ref", ref)
                        .update()
                == 1;
    }

    /** True where there were any. */
    private boolean dropExpiredHolds(UUID accountId, Interval during) {
        return jdbc.sql(
                                "delete from doctor_time where account_id = ? and during && tstzrange(?, ?) and expires_at <= ?")
                        .params(accountId, utc(during.start()), utc(during.end()), OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /** An exclusion violation and a deadlock both mean that another booking was faster. */
    private static RuntimeException lost(DataAccessException e) {
        String state = e.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "";
        return switch (state) {
            case "23P01", "40P01", "40001", "55P03" -> new TimeTaken();
            default -> e;
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The doctor's time is given away already. */
    public static final class TimeTaken extends RuntimeException {
        TimeTaken() {
            super("The doctor's time is taken", null, false, false);
        }
    }
}
