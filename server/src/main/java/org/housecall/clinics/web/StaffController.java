package org.housecall.clinics.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Role;
import org.housecall.clinics.Staff;
import org.housecall.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The clinic admins and receptionists of a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}")
class StaffController {

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    @Requires(Permission.INVITE_STAFF)
    @PostMapping("/receptionists")
    @ResponseStatus(HttpStatus.CREATED)
    DoctorController.Created inviteReceptionist(
            @PathVariable UUID clinicId, @Valid @RequestBody DoctorController.NewStaff person) {
        return new DoctorController.Created(
                staff.invite(Role.RECEPTIONIST, person.name().strip(), person.email()));
    }

    @Requires(Permission.INVITE_STAFF)
    @PostMapping("/admins")
    @ResponseStatus(HttpStatus.CREATED)
    DoctorController.Created inviteAdmin(
            @PathVariable UUID clinicId, @Valid @RequestBody DoctorController.NewStaff person) {
        return new DoctorController.Created(
                staff.invite(Role.CLINIC_ADMIN, person.name().strip(), person.email()));
    }

    @Requires(Permission.VIEW_STAFF)
    @GetMapping("/receptionists")
    Page<StaffView> receptionists(@PathVariable UUID clinicId) {
        return list(Role.RECEPTIONIST);
    }

    @Requires(Permission.VIEW_STAFF)
    @GetMapping("/admins")
    Page<StaffView> admins(@PathVariable UUID clinicId) {
        return list(Role.CLINIC_ADMIN);
    }

    private Page<StaffView> list(Role role) {
        return Page.of(staff.with(role).stream()
                .map(person -> new StaffView(
                        person.id(),
                        person.name(),
                        person.email(),
                        DoctorController.Status.of(person.active(), person.left())))
                .toList());
    }

    record StaffView(UUID id, String name, String email, DoctorController.Status status) {}
}
