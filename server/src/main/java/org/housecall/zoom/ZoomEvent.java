package org.housecall.zoom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a notification until it has been followed: nothing that says who took part, or what a meeting is called.
 *
 * @param appId the app whose secret signed it
 * @param meetingRef the meeting it is about; null where it is about none
 * @param marker the mark of a begun meeting of ours that was found in the topic
 * @param zoomUser who removed the app
 * @param occurredAt by Zoom's clock
 */
record ZoomEvent(
        UUID id,
        UUID appId,
        Kind kind,
        @Nullable String meetingRef,
        @Nullable String marker,
        @Nullable String zoomUser,
        Instant occurredAt) {

    /** What happened. Stored by name. */
    enum Kind {
        CREATED,
        /** Changed, deleted or recovered: the meeting has to be read. */
        CHANGED,
        STARTED,
        ENDED,
        /** Somebody came to the waiting room; who, is not kept. */
        WAITING(Scope.SEE_WAITING),
        WAITING_NO_MORE(Scope.SEE_WAITING),
        DEAUTHORIZED;

        private final @Nullable Scope scope;

        Kind() {
            this(null);
        }

        Kind(@Nullable Scope scope) {
            this.scope = scope;
        }

        /** What Zoom tells it by, where no call of ours needs that scope anyway. */
        @Nullable
        Scope scope() {
            return scope;
        }
    }
}
