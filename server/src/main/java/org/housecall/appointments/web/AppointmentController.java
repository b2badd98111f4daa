package org.housecall.appointments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Booking;
import org.housecall.appointments.Delays;
import org.housecall.appointments.MeetingSummaries;
import org.housecall.appointments.MeetingSummaries.MeetingSummary;
import org.housecall.appointments.Progress;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Service;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The appointments of a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/appointments")
class AppointmentController {

    private final Booking booking;
    private final Progress progress;
    private final Appointments appointments;
    private final MeetingSummaries meetings;
    private final Delays delays;
    private final Clinics clinics;
    private final Audit audit;
    private final Clock clock;

    AppointmentController(
            Booking booking,
            Progress progress,
            Appointments appointments,
            MeetingSummaries meetings,
            Delays delays,
            Clinics clinics,
            Audit audit,
            Clock clock) {
        this.booking = booking;
        this.progress = progress;
        this.appointments = appointments;
        this.meetings = meetings;
        this.delays = delays;
        this.clinics = clinics;
        this.audit = audit;
        this.clock = clock;
    }

    @Requires(Permission.BOOK_APPOINTMENT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppointmentView> book(
            @PathVariable UUID clinicId, @Valid @RequestBody NewAppointment wanted, Viewer viewer) {
        requireOverride(wanted.override(), clinicId, viewer);
        return answer(HttpStatus.CREATED, booking.book(viewer, wanted.toWish()), viewer);
    }

    /** Somebody is there and is seen now. */
    @Requires(Permission.RECORD_ATTENDANCE)
    @PostMapping("/walk-in")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppointmentView> seeNow(
            @PathVariable UUID clinicId, @Valid @RequestBody WalkIn wanted, Viewer viewer) {
        requireOverride(wanted.override(), clinicId, viewer);
        return answer(HttpStatus.CREATED, booking.book(viewer, wanted.toWish()), viewer);
    }

    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> show(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        Appointment appointment = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        audit.record(Action.APPOINTMENT_VIEWED, id);
        return answer(HttpStatus.OK, appointment, viewer);
    }

    /** By start. Words without dates are looked for from a year ago on; say <code>from</code> to look further back. */
    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping
    Page<AppointmentView> list(
            @PathVariable UUID clinicId,
            @Valid AppointmentFilter filter,
            @RequestParam @Nullable UUID cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            Viewer viewer) {
        List<Appointment> found = appointments.search(
                viewer, filter.criteria(clock, clinics.current().timeZone(), cursor, limit + 1));
        List<Appointment> page = found.size() > limit ? found.subList(0, limit) : found;
        if (!page.isEmpty()) {
            audit.recordOnceAnHour(Action.APPOINTMENTS_LISTED, filter.patientId());
        }
        return new Page<>(
                views(page, viewer), found.size() > limit ? page.getLast().id().toString() : null);
    }

    /** Visits that should be over and that nobody closed. */
    @Requires(Permission.RECORD_ATTENDANCE)
    @GetMapping("/to-close")
    Page<AppointmentView> toClose(@PathVariable UUID clinicId, Viewer viewer) {
        List<Appointment> open = progress.toClose(viewer);
        if (!open.isEmpty()) {
            audit.recordOnceAnHour(Action.APPOINTMENTS_LISTED, null);
        }
        return new Page<>(views(open, viewer), null);
    }

    private List<AppointmentView> views(List<Appointment> shown, Viewer viewer) {
        List<UUID> ids = shown.stream().map(Appointment::id).toList();
        Map<UUID, MeetingSummary> summaries = meetings.of(ids);
        Map<UUID, Integer> minutes = delays.of(ids);
        return shown.stream()
                .map(it -> AppointmentView.of(it, summaries.get(it.id()), minutes.get(it.id()), viewer))
                .toList();
    }

    @Requires(Permission.RESCHEDULE_APPOINTMENT)
    @PatchMapping("/{id}")
    ResponseEntity<AppointmentView> change(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody Change change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        if (change.doctorId() != null && !viewer.may(Permission.REASSIGN_APPOINTMENT, clinicId)) {
            throw Problem.forbidden();
        }
        boolean otherService = change.serviceId() != null || change.mode() != null;
        if (otherService && !viewer.may(Permission.CHANGE_SERVICE, clinicId)) {
            throw Problem.forbidden();
        }
        requireOverride(change.override(), clinicId, viewer);
        return answer(HttpStatus.OK, booking.change(viewer, id, change.toChange(), version(ifMatch)), viewer);
    }

    @Requires(Permission.CANCEL_APPOINTMENT)
    @PostMapping("/{id}/cancel")
    ResponseEntity<AppointmentView> cancel(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable Cancellation cancellation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        String reason = cancellation == null ? null : cancellation.reason();
        return answer(HttpStatus.OK, progress.cancel(viewer, id, reason, version(ifMatch)), viewer);
    }

    @Requires(Permission.RECORD_ATTENDANCE)
    @PutMapping("/{id}/status")
    ResponseEntity<AppointmentView> become(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody NextStatus next,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return answer(HttpStatus.OK, progress.become(viewer, id, next.status(), version(ifMatch)), viewer);
    }

    private static void requireOverride(@Nullable Overriding override, UUID clinicId, Viewer viewer) {
        if (override != null && !viewer.may(Permission.OVERRIDE_BOOKING_RULES, clinicId)) {
            throw Problem.forbidden();
        }
    }

    private ResponseEntity<AppointmentView> answer(HttpStatus status, Appointment appointment, Viewer viewer) {
        List<UUID> ids = List.of(appointment.id());
        MeetingSummary summary = meetings.of(ids).get(appointment.id());
        Integer minutes = delays.of(ids).get(appointment.id());
        return ResponseEntity.status(status)
                .eTag("\"" + appointment.version() + "\"")
                .body(AppointmentView.of(appointment, summary, minutes, viewer));
    }

    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(ifMatch.strip().replaceAll("^(W/)?\"|\"$", ""));
        } catch (NumberFormatException e) {
            return 0; // no version is 0, so it never matches
        }
    }

    /** Why staff book against the rules or into taken time. */
    record Overriding(@NotBlank @Size(max = 500) String reason) {
        static @Nullable String reasonOf(@Nullable Overriding override) {
            return override == null ? null : override.reason().strip();
        }
    }

    record NewAppointment(
            @NotNull UUID doctorId,
            @NotNull UUID serviceId,
            @NotNull UUID patientId,
            @NotNull Instant start,
            Service.@Nullable Mode mode,
            @Nullable UUID holdId,
            @Valid @Nullable Overriding override) {

        Booking.Wish toWish() {
            return new Booking.Wish(
                    doctorId, serviceId, patientId, start, mode, holdId, null, Overriding.reasonOf(override));
        }
    }

    record WalkIn(
            @NotNull UUID doctorId,
            @NotNull UUID serviceId,
            @NotNull UUID patientId,
            Service.@Nullable Mode mode,
            @Valid @Nullable Overriding override) {

        Booking.Wish toWish() {
            return new Booking.Wish(
                    doctorId, serviceId, patientId, null, mode, null, null, Overriding.reasonOf(override));
        }
    }

    record Change(
            @Nullable Instant start,
            @Nullable UUID doctorId,
            @Nullable UUID serviceId,
            Service.@Nullable Mode mode,
            @Valid @Nullable Overriding override) {

        Booking.Change toChange() {
            return new Booking.Change(start, doctorId, serviceId, mode, Overriding.reasonOf(override));
        }
    }

    record NextStatus(@NotNull Appointment.Status status) {}

    record Cancellation(@Nullable @Size(max = 500) String reason) {}
}
