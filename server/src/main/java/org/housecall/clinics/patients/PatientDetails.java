package org.housecall.clinics.patients;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.housecall.access.Account;
import org.housecall.clinics.Languages;
import org.housecall.clinics.TimeZones;
import org.housecall.platform.Problem.FieldError;
import org.housecall.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What a patient's record says. */
public record PatientDetails(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Email @Size(max = 320) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable LocalDate birthDate,
        @Nullable @Size(max = 64) String timeZone,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 10) List<@Valid @NotNull Guardian> guardians) {

    private static final int EARLIEST_BIRTH = 1850;

    /** As it is kept: without blanks around anything, nothing where nothing was said. */
    PatientDetails tidy() {
        String address = Texts.blankToNull(email);
        return new PatientDetails(
                name.strip(),
                address == null ? null : Account.normalize(address),
                Texts.blankToNull(phone),
                birthDate,
                Texts.blankToNull(timeZone),
                Texts.blankToNull(language),
                speakers().stream().map(PatientDetails::tidy).toList());
    }

    private static Guardian tidy(Guardian guardian) {
        String relationship = Texts.blankToNull(guardian.relationship());
        if (guardian.patientId() != null) {
            return new Guardian(guardian.patientId(), null, relationship, null, null);
        }
        String address = Texts.blankToNull(guardian.email());
        return new Guardian(
                null,
                Texts.blankToNull(guardian.name()),
                relationship,
                Texts.blankToNull(guardian.phone()),
                address == null ? null : Account.normalize(address));
    }

    List<Guardian> speakers() {
        return guardians == null ? List.of() : guardians;
    }

    /** What is wrong with it beyond its form. */
    List<FieldError> wrongOn(LocalDate today) {
        List<FieldError> wrong = new ArrayList<>();
        if (birthDate != null && (birthDate.isAfter(today) || birthDate.getYear() < EARLIEST_BIRTH)) {
            wrong.add(new FieldError("birthDate", "clinics.patient.birth-date", List.of()));
        }
        if (timeZone != null && !TimeZones.isKnown(timeZone)) {
            wrong.add(new FieldError("timeZone", "clinics.time-zone.unknown", List.of()));
        }
        if (language != null && !Languages.isKnown(language)) {
            wrong.add(new FieldError("language", "clinics.patient.language", List.of()));
        }
        for (int i = 0; i < speakers().size(); i++) {
            Guardian guardian = speakers().get(i);
            if (guardian.patientId() == null && guardian.name() == null) {
                wrong.add(new FieldError("guardians[" + i + "].name", "clinics.guardian.name", List.of()));
            }
        }
        return wrong;
    }

    /** Names an address or a number by itself, its own or a guardian's; another record's may do as well. */
    boolean isReachableByItself() {
        return email != null
                || phone != null
                || speakers().stream().anyMatch(it -> it.phone() != null || it.email() != null);
    }
}
