package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.patients.Duplicates;
import org.housecall.clinics.patients.Guardian;
import org.housecall.clinics.patients.Guardians;
import org.housecall.clinics.patients.Likeness;
import org.housecall.clinics.patients.PatientDetails;
import org.housecall.clinics.patients.ToldApart;
import org.housecall.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Patients of a clinic who may be the same person. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/patients")
class DuplicateController {

    private final Duplicates duplicates;
    private final ToldApart toldApart;
    private final Guardians guardians;
    private final Audit audit;

    DuplicateController(Duplicates duplicates, ToldApart toldApart, Guardians guardians, Audit audit) {
        this.duplicates = duplicates;
        this.toldApart = toldApart;
        this.guardians = guardians;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_PATIENTS)
    @GetMapping("/duplicates")
    Page<PairView> listDuplicates(
            @PathVariable UUID clinicId, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        List<Duplicates.Pair> pairs = duplicates.pairs(limit);
        tellOfList(pairs);
        Map<UUID, List<Guardian>> speakers = guardians.of(pairs.stream()
                .flatMap(pair -> Stream.of(pair.one().id(), pair.other().id()))
                .distinct()
                .toList());
        return Page.of(pairs.stream()
                .map(pair -> new PairView(
                        PatientView.of(pair.one(), speakers), PatientView.of(pair.other(), speakers), pair.likeness()))
                .toList());
    }

    /** Who may be the person that is about to get a record. It changes nothing; what is asked about does not belong into an address. */
    @Requires(Permission.MANAGE_PATIENTS)
    @PostMapping("/similar")
    Page<SimilarView> findSimilar(@PathVariable UUID clinicId, @Valid @RequestBody PatientDetails patient) {
        List<Duplicates.Likely> likely = duplicates.of(patient);
        tellOfList(likely);
        Map<UUID, List<Guardian>> speakers =
                guardians.of(likely.stream().map(it -> it.patient().id()).toList());
        return Page.of(likely.stream()
                .map(it -> new SimilarView(PatientView.of(it.patient(), speakers), it.likeness()))
                .toList());
    }

    /** The two look alike and are not the same person: they are no longer listed as duplicates. */
    @Requires(Permission.MANAGE_PATIENTS)
    @PostMapping("/{patientId}/told-apart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tellApart(@PathVariable UUID clinicId, @PathVariable UUID patientId, @Valid @RequestBody OtherPatient from) {
        toldApart.tell(patientId, from.otherId());
    }

    /** They may be the same person after all. */
    @Requires(Permission.MANAGE_PATIENTS)
    @PostMapping("/{patientId}/told-apart/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID clinicId, @PathVariable UUID patientId, @Valid @RequestBody OtherPatient from) {
        toldApart.takeBack(patientId, from.otherId());
    }

    private void tellOfList(List<?> found) {
        if (!found.isEmpty()) {
            audit.recordOnceAnHour(Action.PATIENTS_LISTED, null);
        }
    }

    record OtherPatient(@NotNull UUID otherId) {}

    record PairView(PatientView one, PatientView other, Likeness likeness) {}

    record SimilarView(PatientView patient, Likeness likeness) {}
}
