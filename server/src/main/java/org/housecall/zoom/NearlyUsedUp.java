package org.housecall.zoom;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Four fifths of a day's calls to Zoom are used up; told once a day for each host and account.
 *
 * @param accountId the doctor's whose connection it is; null where the host is a user of the clinic's own Zoom account
 * @param firstInClinic whether the clinic has not been told today of any
 */
public record NearlyUsedUp(What what, @Nullable UUID accountId, int used, int limit, boolean firstInClinic) {

    NearlyUsedUp toldFirst(boolean first) {
        return new NearlyUsedUp(what, accountId, used, limit, first);
    }

    /** Whose calls. */
    public enum What {
        HOST,
        ACCOUNT
    }
}
