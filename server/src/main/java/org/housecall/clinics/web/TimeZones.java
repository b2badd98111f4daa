package org.housecall.clinics.web;

import java.time.ZoneId;
import java.util.Set;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Time zones as people name them. */
final class TimeZones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private TimeZones() {}

    static ZoneId known(String field, String id) {
        if (!KNOWN.contains(id)) {
            throw Problem.invalid(field, "clinics.time-zone.unknown");
        }
        return ZoneId.of(id);
    }

    static @Nullable String knownOrNull(String field, @Nullable String id) {
        return id == null || id.isBlank() ? null : known(field, id).getId();
    }
}
