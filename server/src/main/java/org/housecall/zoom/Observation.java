package org.housecall.zoom;

import java.time.Duration;
import java.time.Instant;

/**
 * When something was last seen to happen with an app.
 *
 * @param detail of a scope that was used, Zoom's name for it; of a connection, the redirect URL it came back by; else empty
 * @param simulated whether it was a stand-in for Zoom that it happened with
 */
public record Observation(Fact fact, String detail, boolean simulated, Instant seenAt) {

    /** What is looked for. Stored by name. */
    public enum Fact {
        /** A call that needs this scope was answered with success. */
        SCOPE_USED(Duration.ofHours(1)),
        CONNECTED(Duration.ZERO),
        /** A doctor consented, and Zoom gave no tokens for it. */
        NOT_CONNECTED(Duration.ZERO),
        DECLINED(Duration.ZERO),
        /** Somebody who had pressed Add at Zoom, and so came without a state, was led into a connection. */
        ADDED(Duration.ZERO),
        DISCONNECTED(Duration.ZERO),
        /** The app was removed at Zoom, Zoom said so, and the connection was wiped for it. */
        DEAUTHORIZED(Duration.ZERO),
        URL_VALIDATED(Duration.ZERO),
        /** A notification came that was signed with the current secret. */
        EVENT_HEARD(Duration.ofMinutes(1));

        private final Duration precision;

        Fact(Duration precision) {
            this.precision = precision;
        }

        /** What happens all the time is noted no more often than this. */
        Duration precision() {
            return precision;
        }
    }
}
