package org.zoomsandbox.meetings;

import org.zoomsandbox.meetings.Meeting.Guest;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.ZoomUser;

/** Guests on their way in and out. */
final class Door {

    private final MeetingEvents events;

    Door(MeetingEvents events) {
        this.events = events;
    }

    /** A guest comes: into the meeting, into its waiting room, or to a door that only the host can open. */
    void arrive(Meeting meeting, ZoomUser host, String name) {
        synchronized (meeting) {
            var open = meeting.started() || MeetingSettings.on(meeting.settings, "join_before_host");
            var waiting = meeting.waitingRoom() || !open;
            var guest = new Guest(Dice.pick("123456789", 8), name, waiting);
            meeting.guests.add(guest);
            events.participant(arrival(meeting, waiting), meeting, host, guest);
        }
    }

    void admit(Meeting meeting, ZoomUser host, String name) {
        synchronized (meeting) {
            var guest = guest(meeting, name);
            meeting.guests.remove(guest);
            var inside = new Guest(guest.userId(), name, false);
            meeting.guests.add(inside);
            events.participant("participant_admitted", meeting, host, inside);
            events.participant("participant_joined", meeting, host, inside);
        }
    }

    void leave(Meeting meeting, ZoomUser host, String name) {
        synchronized (meeting) {
            var guest = guest(meeting, name);
            meeting.guests.remove(guest);
            var event = guest.waiting() ? "participant_left_waiting_room" : "participant_left";
            events.participant(event, meeting, host, guest);
        }
    }

    private static String arrival(Meeting meeting, boolean waiting) {
        if (!waiting) {
            return "participant_joined";
        }
        return meeting.waitingRoom() ? "participant_joined_waiting_room" : "participant_jbh_waiting";
    }

    private static Guest guest(Meeting meeting, String name) {
        return meeting.guests.stream()
                .filter(guest -> guest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such guest: " + name));
    }
}
