package org.housecall.clinics.patients;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.housecall.access.Account;
import org.housecall.clinics.TimeZones;
import org.housecall.platform.Problem.FieldError;
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
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** As it is kept: without blanks around anything, nothing where nothing was said. */
    PatientDetails tidy() {
        String address = blankToNull(email);
        return new PatientDetails(
                name.strip(),
                address == null ? null : Account.normalize(address),
                blankToNull(phone),
                birthDate,
                blankToNull(timeZone),
                blankToNull(language),
                speakers().stream().map(PatientDetails::tidy).toList());
    }

    private static Guardian tidy(Guardian guardian) {
        String relationship = blankToNull(guardian.relationship());
        if (guardian.patientId() != null) {
            return new Guardian(guardian.patientId(), null, relationship, null, null);
        }
        String address = blankToNull(guardian.email());
        return new Guardian(
                null,
                blankToNull(guardian.name()),
                relationship,
                blankToNull(guardian.phone()),
                address == null ? null : Account.normalize(address));
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
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
        if (language != null && !isLanguage(language)) {
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

    private static boolean isLanguage(String tag) {
        try {
            return LANGUAGES.contains(
                    new Locale.Builder().setLanguageTag(tag).build().getLanguage());
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** Names an address or a number by itself, its own or a guardian's; another record's may do as well. */
    boolean isReachableByItself() {
        return email != null
                || phone != null
                || speakers().stream().anyMatch(it -> it.phone() != null || it.email() != null);
    }
}
