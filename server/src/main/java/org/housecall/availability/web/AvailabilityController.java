package org.housecall.availability.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Availabilities;
import org.housecall.availability.Availability;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Availability.WeeklyHours;
import org.housecall.availability.LeftOutside;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A doctor's hours in a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/doctors/{doctorId}/availability")
class AvailabilityController {

    private static final int MOST_DAYS = 366;

    private final Availabilities availabilities;
    private final LeftOutside leftOutside;
    private final Doctors doctors;
    private final Audit audit;

    AvailabilityController(Availabilities availabilities, LeftOutside leftOutside, Doctors doctors, Audit audit) {
        this.availabilities = availabilities;
        this.leftOutside = leftOutside;
        this.doctors = doctors;
        this.audit = audit;
    }

    @Requires(Permission.VIEW_AVAILABILITY)
    @GetMapping
    AvailabilityView show(@PathVariable UUID clinicId, @PathVariable UUID doctorId) {
        Doctor doctor = doctors.find(doctorId).orElseThrow(Problem::notFound);
        return AvailabilityView.of(availabilities.of(doctor.id()));
    }

    @Requires(Permission.MANAGE_AVAILABILITY)
    @PutMapping
    AvailabilityView replace(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @Valid @RequestBody AvailabilityView availability,
            Viewer viewer) {
        doctors.disposedOfBy(viewer, doctorId);
        availabilities.replace(doctorId, availability.toAvailability());
        return AvailabilityView.of(availabilities.of(doctorId));
    }

    /** The booked visits that these hours would leave outside; changes nothing. */
    @Requires(Permission.MANAGE_AVAILABILITY)
    @PostMapping("/preview")
    LeftOutsideView preview(
            @PathVariable UUID clinicId,
            @PathVariable UUID doctorId,
            @Valid @RequestBody AvailabilityView availability,
            Viewer viewer) {
        doctors.disposedOfBy(viewer, doctorId);
        var visits = leftOutside.by(doctorId, availability.toAvailability());
        if (!visits.isEmpty()) {
            audit.recordOnceAnHour(Action.APPOINTMENTS_LISTED, null);
        }
        return LeftOutsideView.of(visits);
    }

    record AvailabilityView(
            @NotNull @Size(max = 200) List<@NotNull @Valid Hours> weekly,
            @Nullable @Size(max = 1000) List<@NotNull @Valid ExceptionView> exceptions) {

        static AvailabilityView of(Availability availability) {
            return new AvailabilityView(
                    availability.weekly().stream().map(Hours::of).toList(),
                    availability.exceptions().stream().map(ExceptionView::of).toList());
        }

        Availability toAvailability() {
            List<ExceptionView> listed = exceptions == null ? List.of() : exceptions;
            for (int i = 0; i < weekly.size(); i++) {
                weekly.get(i).check("weekly[" + i + "]");
            }
            for (int i = 0; i < listed.size(); i++) {
                listed.get(i).check("exceptions[" + i + "]");
            }
            return new Availability(
                    weekly.stream().map(Hours::toHours).toList(),
                    listed.stream().map(ExceptionView::toException).toList());
        }
    }

    record Hours(
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        static Hours of(WeeklyHours it) {
            return new Hours(it.day(), it.from(), it.to(), it.validFrom(), it.validUntil());
        }

        void check(String field) {
            if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
                throw Problem.invalid(field + ".validUntil", "availability.until.before");
            }
        }

        WeeklyHours toHours() {
            return new WeeklyHours(day, from, to, validFrom, validUntil);
        }
    }

    /** Without {@code lastDate}, one date. */
    record ExceptionView(
            @NotNull LocalDate date,
            @Nullable LocalDate lastDate,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @NotNull Boolean available,
            @Nullable @Size(max = 200) String reason) {

        static ExceptionView of(DayException it) {
            return new ExceptionView(it.date(), it.lastDate(), it.from(), it.to(), it.available(), it.reason());
        }

        void check(String field) {
            if ((from == null) != (to == null)) {
                throw Problem.invalid(field + ".to", "availability.exception.both-times");
            }
            if (lastDate != null && lastDate.isBefore(date)) {
                throw Problem.invalid(field + ".lastDate", "availability.until.before");
            }
            if (lastDate != null && ChronoUnit.DAYS.between(date, lastDate) > MOST_DAYS) {
                throw Problem.invalid(field + ".lastDate", "availability.exception.too-long", MOST_DAYS);
            }
        }

        DayException toException() {
            return new DayException(date, lastDate == null ? date : lastDate, from, to, available, reason);
        }
    }
}
