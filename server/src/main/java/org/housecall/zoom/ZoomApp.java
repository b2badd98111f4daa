package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An app's credentials at Zoom, of a clinic or of the installation. Its secrets stay in {@link ZoomApps}.
 *
 * @param clinicId null: the installation's
 * @param clientId of the pair in use, or of the one that a connection was made with
 * @param zoomAccountId the account that a Server-to-Server app belongs to
 * @param previousWebhookSecretUntil until when the webhook secret before this one is accepted as well
 * @param heardAt when a notification signed with the current webhook secret last came
 * @param waitingRoomEvents whether the clinic wants to know of patients who wait at Zoom
 * @param listsMeetings whether the app asks to list a host's meetings, by which one is found again whose making was in doubt
 * @param plan of the Zoom accounts it is used with
 */
public record ZoomApp(
        UUID id,
        @Nullable UUID clinicId,
        Kind kind,
        String clientId,
        @Nullable String zoomAccountId,
        boolean webhookSecretSet,
        @Nullable Instant previousWebhookSecretUntil,
        @Nullable Instant heardAt,
        boolean waitingRoomEvents,
        boolean listsMeetings,
        ZoomPlan plan) {

    /** With a General App each doctor connects; a Server-to-Server app acts for all users of one Zoom account. */
    public enum Kind {
        GENERAL,
        SERVER_TO_SERVER
    }

    /** The current clinic's apps were changed, or the installation's where no clinic is set. */
    public record Changed() {}

    /** All that the app asks for at Zoom: what its authorization is held to, and what manifest, texts and pages say. */
    public List<Scope> scopes() {
        return Arrays.stream(Scope.values()).filter(this::asksFor).toList();
    }

    private boolean asksFor(Scope scope) {
        return switch (scope) {
            case CREATE_MEETINGS, READ_MEETINGS, CHANGE_MEETINGS, REMOVE_MEETINGS, READ_USER -> true;
            case LIST_MEETINGS -> listsMeetings;
            case SEE_WAITING -> waitingRoomEvents;
        };
    }

    /**
     * The id of an owner's app. Derived, so that its webhook address can be shown, and entered at Zoom, before any
     * credentials exist; signatures protect that address, not its being hard to guess.
     */
    public static UUID idOf(UUID owner, Kind kind) {
        return UUID.nameUUIDFromBytes(("zoom-app/" + owner + "/" + kind).getBytes(StandardCharsets.UTF_8));
    }
}
