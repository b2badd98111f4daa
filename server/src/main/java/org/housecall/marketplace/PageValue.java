package org.housecall.marketplace;

import java.util.Locale;

/** A value of the listing that a page's text may name, in braces. Its place here is its number in the catalogue. */
public enum PageValue {
    COMPANY,
    EMAIL,
    SCOPES,
    SERVER,
    PRIVACY,
    HOURS,
    RESPONSE;

    /** As it stands in a text. */
    public String token() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }
}
