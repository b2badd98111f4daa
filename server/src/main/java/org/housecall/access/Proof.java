package org.housecall.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who signs in has proved: whose account it is, and how well.
 *
 * @param twoFactors by two factors: a password or mailed link with a code, or what takes the place of both
 * @param onlyClinic the one clinic that the proof is good for, where it is the clinic that vouches; null: all of the account's
 */
public record Proof(
        UUID accountId, boolean twoFactors, @Nullable UUID onlyClinic) {}
