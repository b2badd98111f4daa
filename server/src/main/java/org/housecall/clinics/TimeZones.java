package org.housecall.clinics;

import java.time.ZoneId;
import java.util.Set;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Time zones as people name them: IANA ids. */
public final class TimeZones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private TimeZones() {}

    /** Fails with a problem that names the field. */
    public static ZoneId known(String field, String id) {
        if (!KNOWN.contains(id)) {
            throw Problem.invalid(field, "clinics.time-zone.unknown");
        }
        return ZoneId.of(id);
    }

    /** As {@link #known}; null where none is given. */
    public static @Nullable String knownOrNull(String field, @Nullable String id) {
        return id == null || id.isBlank() ? null : known(field, id).getId();
    }
}
