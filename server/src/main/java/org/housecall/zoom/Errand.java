package org.housecall.zoom;

import java.time.Duration;
import java.time.Instant;

/** What is about to be asked of Zoom, and how much it matters that it is asked now. */
record Errand(Operation operation, Urgency urgency) {

    private static final Duration AHEAD = Duration.ofDays(2);

    /** Zoom's rate class of an operation. */
    enum Label {
        LIGHT,
        MEDIUM,
        HEAVY
    }

    /** What we ask for. */
    enum Operation {
        READ(Label.LIGHT, false),
        LIST(Label.MEDIUM, false),
        CREATE(Label.MEDIUM, true),
        UPDATE(Label.LIGHT, true),
        DELETE(Label.LIGHT, false);

        private final Label label;
        private final boolean countsForHost;

        Operation(Label label, boolean countsForHost) {
            this.label = label;
            this.countsForHost = countsForHost;
        }

        Label label() {
            return label;
        }

        /** Whether it is one of the host's creates and updates of the day. */
        boolean countsForHost() {
            return countsForHost;
        }
    }

    /** Who goes first where there is not enough for all. */
    enum Urgency {
        /** A person waits for the answer: asked in any case, though in turn as long as that is a matter of seconds. */
        NOW,
        /** For a visit of the next two days. */
        SOON,
        LATER
    }

    static Errand now(Operation operation) {
        return new Errand(operation, Urgency.NOW);
    }

    /** Nobody waits for the answer, and yet it is wanted today. */
    static Errand soon(Operation operation) {
        return new Errand(operation, Urgency.SOON);
    }

    /** For a visit that begins at that time. */
    static Errand forVisit(Operation operation, Instant start, Instant now) {
        return new Errand(operation, start.isAfter(now.plus(AHEAD)) ? Urgency.LATER : Urgency.SOON);
    }
}
