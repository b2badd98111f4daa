package org.housecall.availability;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;
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
        claim(new Claim(accountId, during, "APPOINTMENT", ref, null));
    }

    /** As {@link #claim(UUID, Interval, UUID)}, for a hold, which counts until it expires. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID accountId, Interval during, UUID ref, Instant expiresAt) {
        claim(new Claim(accountId, during, "HOLD", ref, expiresAt.atOffset(ZoneOffset.UTC)));
    }

    private void claim(Claim claim) {
        try {
            lock(claim.accountId());
            boolean claimed =
                    insertIfFree(claim) || (dropExpiredHolds(claim.accountId(), claim.during()) && insertIfFree(claim));
            if (!claimed) {
                throw new TimeTaken();
            }
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
            throw lost(e);
        }
    }

    /** As {@link #claim(UUID, Interval, UUID)}, but somebody decided that the time may be given away twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claimOnPurpose(UUID accountId, Interval during, UUID ref) {
        lock(accountId);
        dropExpiredHolds(accountId, during);
        if (insertIfFree(new Claim(accountId, during, "APPOINTMENT", ref, null))) {
            return;
        }
        jdbc.sql("""
                        insert into doctor_time (id, account_id, during, kind, ref, override)
                        values (?, ?, tstzrange(?, ?), 'APPOINTMENT', ?, true)""")
                .params(Ids.next(), accountId, utc(during.start()), utc(during.end()), ref)
                .update();
    }

    /**
     * Holds a day to the clinic's maximum, without a race for whoever has just claimed in the same transaction.
     *
     * @param claimed what was claimed; it counts already
     * @throws TimeTaken where that was one too many: the day's last place went to somebody faster
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuseMore(UUID accountId, Interval claimed, Timetable table) {
        Integer most = table.rules().dailyMaximum();
        if (most == null) {
            return;
        }
        Interval day = table.dayOf(claimed.start());
        long claims = jdbc.sql("""
                        select count(*) from doctor_time
                        where account_id = :account and during && tstzrange(:start, :end) and lower(during) >= :start
                          and (expires_at is null or expires_at > :now)""")
                .param("account", accountId)
                .param("start", utc(day.start()))
                .param("end", utc(day.end()))
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        if (claims > most) {
            throw new TimeTaken();
        }
    }

    /** Gives the appointment's time back, and its host's; nothing happens where it holds none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID ref) {
        jdbc.sql("with host as (delete from host_time where ref = :ref) delete from doctor_time where ref = :ref")
                .param("ref", ref)
                .update();
    }

    /**
     * Until the transaction ends, nobody else claims time of these doctors', and nobody changes who hosts their visits. A
     * claim locks by itself. Whoever releases an appointment's locks before: a change of the host at the same moment would
     * claim it anew.
     *
     * @param accountIds null among them is nobody: a doctor without an account
     * @throws TimeTaken where others wait for each other and for these; the transaction can then only be rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(@Nullable UUID... accountIds) {
        Stream.of(accountIds).filter(Objects::nonNull).distinct().sorted().forEach(this::lockOne);
    }

    private void lockOne(UUID accountId) {
        try {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(accountId.toString())
                    .query((row, number) -> true)
                    .list();
        } catch (PessimisticLockingFailureException e) {
            throw lost(e);
        }
    }

    private boolean insertIfFree(Claim claim) {
        return jdbc.sql("""
                                insert into doctor_time (id, account_id, during, kind, ref, expires_at)
                                select :id, :account, tstzrange(:start, :end), :kind, :ref, :expires
                                where not exists (
                                  select from doctor_time where account_id = :account and during && tstzrange(:start, :end))""")
                        .param("id", Ids.next())
                        .param("account", claim.accountId())
                        .param("start", utc(claim.during().start()))
                        .param("end", utc(claim.during().end()))
                        .param("kind", claim.kind())
                        .param("ref", claim.ref())
                        .param("expires", claim.expiresAt())
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
        return isLost(e) ? new TimeTaken() : e;
    }

    static boolean isLost(DataAccessException e) {
        String state = e.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "";
        return switch (state) {
            case "23P01", "40P01", "40001", "55P03" -> true;
            default -> false;
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Claim(
            UUID accountId,
            Interval during,
            String kind,
            UUID ref,
            @Nullable OffsetDateTime expiresAt) {}

    /** The doctor's time is given away already. */
    public static sealed class TimeTaken extends RuntimeException {
        TimeTaken() {
            super("The doctor's time is taken", null, false, false);
        }
    }

    /** The doctor would have time, but who hosts the visit runs other meetings. */
    public static final class HostTaken extends TimeTaken {}
}
