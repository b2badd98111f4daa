package org.housecall.clinics.patients;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.housecall.clinics.Patient;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What is to become of a record: a field that is left out stays, an empty text empties it. */
@Schema(
        description =
                "A field that is left out stays as it is; an empty text empties it. Guardians are replaced as a whole.")
public record PatientChange(
        @Nullable
        @Size(max = 200)
        @Pattern(regexp = "(?s).*\\S.*", message = "{jakarta.validation.constraints.NotBlank.message}")
        String name,

        @Nullable @Email @Size(max = 320) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Schema(format = "date") @Size(max = 10) String birthDate,
        @Nullable @Size(max = 64) String timeZone,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 10) List<@Valid @NotNull Guardian> guardians) {

    PatientDetails of(Patient before, List<Guardian> speakers) {
        return new PatientDetails(
                name == null ? before.name() : name,
                email == null ? before.email() : email,
                phone == null ? before.phone() : phone,
                birthDate == null ? before.birthDate() : date(birthDate),
                timeZone == null ? before.timeZone() : timeZone,
                language == null ? before.language() : language,
                guardians == null ? speakers : guardians);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("birthDate", "field.date");
        }
    }
}
