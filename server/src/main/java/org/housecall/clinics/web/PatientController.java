package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.clinics.patients.Guardians;
import org.housecall.clinics.patients.Merging;
import org.housecall.clinics.patients.PatientChange;
import org.housecall.clinics.patients.PatientDetails;
import org.housecall.clinics.patients.PatientRecords;
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

/** The patients of a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/patients")
class PatientController {

    private final Patients patients;
    private final Guardians guardians;
    private final PatientRecords records;
    private final Merging merging;
    private final Audit audit;

    PatientController(Patients patients, Guardians guardians, PatientRecords records, Merging merging, Audit audit) {
        this.patients = patients;
        this.guardians = guardians;
        this.records = records;
        this.merging = merging;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_PATIENTS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PatientView> create(@PathVariable UUID clinicId, @Valid @RequestBody PatientDetails patient) {
        return answer(HttpStatus.CREATED, records.create(patient));
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
        var speakers = guardians.of(page.items().stream().map(Patient::id).toList());
        return new Page<>(
                page.items().stream().map(it -> PatientView.of(it, speakers)).toList(), page.nextCursor());
    }

    /** A record that was merged into another leads there. */
    @Requires(Permission.VIEW_PATIENTS)
    @GetMapping("/{patientId}")
    ResponseEntity<PatientView> show(@PathVariable UUID clinicId, @PathVariable UUID patientId, Viewer viewer) {
        Optional<Patient> patient = patients.visibleTo(viewer, patientId);
        if (patient.isEmpty()) {
            Patient kept = merging.successorOf(patientId)
                    .flatMap(successor -> patients.visibleTo(viewer, successor))
                    .orElseThrow(Problem::notFound);
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create("/api/v1/clinics/" + clinicId + "/patients/" + kept.id()))
                    .build();
        }
        audit.record(Action.PATIENT_VIEWED, patientId);
        return answer(HttpStatus.OK, patientId);
    }

    @Requires(Permission.MANAGE_PATIENTS)
    @PatchMapping("/{patientId}")
    ResponseEntity<PatientView> change(
            @PathVariable UUID clinicId,
            @PathVariable UUID patientId,
            @Valid @RequestBody PatientChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        records.change(patientId, change, version(ifMatch));
        return answer(HttpStatus.OK, patientId);
    }

    /** Makes one record of two: the other's appointments become this one's, and its id leads here. */
    @Requires(Permission.MANAGE_PATIENTS)
    @PostMapping("/{patientId}/merge")
    ResponseEntity<PatientView> merge(
            @PathVariable UUID clinicId, @PathVariable UUID patientId, @Valid @RequestBody MergeWish wish) {
        merging.merge(patientId, wish.otherId(), wish.keep() == null ? Merging.Keep.THIS : wish.keep());
        return answer(HttpStatus.OK, patientId);
    }

    private ResponseEntity<PatientView> answer(HttpStatus status, UUID patientId) {
        Patient patient = patients.find(patientId).orElseThrow(Problem::notFound);
        return ResponseEntity.status(status)
                .eTag("\"" + patient.version() + "\"")
                .body(PatientView.of(patient, guardians.of(List.of(patientId))));
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

    record MergeWish(@NotNull UUID otherId, Merging.@Nullable Keep keep) {}
}
