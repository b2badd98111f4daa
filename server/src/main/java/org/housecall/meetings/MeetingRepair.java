package org.housecall.meetings;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people can do about a meeting that did not come about. */
@Service
public class MeetingRepair {

    private final Meetings meetings;
    private final MeetingWishes wishes;

    MeetingRepair(Meetings meetings, MeetingWishes wishes) {
        this.meetings = meetings;
        this.wishes = wishes;
    }

    /** Tries again now, whatever it waited for. */
    @Transactional
    public void retry(UUID appointmentId) {
        Meeting meeting = meetings.lock(appointmentId).orElseThrow(Problem::notFound);
        if (!meeting.status().isThere()) {
            wishes.retry(appointmentId);
        }
    }

    /** Meetings that may exist at the provider without being known to us, to be looked for by hand. */
    @Transactional(readOnly = true)
    public List<Meetings.Surplus> possibleOrphans(UUID appointmentId) {
        return meetings.surplusOf(appointmentId).stream()
                .filter(surplus -> surplus.ref() == null)
                .toList();
    }
}
