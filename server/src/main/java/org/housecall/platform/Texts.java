package org.housecall.platform;

import org.jspecify.annotations.Nullable;

/** What people type into fields. */
public final class Texts {

    /** An address that a page may link to, or nothing. */
    public static final String WEB_ADDRESS = "(https?://[^\\s\"'<>]+)?";

    private Texts() {}

    /** What is typed into a field that may stay empty. */
    public static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
