package org.housecall.meetings;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which meetings are ours, whatever the clinic: asked in no clinic, about what a provider tells, before anything of it is kept. */
@Service
public class KnownMeetings {

    private final Meetings meetings;

    KnownMeetings(Meetings meetings) {
        this.meetings = meetings;
    }

    /** Whose the meeting is; empty where it is none of ours. */
    public Optional<UUID> clinicOf(String ref) {
        return meetings.place(ref).map(Meetings.Place::clinicId);
    }

    /** The meeting that was begun under this topic's marker. */
    public Optional<Begun> begunUnder(String topic) {
        String marker = Marker.in(topic);
        return marker.isEmpty()
                ? Optional.empty()
                : meetings.place(Marker.ref(marker)).map(place -> new Begun(place.clinicId(), marker));
    }

    /** A create that was begun. */
    public record Begun(UUID clinicId, String marker) {}
}
