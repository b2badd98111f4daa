package org.housecall.clinics;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient's record in one clinic.
 *
 * @param timeZone the patient's own zone, an IANA id; null: the clinic's
 * @param language the patient's own language, a BCP 47 tag; null: the clinic's
 * @param version counts the record's changes, from 1
 * @param accountId who finds the record among their own: the account of its e-mail address
 * @param mailAddress where mail about the patient goes: their own address, else a guardian's
 */
public record Patient(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate,
        @Nullable String timeZone,
        @Nullable String language,
        int version,
        @Nullable UUID accountId,
        @Nullable String mailAddress) {

    /**
     * Two records were the same person's, and one of them is left. Published inside the transaction, before the other is
     * deleted: whatever refers to it has to refer to the kept one by then.
     */
    public record Merged(UUID keptId, UUID goneId) {}
}
