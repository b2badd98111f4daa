package org.housecall.meetings;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What the provider tells of its own accord. All of it is a hint: possibly late, doubled or out of order. Called in no
 * clinic; a reference that is not ours is ignored without a trace.
 */
@Service
public class MeetingEvents {

    /** A meeting with this topic was made. Adopts it where its marker is one we wait for, and removes it where it is one too many. */
    public void created(String ref, String topic) {}

    /** Something about the meeting changed, or it was deleted: it is read again. */
    public void changed(String ref) {}

    public void started(String ref, Instant at) {}

    public void ended(String ref, Instant at) {}

    /** What hosts an account's meetings has changed, in whichever clinics it is a doctor: they are looked at again. */
    public void hostingChanged(UUID accountId) {}

    /** As {@link #hostingChanged}, for all doctors of the current clinic. */
    public void hostingChanged() {}
}
