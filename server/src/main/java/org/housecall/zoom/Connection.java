package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.housecall.meetings.MeetingProblem;
import org.jspecify.annotations.Nullable;

/**
 * One account's authorization of one General App. Its tokens stay in {@link Connections}.
 *
 * @param clientId which of the app's its tokens were given to, and are good with
 * @param zoomUserType 1: Basic; null where Zoom did not say
 * @param scopes as Zoom granted them, separated by spaces; empty where Zoom did not say
 * @param problem why it cannot be used, or not for everything
 * @param tokenVersion rises with every new pair of tokens
 * @param accessExpiresAt null once the tokens are wiped
 */
public record Connection(
        UUID id,
        UUID appId,
        String clientId,
        UUID accountId,
        String zoomUserId,
        @Nullable String zoomAccountId,
        @Nullable Integer zoomUserType,
        String scopes,
        Status status,
        @Nullable MeetingProblem problem,
        long tokenVersion,
        @Nullable Instant accessExpiresAt,
        Instant connectedAt) {

    /** Whether its tokens work. */
    public enum Status {
        CONNECTED,
        NEEDS_RECONNECT
    }

    /**
     * The id of an account's connection with a Zoom user. Derived, so that meetings kept with this host find it again
     * when the same user returns after a disconnect, and never take another user of the account for it.
     */
    static UUID idOf(UUID appId, UUID accountId, String zoomUserId) {
        String name = "zoom-connection/" + appId + "/" + accountId + "/" + zoomUserId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether Zoom ends its meetings after {@link ZoomUser#BASIC_MINUTES}. */
    public boolean basic() {
        return zoomUserType != null && zoomUserType == ZoomUser.BASIC;
    }

    public Set<String> grantedScopes() {
        return Scopes.parse(scopes);
    }

    public Set<String> missingScopes() {
        return Scopes.missing(grantedScopes());
    }

    boolean isGoodUntil(Instant time, long refusedVersion) {
        return status == Status.CONNECTED
                && tokenVersion != refusedVersion
                && accessExpiresAt != null
                && accessExpiresAt.isAfter(time);
    }

    /** A connection ended without its doctor having asked for it; meetings wait until the doctor connects again. */
    public record Lost(UUID accountId, Reason reason) {}

    /** How a connection was lost. */
    public enum Reason {
        /** Zoom no longer accepts its tokens. */
        REFUSED_BY_ZOOM,
        /** The app was removed in Zoom, by the doctor or an account admin. */
        REMOVED_IN_ZOOM,
        /** Another account connected the same Zoom user; Zoom ends the earlier authorization by itself. */
        TAKEN_OVER,
        /** The clinic now uses another Zoom app. */
        APP_CHANGED
    }
}
