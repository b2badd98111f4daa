package org.housecall.availability;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule against more meetings at once than a shared host can run, as {@link DoctorTime} is against double booking: the
 * constraint {@code host_time_never_overlaps} holds for each of a host's places whatever the code does. A doctor without a
 * shared host needs none of it. {@link DoctorTime#release} gives back what was claimed here, too.
 */
@Repository
public class HostTime {

    private final JdbcClient jdbc;
    private final Clock clock;

    HostTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims the host of a doctor for a visit, in the caller's transaction, which has locked the doctor's time.
     *
     * @throws DoctorTime.HostTaken where it runs as many meetings as it can; the transaction can then only be rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(DoctorHours doctor, Interval visit, UUID ref) {
        hold(doctor, visit, ref, null);
    }

    /** As {@link #claim}, for a hold, which counts until it expires. */
    void hold(DoctorHours doctor, Interval visit, UUID ref, @Nullable Instant expiresAt) {
        hostOf(doctor).ifPresent(host -> claimPlace(host.id(), host.places(), visit, ref, expiresAt));
    }

    /** Not as the timetable knew it: who hosts may have changed since that was read, and cannot while the doctor's time is locked. */
    private Optional<Host> hostOf(DoctorHours doctor) {
        return jdbc.sql("select host, places from shared_host where doctor_id = ?")
                .param(doctor.doctorId())
                .query((row, number) -> new Host(row.getObject("host", UUID.class), row.getInt("places")))
                .optional();
    }

    private record Host(UUID id, int places) {}

    private void claimPlace(UUID host, int places, Interval visit, UUID ref, @Nullable Instant expiresAt) {
        try {
            if (!insertIfFree(host, places, visit, ref, expiresAt)) {
                throw new DoctorTime.HostTaken();
            }
        } catch (DataAccessException e) {
            throw DoctorTime.isLost(e) ? new DoctorTime.HostTaken() : e;
        }
    }

    /** As {@link #claim}, but somebody decided that the host may be given away once more than it can bear. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claimOnPurpose(DoctorHours doctor, Interval visit, UUID ref) {
        hostOf(doctor).ifPresent(host -> claimOnPurpose(host.id(), host.places(), visit, ref));
    }

    /** Gives the host's time back; nothing happens where none was claimed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID ref) {
        jdbc.sql("delete from host_time where ref = ?").param(ref).update();
    }

    void claimOnPurpose(UUID host, int places, Interval visit, UUID ref) {
        if (!insertIfFree(host, places, visit, ref, null)) {
            jdbc.sql("""
                            insert into host_time (id, host, place, during, ref, override)
                            values (?, ?, 1, tstzrange(?, ?), ?, true)""")
                    .params(Ids.next(), host, utc(visit.start()), utc(visit.end()), ref)
                    .update();
        }
    }

    private boolean insertIfFree(UUID host, int places, Interval visit, UUID ref, @Nullable Instant expiresAt) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(host.toString())
                .query((row, number) -> true)
                .list();
        jdbc.sql("delete from host_time where host = ? and during && tstzrange(?, ?) and expires_at <= ?")
                .params(host, utc(visit.start()), utc(visit.end()), OffsetDateTime.now(clock))
                .update();
        return IntStream.rangeClosed(1, places).anyMatch(place -> insert(host, place, visit, ref, expiresAt));
    }

    private boolean insert(UUID host, int place, Interval visit, UUID ref, @Nullable Instant expiresAt) {
        return jdbc.sql("""
                                insert into host_time (id, host, place, during, ref, expires_at)
                                select :id, :host, :place, tstzrange(:start, :end), :ref, :expires
                                where not exists (
                                  select from host_time
                                  where host = :host and place = :place and during && tstzrange(:start, :end))""")
                        .param("id", Ids.next())
                        .param("host", host)
                        .param("place", place)
                        .param("start", utc(visit.start()))
                        .param("end", utc(visit.end()))
                        .param("ref", ref)
                        .param("expires", expiresAt == null ? null : utc(expiresAt))
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
