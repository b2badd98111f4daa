package org.housecall.clinics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient's record in one clinic.
 *
 * @param timeZone the patient's own zone, an IANA id; null: the clinic's
 */
public record Patient(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String timeZone,
        @Nullable UUID accountId) {}
