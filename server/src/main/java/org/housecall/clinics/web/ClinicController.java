package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Contact;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Languages;
import org.housecall.clinics.Patients;
import org.housecall.clinics.SampleClinics;
import org.housecall.clinics.TimeZones;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Page;
import org.housecall.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clinics, and what the viewer is in one. */
@RestController
@RequestMapping("/api/v1/clinics")
class ClinicController {

    private final Clinics clinics;
    private final SampleClinics samples;
    private final Doctors doctors;
    private final Patients patients;

    ClinicController(Clinics clinics, SampleClinics samples, Doctors doctors, Patients patients) {
        this.clinics = clinics;
        this.samples = samples;
        this.doctors = doctors;
        this.patients = patients;
    }

    @Requires(Permission.MANAGE_CLINICS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ClinicView create(@Valid @RequestBody NewClinic clinic) {
        return ClinicView.of(
                clinics.create(clinic.name().strip(), clinic.slug(), TimeZones.known("timeZone", clinic.timeZone())),
                false);
    }

    @SignedIn(alsoInOneClinic = true)
    @GetMapping
    Page<ClinicView> list(Viewer viewer) {
        Set<UUID> sample = samples.ids();
        return Page.of(clinics.visibleTo(viewer).stream()
                .map(clinic -> ClinicView.of(clinic, sample.contains(clinic.id())))
                .toList());
    }

    @Requires(Permission.VIEW_CLINIC)
    @GetMapping("/{clinicId}")
    ClinicView show(@PathVariable UUID clinicId) {
        return ClinicView.of(clinics.current(), samples.isCurrent());
    }

    /** Changes what the clinic says of itself. Without languages, those stay. */
    @Requires(Permission.MANAGE_CLINIC)
    @PutMapping("/{clinicId}/profile")
    ClinicView change(@PathVariable UUID clinicId, @Valid @RequestBody ChangedClinic wanted) {
        return ClinicView.of(clinics.change(wanted.toProfile(clinics.current().languages())), samples.isCurrent());
    }

    @Requires(Permission.VIEW_CLINIC)
    @GetMapping("/{clinicId}/me")
    Me me(@PathVariable UUID clinicId, Viewer viewer) {
        return new Me(
                viewer.permissionsIn(CurrentClinic.id()),
                doctors.ofAccount(viewer.accountId()).map(Doctor::id).orElse(null),
                patients.ofAccount(viewer.accountId()).stream()
                        .map(patient -> new Me.OwnRecord(patient.id(), patient.name(), patient.timeZone()))
                        .toList());
    }

    record NewClinic(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9](-?[a-z0-9])*")
            String slug,

            @NotBlank @Size(max = 64) String timeZone) {}

    record ChangedClinic(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 64) String timeZone,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Email @Size(max = 320) String email,
            @Nullable @Size(max = 500) String address,

            @Nullable @Size(max = 500) @Pattern(regexp = Texts.WEB_ADDRESS, message = "{clinics.website.address}")
            String website,

            @Nullable @Size(min = 1, max = 20) List<@NotBlank @Size(max = 35) String> languages) {

        Clinic.Profile toProfile(List<String> before) {
            List<String> spoken = languages == null
                    ? before
                    : languages.stream()
                            .map(tag -> Languages.known("languages", tag))
                            .distinct()
                            .toList();
            Contact contact = new Contact(
                    Texts.blankToNull(phone),
                    Texts.blankToNull(email),
                    Texts.blankToNull(address),
                    Texts.blankToNull(website));
            return new Clinic.Profile(name.strip(), TimeZones.known("timeZone", timeZone), contact, spoken);
        }
    }

    /** Sample: of made-up data, for Zoom's reviewers. */
    record ClinicView(
            UUID id,
            String name,
            String slug,
            ZoneId timeZone,
            Contact contact,
            List<String> languages,
            boolean sample) {
        static ClinicView of(Clinic clinic, boolean sample) {
            return new ClinicView(
                    clinic.id(),
                    clinic.name(),
                    clinic.slug(),
                    clinic.timeZone(),
                    clinic.contact(),
                    clinic.languages(),
                    sample);
        }
    }

    record Me(Set<Permission> permissions, @Nullable UUID doctorId, List<OwnRecord> patients) {
        record OwnRecord(UUID id, String name, @Nullable String timeZone) {}
    }
}
