package org.zoomsandbox.meetings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.Answer;
import org.zoomsandbox.http.Label;
import org.zoomsandbox.http.Operation;
import org.zoomsandbox.http.Operation.Effect;
import org.zoomsandbox.http.ZoomCall;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.ZoomUser;

/** Zoom's operations on meetings. */
public final class MeetingEndpoints {

    private final Directory directory;
    private final Meetings meetings;
    private final Hosts hosts;
    private final MeetingList list;

    public MeetingEndpoints(Directory directory, Meetings meetings) {
        this.directory = directory;
        this.meetings = meetings;
        this.hosts = new Hosts(directory);
        this.list = new MeetingList(meetings);
    }

    public List<Operation> operations() {
        var users = "/v2/users/{userId}/meetings";
        var one = "/v2/meetings/{meetingId}";
        return List.of(
                new Operation("POST", users, Label.MEDIUM, Effect.COUNTED, hosts::named, this::create),
                new Operation("GET", users, Label.MEDIUM, Effect.READS, hosts::named, this::list),
                new Operation("GET", one, Label.LIGHT, Effect.READS, this::hostOf, this::get),
                new Operation("PATCH", one, Label.LIGHT, Effect.COUNTED, this::hostOf, this::update),
                new Operation("DELETE", one, Label.LIGHT, Effect.WRITES, this::hostOf, this::delete),
                new Operation("PUT", one + "/status", Label.LIGHT, Effect.WRITES, this::hostOf, this::status));
    }

    private Answer create(ZoomCall call) {
        var host = hosts.required(call, "meeting:write:meeting");
        HostRights.mayHost(host);
        var request = MeetingRequest.parse(call.body());
        HostRights.mayScheduleFor(directory, host, request.scheduleFor());
        return full(201, meetings.create(host, request), host);
    }

    private Answer list(ZoomCall call) {
        return list.answer(call, hosts.required(call, "meeting:read:list_meetings"));
    }

    private Answer get(ZoomCall call) {
        call.caller().require("meeting:read:meeting");
        var meeting = reachable(call);
        refuseOccurrence(call);
        return full(200, meeting, host(meeting));
    }

    private Answer update(ZoomCall call) {
        call.caller().require("meeting:update:meeting");
        var meeting = reachable(call);
        refuseOccurrence(call);
        meetings.update(meeting, host(meeting), MeetingRequest.parse(call.body()));
        return Answer.empty(204);
    }

    private Answer delete(ZoomCall call) {
        call.caller().require("meeting:delete:meeting");
        var meeting = reachable(call);
        refuseOccurrence(call);
        meetings.delete(meeting, host(meeting));
        return Answer.empty(204);
    }

    private Answer status(ZoomCall call) {
        call.caller().require("meeting:update:status");
        var body = Json.parseObject(call.body());
        switch (body == null ? "" : body.path("action").asString("")) {
            case "end" -> {
                var meeting = reachable(call);
                meetings.end(meeting, host(meeting));
            }
            case "recover" -> {
                var meeting = owned(call, meetings.any(call.path("meetingId")));
                meetings.recover(meeting, host(meeting));
            }
            default -> throw ZoomError.invalid("action", "Invalid field.");
        }
        return Answer.empty(204);
    }

    private Meeting reachable(ZoomCall call) {
        var meeting = owned(call, meetings.existing(call.path("meetingId")));
        if (meeting.webinar) {
            throw ZoomError.of(400, 3000, "Cannot access webinar info.");
        }
        return meeting;
    }

    /** A person's token reaches that person's meetings, an account's token those of the account. */
    private static Meeting owned(ZoomCall call, @Nullable Meeting meeting) {
        var caller = call.caller();
        if (meeting == null || (caller.user() == null && !caller.accountId().equals(meeting.accountId))) {
            throw Meetings.gone(call.path("meetingId"));
        }
        if (caller.user() != null && !caller.user().id().equals(meeting.hostId)) {
            throw ZoomError.of(400, 3003, "You are not the meeting host.");
        }
        return meeting;
    }

    /** Occurrences of recurring meetings are not kept apart here. */
    private static void refuseOccurrence(ZoomCall call) {
        if (call.query("occurrence_id") != null) {
            throw ZoomError.of(400, 3000, "Invalid occurrence_id.");
        }
    }

    private Answer full(int status, Meeting meeting, ZoomUser host) {
        synchronized (meeting) {
            return Answer.json(status, meetings.view().full(meeting, host));
        }
    }

    private @Nullable ZoomUser hostOf(ZoomCall call) {
        var meeting = meetings.any(call.path("meetingId"));
        return meeting == null ? null : directory.user(meeting.hostId);
    }

    private ZoomUser host(Meeting meeting) {
        return Objects.requireNonNullElseGet(directory.user(meeting.hostId), () -> {
            throw Hosts.unknown(meeting.hostId);
        });
    }
}
