package org.housecall.access;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in; one per e-mail address.
 *
 * @param claimed whether its owner has ever proved to hold the address
 */
public record Account(
        UUID id, String email, String name, @Nullable String passwordHash, boolean administrator, boolean claimed) {

    /** One address, one spelling. */
    public static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
