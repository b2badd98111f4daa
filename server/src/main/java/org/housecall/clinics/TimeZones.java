package org.housecall.clinics;

import java.time.ZoneId;
import java.util.Set;
import org.housecall.platform.Problem;

/** Time zones as people name them: IANA ids. */
public final class TimeZones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private TimeZones() {}

    /** Fails with a problem that names the field. */
    public static ZoneId known(String field, String id) {
        if (!isKnown(id)) {
            throw Problem.invalid(field, "clinics.time-zone.unknown");
        }
        return ZoneId.of(id);
    }

    public static boolean isKnown(String id) {
        return KNOWN.contains(id);
    }
}
