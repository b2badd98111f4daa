package org.housecall.clinics.patients;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for a patient: another record of the clinic, or somebody of whom only this is known.
 *
 * @param patientId the other record; its name, phone and e-mail address are the guardian's
 */
public record Guardian(
        @Nullable UUID patientId,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 100) String relationship,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Email @Size(max = 320) String email) {}
