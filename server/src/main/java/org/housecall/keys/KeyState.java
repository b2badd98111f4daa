package org.housecall.keys;

import java.util.Map;
import org.housecall.platform.Keyset;

/**
 * A key, and what it is still needed for.
 *
 * @param values how many there are under it, by table
 * @param servers how many running ones seal with it
 */
public record KeyState(int id, Role role, Map<String, Long> values, long servers) {

    /** What a key is for: to seal and open, only to open, to seal one day; or it is gone, with values under it. */
    public enum Role {
        PRIMARY,
        OLD,
        WAITING,
        MISSING;

        static Role of(int id, Keyset keyset) {
            if (!keyset.ids().contains(id)) {
                return MISSING;
            }
            if (keyset.primary() == id) {
                return PRIMARY;
            }
            return keyset.old().contains(id) ? OLD : WAITING;
        }
    }

    public long total() {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether nothing would be missed without it, now or in a moment. */
    public boolean isDispensable() {
        return role == Role.OLD && total() == 0 && servers == 0;
    }
}
