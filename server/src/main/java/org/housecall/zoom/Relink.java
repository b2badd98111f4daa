package org.housecall.zoom;

import java.time.Instant;
import java.util.UUID;

/**
 * An authorization by a Zoom user whom another account has connected. It is good for nothing until its account decides.
 *
 * @param expiresAt from then on it counts as declined
 */
public record Relink(UUID id, UUID appId, UUID accountId, String zoomUserId, Instant begunAt, Instant expiresAt) {

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
