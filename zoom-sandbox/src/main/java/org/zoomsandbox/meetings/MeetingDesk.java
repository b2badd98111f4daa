package org.zoomsandbox.meetings;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.SampleWorld;
import org.zoomsandbox.world.ZoomUser;
import tools.jackson.databind.node.ObjectNode;

/** What people do in Zoom's own windows, past every app; each of it is notified like a change through the interface. */
public final class MeetingDesk {

    private final Directory directory;
    private final Meetings meetings;

    public MeetingDesk(Directory directory, Meetings meetings) {
        this.directory = directory;
        this.meetings = meetings;
    }

    /** Schedules a meeting for this host; the wishes have the same fields as a request. */
    public ObjectNode schedule(String hostName, ObjectNode wishes) {
        var host = user(hostName);
        return seen(meetings.create(host, MeetingRequest.parse(wishes.toString())));
    }

    /** Changes what the wishes name. */
    public ObjectNode change(String id, ObjectNode wishes) {
        var meeting = meetings.existing(id);
        meetings.update(meeting, host(meeting), MeetingRequest.parse(wishes.toString()));
        return seen(meeting);
    }

    public ObjectNode start(String id) {
        var meeting = meetings.existing(id);
        meetings.start(meeting, host(meeting));
        return seen(meeting);
    }

    public ObjectNode end(String id) {
        var meeting = meetings.existing(id);
        meetings.end(meeting, host(meeting));
        return seen(meeting);
    }

    public ObjectNode delete(String id) {
        var meeting = meetings.existing(id);
        meetings.delete(meeting, host(meeting));
        return seen(meeting);
    }

    public ObjectNode recover(String id) {
        var meeting = any(id);
        meetings.recover(meeting, host(meeting));
        return seen(meeting);
    }

    public ObjectNode guestArrives(String id, String name) {
        var meeting = meetings.existing(id);
        meetings.door().arrive(meeting, host(meeting), name);
        return seen(meeting);
    }

    public ObjectNode guestIsAdmitted(String id, String name) {
        var meeting = meetings.existing(id);
        meetings.door().admit(meeting, host(meeting), name);
        return seen(meeting);
    }

    public ObjectNode guestLeaves(String id, String name) {
        var meeting = meetings.existing(id);
        meetings.door().leave(meeting, host(meeting), name);
        return seen(meeting);
    }

    /** A meeting turned into a webinar answers every call with code 3000. */
    public ObjectNode turnIntoWebinar(String id) {
        var meeting = meetings.existing(id);
        meeting.webinar = true;
        return seen(meeting);
    }

    public ObjectNode one(String id) {
        return seen(any(id));
    }

    /** Every meeting there has been, the newest first. */
    public List<ObjectNode> all() {
        return seen(MeetingList.newestFirst(meetings));
    }

    /** The newest of them. */
    public List<ObjectNode> newest(int limit) {
        return seen(MeetingList.newestFirst(meetings).stream().limit(limit).toList());
    }

    public List<ObjectNode> of(String hostName) {
        return seen(meetings.of(user(hostName).id()));
    }

    private List<ObjectNode> seen(Collection<Meeting> found) {
        return found.stream().map(this::seen).toList();
    }

    private ObjectNode seen(Meeting meeting) {
        var host = host(meeting);
        synchronized (meeting) {
            var json = meetings.view().brief(meeting, host);
            json.put("host_email", host.email())
                    .put("status", status(meeting))
                    .put("agenda", meeting.agenda)
                    .put("password", meeting.password == null ? "" : meeting.password)
                    .put("webinar", meeting.webinar);
            json.set("settings", meeting.settings.deepCopy());
            json.set("guests", Json.tree(meeting.guests));
            return json;
        }
    }

    private String status(Meeting meeting) {
        if (meeting.deletedAt != null) {
            return "deleted";
        }
        if (meeting.started()) {
            return "started";
        }
        return meeting.goneAt(meetings.now()) ? "expired" : "waiting";
    }

    private Meeting any(String id) {
        return Objects.requireNonNullElseGet(meetings.any(id), () -> {
            throw Meetings.gone(id);
        });
    }

    private ZoomUser user(String name) {
        return Objects.requireNonNullElseGet(directory.user(name), () -> {
            throw Hosts.unknown(name);
        });
    }

    /** A removed user's meetings stay visible here, under the bare id. */
    private ZoomUser host(Meeting meeting) {
        return Objects.requireNonNullElseGet(
                directory.user(meeting.hostId), () -> SampleWorld.user(meeting.hostId, meeting.accountId, ""));
    }
}
