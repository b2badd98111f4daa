package org.housecall.appointments.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Appointments.Criteria;
import org.housecall.appointments.Delays;
import org.housecall.appointments.MeetingSummaries;
import org.housecall.appointments.MeetingSummaries.MeetingSummary;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Openings;
import org.housecall.clinics.Clinics;
import org.housecall.platform.Dates;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days of a clinic at a glance: what is booked, and when who can be booked. */
@RestController
class CalendarController {

    static final int MOST_DAYS = 42;

    private final Appointments appointments;
    private final Openings openings;
    private final MeetingSummaries meetings;
    private final Delays delays;
    private final Clinics clinics;
    private final Audit audit;

    CalendarController(
            Appointments appointments,
            Openings openings,
            MeetingSummaries meetings,
            Delays delays,
            Clinics clinics,
            Audit audit) {
        this.appointments = appointments;
        this.openings = openings;
        this.meetings = meetings;
        this.delays = delays;
        this.clinics = clinics;
        this.audit = audit;
    }

    /**
     * Everything on these dates of the clinic's zone, both included. Patients are not shown the doctors' days.
     *
     * @param doctorId one or several; without it, of all whom the viewer sees
     */
    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping("/api/v1/clinics/{clinicId}/calendar")
    CalendarView show(
            @PathVariable UUID clinicId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam @Nullable Set<UUID> doctorId,
            Viewer viewer) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Problem.invalid("to", "appointments.calendar.range", MOST_DAYS);
        }
        ZoneId zone = clinics.current().timeZone();
        Dates dates = new Dates(from, to);
        Set<UUID> doctorIds = doctorId == null ? Set.of() : doctorId;
        List<Appointment> booked = appointments.search(viewer, Criteria.during(dates.in(zone), doctorIds));
        if (!booked.isEmpty()) {
            audit.recordOnceAnHour(Action.APPOINTMENTS_LISTED, null);
        }
        List<UUID> ids = booked.stream().map(Appointment::id).toList();
        Map<UUID, MeetingSummary> summaries = meetings.of(ids);
        Map<UUID, Integer> late = delays.of(ids);
        Openings.Days days = viewer.may(Permission.VIEW_AVAILABILITY, clinicId)
                ? openings.on(viewer, dates, doctorIds)
                : new Openings.Days(List.of(), List.of());
        return new CalendarView(
                booked.stream()
                        .map(it -> AppointmentView.of(it, summaries.get(it.id()), late.get(it.id()), viewer))
                        .toList(),
                days.doctors(),
                days.holidays());
    }

    record CalendarView(
            List<AppointmentView> appointments,
            List<Openings.DoctorDays> doctors,
            List<Openings.HolidayStretch> holidays) {}
}
