package org.housecall.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When, and why, an Administrator was given the start link of a visit that is not theirs; its doctor is told. */
@Repository
public class AdministratorStarts {

    private static final RowMapper<AdministratorStart> ROW = new SimplePropertyRowMapper<>(AdministratorStart.class);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdministratorStarts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void add(UUID appointmentId, Viewer administrator, @Nullable String reason) {
        jdbc.sql("""
                        insert into administrator_start (clinic_id, id, appointment_id, account_id, reason, at)
                        values (:clinic, :id, :appointment, :account, :reason, :now)""")
                .param("clinic", CurrentClinic.id())
                .param("id", Ids.next())
                .param("appointment", appointmentId)
                .param("account", administrator.accountId())
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .update();
        events.publishEvent(new Added(appointmentId, reason));
    }

    /** Earliest first. */
    @Transactional(readOnly = true)
    public List<AdministratorStart> of(UUID appointmentId) {
        return jdbc.sql("select at, reason from administrator_start where appointment_id = ? order by at, id")
                .param(appointmentId)
                .query(ROW)
                .list();
    }

    /** As those see it who work with the visit; who it was, the audit trail tells. */
    public record AdministratorStart(Instant at, @Nullable String reason) {}

    /** An Administrator was given a start link. */
    public record Added(UUID appointmentId, @Nullable String reason) {}
}
