package org.housecall.appointments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Booking;
import org.housecall.appointments.MeetingSummaries;
import org.housecall.appointments.MeetingSummaries.MeetingSummary;
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
    private final Appointments appointments;
    private final MeetingSummaries meetings;
    private final Clinics clinics;
    private final Audit audit;

    AppointmentController(
            Booking booking, Appointments appointments, MeetingSummaries meetings, Clinics clinics, Audit audit) {
        this.booking = booking;
        this.appointments = appointments;
        this.meetings = meetings;
        this.clinics = clinics;
        this.audit = audit;
    }

    @Requires(Permission.BOOK_APPOINTMENT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AppointmentView> book(
            @PathVariable UUID clinicId, @Valid @RequestBody NewAppointment wanted, Viewer viewer) {
        return answer(
                HttpStatus.CREATED,
                booking.book(viewer, wanted.doctorId(), wanted.serviceId(), wanted.patientId(), wanted.start()));
    }

    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> show(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        Appointment appointment = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        audit.record(Action.APPOINTMENT_VIEWED, id);
        return answer(HttpStatus.OK, appointment);
    }

    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping
    Page<AppointmentView> list(
            @PathVariable UUID clinicId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable UUID doctorId,
            @RequestParam @Nullable UUID patientId,
            @RequestParam Appointment.@Nullable Status status,
            @RequestParam @Nullable UUID cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            Viewer viewer) {
        ZoneId zone = clinics.current().timeZone();
        Instant start = from == null ? null : from.atStartOfDay(zone).toInstant();
        Instant end = to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
        List<Appointment> found = appointments.search(
                viewer, new Appointments.Criteria(start, end, doctorId, patientId, status, cursor, limit + 1));
        List<Appointment> page = found.size() > limit ? found.subList(0, limit) : found;
        if (!page.isEmpty()) {
            audit.recordOnceAnHour(Action.APPOINTMENTS_LISTED, patientId);
        }
        Map<UUID, MeetingSummary> summaries =
                meetings.of(page.stream().map(Appointment::id).toList());
        return new Page<>(
                page.stream()
                        .map(it -> AppointmentView.of(it, summaries.get(it.id())))
                        .toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
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
        return answer(HttpStatus.OK, booking.change(viewer, id, change.start(), change.doctorId(), version(ifMatch)));
    }

    @Requires(Permission.CANCEL_APPOINTMENT)
    @PostMapping("/{id}/cancel")
    ResponseEntity<AppointmentView> cancel(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable Cancellation cancellation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return answer(
                HttpStatus.OK,
                booking.cancel(viewer, id, cancellation == null ? null : cancellation.reason(), version(ifMatch)));
    }

    private ResponseEntity<AppointmentView> answer(HttpStatus status, Appointment appointment) {
        MeetingSummary summary = meetings.of(List.of(appointment.id())).get(appointment.id());
        return ResponseEntity.status(status)
                .eTag("\"" + appointment.version() + "\"")
                .body(AppointmentView.of(appointment, summary));
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

    record NewAppointment(
            @NotNull UUID doctorId,
            @NotNull UUID serviceId,
            @NotNull UUID patientId,
            @NotNull Instant start) {}

    record Change(@Nullable Instant start, @Nullable UUID doctorId) {}

    record Cancellation(@Nullable @Size(max = 500) String reason) {}

    record AppointmentView(
            UUID id,
            Appointment.Status status,
            Instant start,
            Instant end,
            int version,
            Service.Mode mode,
            UUID doctorId,
            String doctorName,
            UUID patientId,
            String patientName,
            UUID serviceId,
            String serviceName,
            @Nullable String cancelReason,
            @Nullable MeetingSummary meeting) {

        static AppointmentView of(Appointment it, @Nullable MeetingSummary meeting) {
            return new AppointmentView(
                    it.id(),
                    it.status(),
                    it.start(),
                    it.end(),
                    it.version(),
                    it.mode(),
                    it.doctorId(),
                    it.doctorName(),
                    it.patientId(),
                    it.patientName(),
                    it.serviceId(),
                    it.serviceName(),
                    it.cancelReason(),
                    meeting);
        }
    }
}
