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
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of the current clinic that must not be any more, known with their hosts until they are gone. */
@Repository
class SurplusMeetings {

    private static final String SELECT = "select id, host, provider_ref, marker, since from surplus_meeting ";

    private final JdbcClient jdbc;
    private final Clock clock;

    SurplusMeetings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A meeting that another has taken the place of. */
    void add(UUID appointmentId, Host host, @Nullable String ref) {
        insert(appointmentId, host, ref, null);
    }

    /** A meeting that may exist or not: its create was begun, and its answer lost. */
    void addPossible(UUID appointmentId, Meeting.Intent intent) {
        insert(appointmentId, intent.host(), null, intent.marker());
    }

    /** A meeting that was looked for and is not there. Should it turn up late, it is known. */
    void addNotMade(UUID appointmentId, Meeting.Intent intent) {
        close(insert(appointmentId, intent.host(), null, intent.marker()), Outcome.NOT_MADE);
    }

    /** A meeting whose create was not answered, and that was found and is the one that counts: none too many, but told. */
    void addAdopted(UUID appointmentId, Host host, String ref, Meeting.Intent intent) {
        close(insert(appointmentId, host, ref, intent.marker()), Outcome.ADOPTED);
    }

    /** A meeting that was begun with this marker turned out to be there beside the one that counts. */
    void addFound(UUID appointmentId, Host host, String ref, String marker) {
        int known = jdbc.sql("""
                        update surplus_meeting set provider_ref = ?, removed_at = null, outcome = null
                        where appointment_id = ? and marker = ? and provider_ref is null""").params(ref, appointmentId, marker).update();
        if (known == 0) {
            insert(appointmentId, host, ref, marker);
        }
    }

    private UUID insert(UUID appointmentId, Host host, @Nullable String ref, @Nullable String marker) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into surplus_meeting (clinic_id, id, appointment_id, host, provider_ref, marker, since)
                        values (:clinic, :id, :appointment, :host, :ref, :marker, :now)""")
                .param("clinic", CurrentClinic.id())
                .param("id", id)
                .param("appointment", appointmentId)
                .param("host", host.key())
                .param("ref", ref)
                .param("marker", marker)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    void removed(UUID id) {
        close(id, Outcome.REMOVED);
    }

    private void close(UUID id, Outcome outcome) {
        jdbc.sql("update surplus_meeting set removed_at = ?, outcome = ? where id = ?")
                .params(OffsetDateTime.now(clock), outcome.name(), id)
                .update();
    }

    /** A person has looked for a possible one at the provider; false where none such is open. */
    boolean lookedAfter(UUID id) {
        return jdbc.sql("""
                        update surplus_meeting set removed_at = ?, outcome = 'LOOKED_AFTER'
                        where id = ? and removed_at is null and provider_ref is null""").params(OffsetDateTime.now(clock), id).update() == 1;
    }

    /** All that are open, and what became of the others since a time, the newest first. */
    List<Told> toldSince(Instant time) {
        return jdbc.sql("""
                        select * from surplus_meeting where removed_at is null or since >= ?
                        order by removed_at is not null, since desc limit 500""")
                .param(time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    String outcome = row.getString("outcome");
                    return new Told(
                            row(row, number),
                            row.getObject("appointment_id", UUID.class),
                            outcome == null ? null : Outcome.valueOf(outcome));
                })
                .list();
    }

    @Transactional(readOnly = true)
    List<Surplus> of(UUID appointmentId) {
        return jdbc.sql(SELECT + "where appointment_id = ? and removed_at is null order by since")
                .param(appointmentId)
                .query(SurplusMeetings::row)
                .list();
    }

    /** What was begun with this marker and has not been seen; also where it counts as not made. */
    Optional<Surplus> unseen(UUID appointmentId, String marker) {
        return jdbc.sql(SELECT + "where appointment_id = ? and marker = ? and provider_ref is null")
                .params(appointmentId, marker)
                .query(SurplusMeetings::row)
                .optional();
    }

    /** The appointments that have any. */
    List<UUID> appointments() {
        return jdbc.sql("select distinct appointment_id from surplus_meeting where removed_at is null")
                .query((row, number) -> row.getObject("appointment_id", UUID.class))
                .list();
    }

    private static Surplus row(ResultSet row, int number) throws SQLException {
        return new Surplus(
                row.getObject("id", UUID.class),
                new Host(row.getString("host")),
                row.getString("provider_ref"),
                row.getString("marker"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    /** What became of it. Stored by name. */
    enum Outcome {
        ADOPTED,
        REMOVED,
        NOT_MADE,
        LOOKED_AFTER
    }

    /** A meeting in doubt or too many, and what became of it; null: nothing yet. */
    record Told(
            Surplus surplus, UUID appointmentId, @Nullable Outcome outcome) {}

    /**
     * A meeting too many.
     *
     * @param ref null: it may not even exist
     */
    record Surplus(
            UUID id,
            Host host,
            @Nullable String ref,
            @Nullable String marker,
            Instant since) {}
}
