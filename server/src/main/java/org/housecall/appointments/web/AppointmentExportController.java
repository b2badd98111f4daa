package org.housecall.appointments.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Appointments.Criteria;
import org.housecall.appointments.MeetingSummaries;
import org.housecall.appointments.MeetingSummaries.MeetingSummary;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Clinics;
import org.housecall.platform.web.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of appointments as a table to take along. */
@RestController
class AppointmentExportController {

    private static final int AT_ONCE = 1000;

    private final Appointments appointments;
    private final MeetingSummaries meetings;
    private final Clinics clinics;
    private final Audit audit;
    private final Clock clock;

    AppointmentExportController(
            Appointments appointments, MeetingSummaries meetings, Clinics clinics, Audit audit, Clock clock) {
        this.appointments = appointments;
        this.meetings = meetings;
        this.clinics = clinics;
        this.audit = audit;
        this.clock = clock;
    }

    /** Written page by page: neither a transaction nor the memory lasts as long as the reader takes. */
    @Requires(Permission.EXPORT_APPOINTMENTS)
    @GetMapping(path = "/api/v1/clinics/{clinicId}/appointments.csv", produces = "text/csv")
    void export(
            @PathVariable UUID clinicId, @Valid AppointmentFilter filter, Viewer viewer, HttpServletResponse response)
            throws IOException {
        ZoneId zone = clinics.current().timeZone();
        audit.record(Action.APPOINTMENTS_EXPORTED, filter.patientId());
        Csv csv = Csv.download(response, "appointment-list.csv");
        csv.line(
                "id",
                "start",
                "end",
                "status",
                "mode",
                "service",
                "doctor",
                "patient",
                "meeting",
                "cancelledBy",
                "cancelReason",
                "overrideReason");
        Criteria criteria = filter.criteria(clock, zone, null, AT_ONCE);
        List<Appointment> page;
        do {
            page = appointments.search(viewer, criteria);
            Map<UUID, MeetingSummary> summaries =
                    meetings.of(page.stream().map(Appointment::id).toList());
            for (Appointment appointment : page) {
                write(csv, appointment, summaries.get(appointment.id()), zone);
            }
            criteria = page.isEmpty() ? criteria : criteria.after(page.getLast().id());
        } while (page.size() == AT_ONCE);
    }

    private static void write(Csv csv, Appointment it, @Nullable MeetingSummary meeting, ZoneId zone)
            throws IOException {
        csv.line(
                it.id(),
                in(zone, it.start()),
                in(zone, it.end()),
                it.status(),
                it.mode(),
                it.serviceName(),
                it.doctorName(),
                it.patientName(),
                meeting == null ? null : meeting.status(),
                it.cancelledBy(),
                it.cancelReason(),
                it.overrideReason());
    }

    private static OffsetDateTime in(ZoneId zone, Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
