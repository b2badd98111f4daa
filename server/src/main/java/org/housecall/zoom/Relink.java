package org.housecall.zoom;

import java.time.Instant;
import java.util.UUID;

/**
 * An authorization by a Zoom user whom another account has connected. It is good for nothing until its account decides.
 *
 * @param clientId which of the app's it was given to
 * @param added whether Zoom's own Add button led to it
 * @param expiresAt from then on it counts as declined
 */
public record Relink(
        UUID id,
        UUID appId,
        String clientId,
        UUID accountId,
        String zoomUserId,
        boolean added,
        Instant begunAt,
        Instant expiresAt) {

    /**
     * What came of it.
     *
     * @param accountId whoever authorized last
     * @param earlierAccountId whose connection the Zoom user had before
     */
    public record Decided(UUID accountId, UUID earlierAccountId, Decision decision) {}

    /** Whose the Zoom user is from now on. */
    public enum Decision {
        MOVED,
        DECLINED
    }
}
