package org.housecall.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a meeting was not at the provider as it should be, and what was done about it.
 *
 * @param done null: it is under way
 * @param problem what kept it from being mended, or read
 */
public record Drift(
        UUID id,
        UUID appointmentId,
        Found found,
        @Nullable Done done,
        @Nullable MeetingProblem problem,
        Instant at) {

    /** What was not as it should be. Stored by name. */
    public enum Found {
        /** It was at another time. Ours counts. */
        MOVED,
        /** Its privacy settings were others. Ours count. */
        OPENED,
        /** It had another name. Theirs counts. */
        RENAMED,
        DELETED,
        /** It could not be compared. */
        NOT_READ
    }

    /** What was done about it. Stored by name. */
    public enum Done {
        RESTORED,
        ACCEPTED,
        /** Its patient was told. */
        MADE_AGAIN,
        /** Deleted a second time within a day: a person decides. */
        PARKED,
        LEFT
    }
}
