package org.housecall.availability.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.availability.Availabilities;
import org.housecall.availability.Availability;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A doctor's hours in a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/doctors/{doctorId}/availability")
class AvailabilityController {

    private final Availabilities availabilities;
    private final Doctors doctors;

    AvailabilityController(Availabilities availabilities, Doctors doctors) {
        this.availabilities = availabilities;
        this.doctors = doctors;
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
        Doctor doctor = doctors.find(doctorId).orElseThrow(Problem::notFound);
        boolean own = viewer.accountId().equals(doctor.accountId());
        if (!own && !viewer.seesAll(clinicId)) {
            throw Problem.forbidden(); // a doctor's hours are that doctor's, or the front desk's
        }
        availabilities.replace(doctorId, availability.toAvailability());
        return AvailabilityView.of(availabilities.of(doctorId));
    }

    record AvailabilityView(
            @NotNull @Size(max = 100) List<@NotNull @Valid Hours> weekly,
            @Nullable @Size(max = 1000) List<@NotNull @Valid ExceptionView> exceptions) {

        static AvailabilityView of(Availability availability) {
            return new AvailabilityView(
                    availability.weekly().stream()
                            .map(it -> new Hours(it.day(), it.from(), it.to()))
                            .toList(),
                    availability.exceptions().stream()
                            .map(it -> new ExceptionView(it.date(), it.from(), it.to(), it.available()))
                            .toList());
        }

        Availability toAvailability() {
            for (int i = 0; i < weekly.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (weekly.get(i).day() == weekly.get(j).day()
                            && weekly.get(i).from().equals(weekly.get(j).from())) {
                        throw Problem.invalid("weekly[" + i + "].from", "availability.hours.twice");
                    }
                }
            }
            List<ExceptionView> listed = exceptions == null ? List.of() : exceptions;
            for (int i = 0; i < listed.size(); i++) {
                if ((listed.get(i).from() == null) != (listed.get(i).to() == null)) {
                    throw Problem.invalid("exceptions[" + i + "].to", "availability.exception.both-times");
                }
            }
            return new Availability(
                    weekly.stream()
                            .map(it -> new Availability.WeeklyHours(it.day(), it.from(), it.to()))
                            .toList(),
                    listed.stream()
                            .map(it -> new Availability.DayException(it.date(), it.from(), it.to(), it.available()))
                            .toList());
        }
    }

    record Hours(
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime to) {}

    record ExceptionView(
            @NotNull LocalDate date,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @NotNull Boolean available) {}
}
