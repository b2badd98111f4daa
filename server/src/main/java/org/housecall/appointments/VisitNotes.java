package org.housecall.appointments;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Short notes that doctors keep of their visits. Whoever calls has seen to it that the appointment is the viewer's. */
@Repository
public class VisitNotes {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    VisitNotes(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A note as it stands.
     *
     * @param version counts its changes, from 1
     */
    public record VisitNote(String text, int version, Instant writtenAt) {}

    @Transactional(readOnly = true)
    public Optional<VisitNote> of(UUID appointmentId) {
        return jdbc.sql("select text, version, written_at from visit_note where appointment_id = ?")
                .param(appointmentId)
                .query((row, number) -> new VisitNote(
                        row.getString("text"),
                        row.getInt("version"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Keeps a note, in place of the one before.
     *
     * @param seen the version that the writer has seen; 0: none; null: whatever it is
     */
    @Transactional
    public VisitNote write(UUID appointmentId, String text, UUID writer, @Nullable Integer seen) {
        int written = jdbc.sql("""
                        insert into visit_note (clinic_id, appointment_id, text, version, written_by, written_at)
                        values (:clinic, :appointment, :text, 1, :writer, :now)
                        on conflict (appointment_id) do update set text = excluded.text, version = visit_note.version + 1,
                          written_by = excluded.written_by, written_at = excluded.written_at
                        where cast(:seen as int) is null or visit_note.version = :seen""")
                .param("clinic", CurrentClinic.id())
                .param("appointment", appointmentId)
                .param("text", text)
                .param("writer", writer)
                .param("now", OffsetDateTime.now(clock))
                .param("seen", seen)
                .update();
        if (written == 0) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version-mismatch");
        }
        audit.record(Action.VISIT_NOTE_WRITTEN, appointmentId);
        return of(appointmentId).orElseThrow();
    }
}
