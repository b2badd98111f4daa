package org.housecall.access;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in; one per e-mail address.
 *
 * @param claimed whether its owner has ever proved to hold the address
 * @param sealedIn the one clinic that it can ever have to do with; null: any
 */
public record Account(
        UUID id,
        String email,
        String name,
        @Nullable String passwordHash,
        boolean administrator,
        boolean claimed,
        @Nullable UUID sealedIn) {

    /** Is let in by its password and by nothing else, and nothing is mailed to it. */
    public boolean isSealed() {
        return sealedIn != null;
    }

    /** One address, one spelling. */
    public static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
