package org.housecall.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The last calls to the provider for each meeting, as its support asks for them; neither links nor names are in them. */
@Repository
public class MeetingAttempts {

    private static final int KEPT = 20;
    private static final RowMapper<Attempt> ROW = new SimplePropertyRowMapper<>(Attempt.class);
    private static final ScopedValue<UUID> MEETING = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whatever is called during the work is called for this meeting. */
    static <T> T during(UUID appointmentId, Supplier<T> work) {
        return ScopedValue.where(MEETING, appointmentId).call(work::get);
    }

    /**
     * Notes a call that has been made, if it was for a meeting.
     *
     * @param status of HTTP; null where no answer came
     * @param code the provider's own; null where it gave none
     * @param trackingId the provider's name for the call
     */
    @Transactional
    public void note(String operation, @Nullable Integer status, @Nullable Integer code, @Nullable String trackingId) {
        if (!MEETING.isBound()) {
            return;
        }
        jdbc.sql("""
                        insert into meeting_attempt (clinic_id, id, appointment_id, at, operation, status, code, tracking_id)
                        values (:clinic, :id, :appointment, :now, :operation, :status, :code, :tracking)""")
                .param("clinic", CurrentClinic.id())
                .param("id", Ids.next())
                .param("appointment", MEETING.get())
                .param("now", OffsetDateTime.now(clock))
                .param("operation", operation)
                .param("status", status)
                .param("code", code)
                .param("tracking", trackingId)
                .update();
        jdbc.sql("""
                        delete from meeting_attempt where id in (
                          select id from meeting_attempt where appointment_id = ? order by id desc offset ?)""").params(MEETING.get(), KEPT).update();
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<Attempt> of(UUID appointmentId) {
        return jdbc.sql("""
                        select at, operation, status, code, tracking_id from meeting_attempt
                        where appointment_id = ? order by id desc""").param(appointmentId).query(ROW).list();
    }

    /** A call to the provider, and how it went. */
    public record Attempt(
            Instant at,
            String operation,
            @Nullable Integer status,
            @Nullable Integer code,
            @Nullable String trackingId) {}
}
