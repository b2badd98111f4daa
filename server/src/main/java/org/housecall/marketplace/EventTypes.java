package org.housecall.marketplace;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.housecall.zoom.Scope;

/** The notifications that an app subscribes to at Zoom, by Zoom's names; {@code docs/zoom-setup.md} says what they are for. */
public final class EventTypes {

    private static final List<String> ALWAYS = List.of(
            "meeting.created",
            "meeting.updated",
            "meeting.deleted",
            "meeting.permanently_deleted",
            "meeting.recovered",
            "meeting.started",
            "meeting.ended");

    private static final List<String> WAITING = List.of(
            "meeting.participant_joined_waiting_room",
            "meeting.participant_put_in_waiting_room",
            "meeting.participant_left_waiting_room",
            "meeting.participant_admitted");

    private EventTypes() {}

    /** Those of an app that asks for these scopes. */
    public static List<String> of(Collection<Scope> scopes) {
        return scopes.contains(Scope.SEE_WAITING)
                ? Stream.concat(ALWAYS.stream(), WAITING.stream()).toList()
                : ALWAYS;
    }
}
