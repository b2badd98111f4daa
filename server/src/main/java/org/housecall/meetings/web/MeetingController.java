package org.housecall.meetings.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.meetings.AdministratorStarts;
import org.housecall.meetings.Meeting;
import org.housecall.meetings.MeetingDoor;
import org.housecall.meetings.MeetingRepair;
import org.housecall.meetings.MeetingWords;
import org.housecall.meetings.Meetings;
import org.housecall.meetings.PatientDoor;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The meeting of an appointment. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/appointments/{id}/meeting")
class MeetingController {

    private final Appointments appointments;
    private final Meetings meetings;
    private final MeetingDoor door;
    private final PatientDoor patientDoor;
    private final MeetingRepair repair;
    private final AdministratorStarts administratorStarts;
    private final MeetingWords words;
    private final Audit audit;

    MeetingController(
            Appointments appointments,
            Meetings meetings,
            MeetingDoor door,
            PatientDoor patientDoor,
            MeetingRepair repair,
            AdministratorStarts administratorStarts,
            MeetingWords words,
            Audit audit) {
        this.appointments = appointments;
        this.meetings = meetings;
        this.door = door;
        this.patientDoor = patientDoor;
        this.repair = repair;
        this.administratorStarts = administratorStarts;
        this.words = words;
        this.audit = audit;
    }

    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping
    ResponseEntity<MeetingView> show(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        Appointment appointment = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        Meeting meeting = meetings.find(id).orElseThrow(Problem::notFound);
        boolean staff = viewer.may(Permission.SHARE_JOIN_LINK, clinicId);
        boolean mayJoin = staff || patientDoor.hindrance(appointment).isEmpty();
        if (mayJoin && meeting.joinUrl() != null) {
            audit.record(Action.JOIN_LINK_VIEWED, id);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new MeetingView(
                        meeting.status(),
                        staff ? meeting.ref() : null,
                        mayJoin ? meeting.joinUrl() : null,
                        mayJoin ? meeting.passcode() : null,
                        words.words(meeting.problem()),
                        staff ? meeting.differences() : List.of(),
                        staff ? repair.possibleOrphans(id) : List.of(),
                        staff ? administratorStarts.of(id) : List.of()));
    }

    @Requires(Permission.START_VISIT)
    @PostMapping("/start")
    ResponseEntity<StartView> start(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable WantedStart wanted,
            Viewer viewer) {
        String reason =
                wanted == null || wanted.reason() == null ? "" : wanted.reason().strip();
        MeetingDoor.Start start = door.start(viewer, id, reason.isEmpty() ? null : reason);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new StartView(start.url(), start.asHost() ? null : words.signInAsHost()));
    }

    @Requires(Permission.RETRY_MEETING)
    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        Appointment appointment = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        repair.retry(appointment.id());
    }

    /** The passcode is part of the join link; it is given apart for those who dial in. */
    record MeetingView(
            Meeting.Status status,
            @Nullable String zoomMeetingId,
            @Nullable URI joinUrl,
            @Nullable String passcode,
            @Nullable ProblemWords problem,
            List<String> differences,
            List<MeetingRepair.PossibleOrphan> possibleOrphans,
            List<AdministratorStarts.AdministratorStart> administratorStarts) {}

    /**
     * What an Administrator says who starts another doctor's visit.
     *
     * @param reason told to the doctor; the client asks for one, machines may leave it out
     */
    record WantedStart(@Nullable @Size(max = 500) String reason) {}

    record StartView(URI startUrl, @Nullable String advice) {}
}
