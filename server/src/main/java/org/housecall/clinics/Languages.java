package org.housecall.clinics;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.housecall.platform.Problem;

/** Languages as tags of BCP 47. */
public final class Languages {

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private Languages() {}

    public static boolean isKnown(String tag) {
        try {
            return KNOWN.contains(locale(tag).getLanguage());
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** The tag in its usual spelling; fails with a problem that names the field. */
    public static String known(String field, String tag) {
        if (!isKnown(tag)) {
            throw Problem.invalid(field, "clinics.language.unknown");
        }
        return locale(tag).toLanguageTag();
    }

    private static Locale locale(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build();
    }
}
