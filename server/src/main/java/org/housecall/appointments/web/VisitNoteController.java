package org.housecall.appointments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.VisitNotes;
import org.housecall.appointments.VisitNotes.VisitNote;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doctor's note of a visit. The front desk and patients do not see it. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/appointments/{id}/note")
class VisitNoteController {

    private final Appointments appointments;
    private final VisitNotes notes;
    private final Audit audit;

    VisitNoteController(Appointments appointments, VisitNotes notes, Audit audit) {
        this.appointments = appointments;
        this.notes = notes;
        this.audit = audit;
    }

    /** Without a text where there is none. */
    @Requires(Permission.KEEP_VISIT_NOTE)
    @GetMapping
    VisitNoteView show(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        VisitNote note = notes.of(visible(viewer, id)).orElse(null);
        if (note != null) {
            audit.record(Action.VISIT_NOTE_VIEWED, id);
        }
        return VisitNoteView.of(note);
    }

    @Requires(Permission.KEEP_VISIT_NOTE)
    @PutMapping
    VisitNoteView write(
            @PathVariable UUID clinicId, @PathVariable UUID id, @Valid @RequestBody NewVisitNote note, Viewer viewer) {
        return VisitNoteView.of(
                notes.write(visible(viewer, id), note.text().strip(), viewer.accountId(), note.version()));
    }

    private UUID visible(Viewer viewer, UUID id) {
        return appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound).id();
    }

    /** The version that was seen, or none: whatever it is. */
    record NewVisitNote(
            @NotBlank @Size(max = 4000) String text,
            @Nullable Integer version) {}

    record VisitNoteView(
            @Nullable String text, int version, @Nullable Instant writtenAt) {
        static VisitNoteView of(@Nullable VisitNote note) {
            return note == null
                    ? new VisitNoteView(null, 0, null)
                    : new VisitNoteView(note.text(), note.version(), note.writtenAt());
        }
    }
}
