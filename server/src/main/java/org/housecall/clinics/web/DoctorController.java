package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The doctors of a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/doctors")
class DoctorController {

    private final Doctors doctors;

    DoctorController(Doctors doctors) {
        this.doctors = doctors;
    }

    @Requires(Permission.INVITE_STAFF)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created invite(@PathVariable UUID clinicId, @Valid @RequestBody NewStaff doctor) {
        return new Created(doctors.invite(doctor.name().strip(), doctor.email()));
    }

    @Requires(Permission.VIEW_SERVICES)
    @GetMapping
    Page<DoctorView> list(@PathVariable UUID clinicId, Viewer viewer) {
        boolean staff = viewer.may(Permission.VIEW_STAFF, clinicId);
        return Page.of(doctors.all().stream()
                .map(doctor -> DoctorView.of(doctor, staff))
                .toList());
    }

    @Requires(Permission.VIEW_SERVICES)
    @GetMapping("/{doctorId}")
    DoctorView show(@PathVariable UUID clinicId, @PathVariable UUID doctorId, Viewer viewer) {
        boolean staff = viewer.may(Permission.VIEW_STAFF, clinicId);
        return doctors.find(doctorId)
                .map(doctor -> DoctorView.of(doctor, staff))
                .orElseThrow(Problem::notFound);
    }

    record NewStaff(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 320) String email) {}

    record Created(UUID id) {}

    /** Patients see who treats them, staff also how to reach them. */
    record DoctorView(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable Status status) {
        static DoctorView of(Doctor doctor, boolean staff) {
            return staff
                    ? new DoctorView(
                            doctor.id(), doctor.name(), doctor.email(), Status.of(doctor.active(), doctor.left()))
                    : new DoctorView(doctor.id(), doctor.name(), null, null);
        }
    }

    enum Status {
        INVITED,
        ACTIVE,
        LEFT;

        static Status of(boolean active, boolean left) {
            if (left) {
                return LEFT;
            }
            return active ? ACTIVE : INVITED;
        }
    }
}
