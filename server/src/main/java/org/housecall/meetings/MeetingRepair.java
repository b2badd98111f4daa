package org.housecall.meetings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people can do about a meeting that did not come about. */
@Service
public class MeetingRepair {

    private final Meetings meetings;
    private final SurplusMeetings surplusMeetings;
    private final MeetingWishes wishes;

    MeetingRepair(Meetings meetings, SurplusMeetings surplusMeetings, MeetingWishes wishes) {
        this.meetings = meetings;
        this.surplusMeetings = surplusMeetings;
        this.wishes = wishes;
    }

    /** Tries again now, whatever it waited for. */
    @Transactional
    public void retry(UUID appointmentId) {
        Meeting meeting = meetings.lock(appointmentId).orElseThrow(Problem::notFound);
        if (!meeting.status().isThere() || meeting.problem() != null) {
            wishes.retry(meeting);
        }
    }

    /** Meetings that may exist at the provider without being known to us, to be looked for by hand. */
    @Transactional(readOnly = true)
    public List<PossibleOrphan> possibleOrphans(UUID appointmentId) {
        return surplusMeetings.of(appointmentId).stream()
                .filter(surplus -> surplus.ref() == null)
                .map(surplus -> new PossibleOrphan(surplus.marker(), surplus.since()))
                .toList();
    }

    /**
     * A meeting that may exist.
     *
     * @param marker ends its topic
     */
    public record PossibleOrphan(@Nullable String marker, Instant since) {}
}
