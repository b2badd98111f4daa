package org.housecall.appointments;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells how the meetings of video appointments stand, for whoever looks at the appointments. */
public interface MeetingSummaries {

    /** By appointment; one without a meeting is left out. */
    Map<UUID, MeetingSummary> of(Collection<UUID> appointmentIds);

    /**
     * A meeting in short.
     *
     * @param problem what is wrong and what helps, in the reader's language
     * @param patientWaitingSince somebody is in its waiting room since; null: nobody is, or nobody tells us
     */
    record MeetingSummary(
            String status,
            @Nullable ProblemWords problem,
            @Nullable Instant patientWaitingSince) {}

    /** A problem in words. */
    record ProblemWords(String code, String title, String remedy) {}
}
