package org.housecall.clinics.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.clinics.Patient;
import org.housecall.clinics.patients.Guardian;
import org.jspecify.annotations.Nullable;

/** A patient's record as an answer shows it. */
record PatientView(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate,
        @Nullable String timeZone,
        @Nullable String language,
        int version,
        List<Guardian> guardians) {

    static PatientView of(Patient patient, Map<UUID, List<Guardian>> guardians) {
        return new PatientView(
                patient.id(),
                patient.name(),
                patient.email(),
                patient.phone(),
                patient.birthDate(),
                patient.timeZone(),
                patient.language(),
                patient.version(),
                guardians.getOrDefault(patient.id(), List.of()));
    }
}
