package org.housecall.appointments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Delays;
import org.housecall.appointments.Delays.Delayed;
import org.housecall.appointments.PatientMessages;
import org.housecall.appointments.PatientMessages.PatientMessage;
import org.housecall.appointments.PatientNotice;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Doctors;
import org.housecall.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A doctor runs late: whom that concerns, and telling them so or otherwise. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/doctors/{doctorId}/delay")
class DelayController {

    private static final int LEAST = 5;
    private static final int MOST = 120;

    private final Delays delays;
    private final Doctors doctors;
    private final PatientMessages messages;
    private final Audit audit;

    DelayController(Delays delays, Doctors doctors, PatientMessages messages, Audit audit) {
        this.delays = delays;
        this.doctors = doctors;
        this.messages = messages;
        this.audit = audit;
    }

    /** Whom it concerns, and what they would read; nothing is sent. */
    @Requires(Permission.MANAGE_ABSENCE)
    @GetMapping
    Page<DelayedVisit> show(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @RequestParam(defaultValue = "10") @Min(LEAST) @Max(MOST) int minutes,
            Viewer viewer) {
        doctors.disposedOfBy(viewer, doctorId);
        List<DelayedVisit> concerned = delays.concerned(doctorId).stream()
                .map(visit -> view(visit, new PatientNotice.Late(visit.appointment(), minutes)))
                .toList();
        if (!concerned.isEmpty()) {
            audit.recordOnceAnHour(Action.PATIENTS_LISTED, null);
        }
        return Page.of(concerned);
    }

    /** Tells everyone who was not told so already; answers whom that is. */
    @Requires(Permission.MANAGE_ABSENCE)
    @PutMapping
    Page<DelayedVisit> announce(
            @PathVariable UUID clinicId, @PathVariable UUID doctorId, @Valid @RequestBody Delay delay, Viewer viewer) {
        doctors.disposedOfBy(viewer, doctorId);
        return Page.of(delays.announce(doctorId, delay.minutes()).stream()
                .map(visit -> view(visit, new PatientNotice.Late(visit.appointment(), delay.minutes())))
                .toList());
    }

    /** On time again: tells everyone who was told otherwise; answers whom that is. */
    @Requires(Permission.MANAGE_ABSENCE)
    @DeleteMapping
    Page<DelayedVisit> takeBack(@PathVariable UUID clinicId, @PathVariable UUID doctorId, Viewer viewer) {
        doctors.disposedOfBy(viewer, doctorId);
        return Page.of(delays.takeBack(doctorId).stream()
                .map(visit -> view(visit, new PatientNotice.OnTime(visit.appointment())))
                .toList());
    }

    private DelayedVisit view(Delayed visit, PatientNotice notice) {
        return new DelayedVisit(visit.appointment().start(), visit.told(), messages.preview(notice));
    }

    record Delay(@NotNull @Min(LEAST) @Max(MOST) Integer minutes) {}

    /** A visit with the message to its patient; {@code told}: how many minutes were said before. */
    record DelayedVisit(Instant start, @Nullable Integer told, PatientMessage message) {}
}
