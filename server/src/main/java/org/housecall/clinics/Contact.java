package org.housecall.clinics;

import org.jspecify.annotations.Nullable;

/**
 * How anyone reaches a clinic.
 *
 * @param address as on an envelope, in lines
 * @param website http or https
 */
public record Contact(
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String website) {

    public static final Contact NONE = new Contact(null, null, null, null);
}
