package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.clinics.TimeZones;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The patients of a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/patients")
class PatientController {

    private final Patients patients;
    private final Audit audit;

    PatientController(Patients patients, Audit audit) {
        this.patients = patients;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_PATIENTS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PatientView create(@PathVariable UUID clinicId, @Valid @RequestBody NewPatient patient) {
        String email = blankToNull(patient.email());
        String phone = blankToNull(patient.phone());
        if (email == null && phone == null) {
            throw Problem.invalid("email", "clinics.patient.reachable");
        }
        return PatientView.of(patients.create(
                patient.name().strip(), email, phone, TimeZones.knownOrNull("timeZone", patient.timeZone())));
    }

    @Requires(Permission.VIEW_PATIENTS)
    @GetMapping
    Page<PatientView> search(
            @PathVariable UUID clinicId,
            @RequestParam(defaultValue = "") @Size(max = 200) String query,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Viewer viewer) {
        Page<Patient> page = patients.search(viewer, query, cursor, limit);
        if (!page.items().isEmpty()) {
            audit.recordOnceAnHour(Action.PATIENTS_LISTED, null);
        }
        return new Page<>(page.items().stream().map(PatientView::of).toList(), page.nextCursor());
    }

    @Requires(Permission.VIEW_PATIENTS)
    @GetMapping("/{patientId}")
    PatientView show(@PathVariable UUID clinicId, @PathVariable UUID patientId, Viewer viewer) {
        Patient patient = patients.visibleTo(viewer, patientId).orElseThrow(Problem::notFound);
        audit.record(Action.PATIENT_VIEWED, patientId);
        return PatientView.of(patient);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    record NewPatient(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Email @Size(max = 320) String email,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 64) String timeZone) {}

    record PatientView(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String timeZone) {
        static PatientView of(Patient patient) {
            return new PatientView(patient.id(), patient.name(), patient.email(), patient.phone(), patient.timeZone());
        }
    }
}
