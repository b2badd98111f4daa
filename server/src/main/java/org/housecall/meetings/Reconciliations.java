package org.housecall.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comparisons of the current clinic's meetings with the provider, and what they found. */
@Repository
class Reconciliations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reconciliations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where one is under way. */
    Optional<UUID> begin(boolean byHand) {
        UUID id = Ids.next();
        int begun = jdbc.sql("""
                        insert into reconciliation (clinic_id, id, by_hand, started_at) values (?, ?, ?, ?)
                        on conflict (clinic_id) where finished_at is null do nothing""")
                .params(CurrentClinic.id(), id, byHand, OffsetDateTime.now(clock))
                .update();
        return begun == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<Reconciliation> find(UUID id) {
        return jdbc.sql("select * from reconciliation where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** The newest first. */
    List<Reconciliation> latest(int limit) {
        return jdbc.sql("select * from reconciliation order by started_at desc limit ?")
                .param(limit)
                .query(this::row)
                .list();
    }

    boolean begunSince(Instant time) {
        return jdbc.sql("select exists (select from reconciliation where started_at >= ? and not by_hand)")
                .param(time.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** So far it has come. */
    void goOnAfter(UUID id, Instant start, UUID appointmentId, boolean checked) {
        jdbc.sql("update reconciliation set after_start = ?, after_id = ?, checked = checked + ? where id = ?")
                .params(start.atOffset(ZoneOffset.UTC), appointmentId, checked ? 1 : 0, id)
                .update();
    }

    void finish(UUID id) {
        jdbc.sql("update reconciliation set finished_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from reconciliation where finished_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes what was found; of a name that was accepted before, nothing is told again. */
    void add(
            UUID reconciliationId,
            Meeting meeting,
            Drift.Found found,
            Drift.@Nullable Done done,
            @Nullable MeetingProblem problem) {
        jdbc.sql("""
                        insert into drift (clinic_id, id, reconciliation_id, appointment_id, provider_ref, found, done, problem, at)
                        select :clinic, :id, :run, :appointment, :ref, :found, :done, :problem, :now
                        where :found <> 'RENAMED' or not exists (
                          select from drift where appointment_id = :appointment and provider_ref = :ref and found = 'RENAMED')""")
                .param("clinic", CurrentClinic.id())
                .param("id", Ids.next())
                .param("run", reconciliationId)
                .param("appointment", meeting.appointmentId())
                .param("ref", meeting.ref())
                .param("found", found.name())
                .param("done", done == null ? null : done.name())
                .param("problem", problem == null ? null : problem.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void done(UUID driftId, Drift.Done done, @Nullable MeetingProblem problem) {
        jdbc.sql("update drift set done = :done, problem = :problem where id = :id")
                .param("done", done.name())
                .param("problem", problem == null ? null : problem.name())
                .param("id", driftId)
                .update();
    }

    List<Drift> driftsOf(UUID reconciliationId) {
        return jdbc.sql("select * from drift where reconciliation_id = ? order by at, id")
                .param(reconciliationId)
                .query(Reconciliations::drift)
                .list();
    }

    private static Drift drift(ResultSet row, int number) throws SQLException {
        String done = row.getString("done");
        String problem = row.getString("problem");
        return new Drift(
                row.getObject("id", UUID.class),
                row.getObject("appointment_id", UUID.class),
                Drift.Found.valueOf(row.getString("found")),
                done == null ? null : Drift.Done.valueOf(done),
                problem == null ? null : MeetingProblem.valueOf(problem),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private Reconciliation row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        OffsetDateTime after = row.getObject("after_start", OffsetDateTime.class);
        return new Reconciliation(
                id,
                row.getBoolean("by_hand"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                after == null ? null : after.toInstant(),
                row.getObject("after_id", UUID.class),
                row.getInt("checked"));
    }

    /** One comparison, and how far it has come. */
    record Reconciliation(
            UUID id,
            boolean byHand,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant afterStart,
            @Nullable UUID afterId,
            int checked) {}
}
