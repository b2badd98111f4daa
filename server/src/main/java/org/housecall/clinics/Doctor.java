package org.housecall.clinics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's work as a doctor in one clinic.
 *
 * @param accountId null until the owner of an existing account has accepted; nothing can be booked before
 * @param active whether the doctor has accepted the invitation
 * @param left whether the doctor works here no longer; known for what happened, and nothing can be booked any more
 */
public record Doctor(
        UUID id, String name, String email, @Nullable UUID accountId, boolean active, boolean left) {}
