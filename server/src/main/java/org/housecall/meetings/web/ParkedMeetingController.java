package org.housecall.meetings.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.MeetingSummaries.ProblemWords;
import org.housecall.meetings.Meeting;
import org.housecall.meetings.MeetingAttempts;
import org.housecall.meetings.MeetingWords;
import org.housecall.meetings.ParkedMeetings;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings that do not come about by themselves, what was tried, and another try. */
@RestController
class ParkedMeetingController {

    private static final String PARKED = "/api/v1/clinics/{clinicId}/parked-meetings";

    private final ParkedMeetings parked;
    private final MeetingAttempts attempts;
    private final Appointments appointments;
    private final MeetingWords words;

    ParkedMeetingController(
            ParkedMeetings parked, MeetingAttempts attempts, Appointments appointments, MeetingWords words) {
        this.parked = parked;
        this.attempts = attempts;
        this.appointments = appointments;
        this.words = words;
    }

    @Requires(Permission.RETRY_MEETING)
    @GetMapping(PARKED)
    ParkedList list(@PathVariable UUID clinicId, Viewer viewer) {
        return new ParkedList(parked.visibleTo(viewer).stream().map(this::view).toList());
    }

    @Requires(Permission.RETRY_MEETING)
    @PostMapping(PARKED + "/retry")
    Retried retryAll(@PathVariable UUID clinicId, Viewer viewer) {
        return new Retried(parked.retryAll(viewer));
    }

    @Requires(Permission.RETRY_MEETING)
    @GetMapping("/api/v1/clinics/{clinicId}/appointments/{id}/meeting/attempts")
    AttemptList attempts(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        Appointment appointment = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        return new AttemptList(attempts.of(appointment.id()));
    }

    private ParkedMeeting view(ParkedMeetings.Parked meeting) {
        return new ParkedMeeting(
                meeting.appointmentId(),
                meeting.start(),
                meeting.doctorId(),
                meeting.doctorName(),
                meeting.status(),
                words.words(meeting.problem()),
                meeting.since(),
                meeting.nextTry(),
                meeting.possibleOrphans());
    }

    record ParkedList(List<ParkedMeeting> items) {}

    record ParkedMeeting(
            UUID appointmentId,
            Instant start,
            UUID doctorId,
            String doctorName,
            Meeting.Status status,
            @Nullable ProblemWords problem,
            Instant since,
            @Nullable Instant nextTry,
            int possibleOrphans) {}

    record Retried(int meetings) {}

    record AttemptList(List<MeetingAttempts.Attempt> items) {}
}
