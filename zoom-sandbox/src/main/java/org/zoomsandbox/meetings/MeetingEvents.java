package org.zoomsandbox.meetings;

import java.time.InstantSource;
import java.util.Set;
import org.zoomsandbox.webhooks.Webhooks;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.ZoomUser;
import tools.jackson.databind.node.ObjectNode;

/** Notifications about meetings. Zoom writes the id as a number in some of them and as a string in others. */
final class MeetingEvents {

    private static final String READ_MEETING = "meeting:read:meeting";
    private static final String READ_PARTICIPANT = "meeting:read:participant";
    private static final Set<String> WITH_DATE_TIME = Set.of(
            "participant_joined_waiting_room",
            "participant_left_waiting_room",
            "participant_put_in_waiting_room",
            "participant_admitted");

    private final InstantSource clock;
    private final Webhooks webhooks;
    private final MeetingView view;

    MeetingEvents(InstantSource clock, Webhooks webhooks, MeetingView view) {
        this.clock = clock;
        this.webhooks = webhooks;
        this.view = view;
    }

    void created(Meeting meeting, ZoomUser host) {
        var object = identity(meeting, host);
        object.put("join_url", view.joinUrl(meeting));
        if (meeting.password != null) {
            object.put("password", meeting.password);
        }
        var settings = object.putObject("settings");
        for (var name : new String[] {"use_pmi", "alternative_hosts", "join_before_host", "jbh_time"}) {
            settings.set(name, meeting.settings.path(name));
        }
        object.putArray("tracking_fields");
        var payload = operated(host);
        payload.set("object", object);
        webhooks.publish("meeting.created", host, READ_MEETING, payload);
    }

    /** Carries the id and only what has changed, before and after; silent if nothing has. */
    void updated(Meeting meeting, ZoomUser host, ObjectNode before) {
        var after = view.changeable(meeting);
        var object = Json.object().put("id", meeting.id);
        var old = Json.object().put("id", meeting.id);
        difference(before, after, old, object);
        if (object.size() == 1) {
            return;
        }
        var payload = operated(host).put("time_stamp", clock.millis());
        payload.set("object", object);
        payload.set("old_object", old);
        webhooks.publish("meeting.updated", host, READ_MEETING, payload);
    }

    void deleted(Meeting meeting, ZoomUser host) {
        binned("meeting.deleted", meeting, host);
    }

    void recovered(Meeting meeting, ZoomUser host) {
        binned("meeting.recovered", meeting, host);
    }

    void started(Meeting meeting, ZoomUser host) {
        webhooks.publish("meeting.started", host, READ_MEETING, running(meeting, host));
    }

    void ended(Meeting meeting, ZoomUser host) {
        var payload = running(meeting, host);
        ((ObjectNode) payload.get("object")).put("end_time", MeetingView.seconds(clock.instant()));
        webhooks.publish("meeting.ended", host, READ_MEETING, payload);
    }

    /** Guests who are not signed in to Zoom have neither id nor address. */
    void participant(String event, Meeting meeting, ZoomUser host, Meeting.Guest guest) {
        var isHost = guest.userId().equals(host.id());
        var participant = Json.object()
                .put("user_id", isHost ? Dice.pick("123456789", 8) : guest.userId())
                .put("user_name", guest.name())
                .put("id", isHost ? host.id() : "")
                .put("participant_uuid", Dice.text(16))
                .put("email", isHost ? host.email() : "");
        var now = MeetingView.seconds(clock.instant());
        if (WITH_DATE_TIME.contains(event)) {
            participant.put("date_time", now);
        } else if (event.equals("participant_left")) {
            participant.put("leave_time", now).put("leave_reason", "left the meeting.");
        } else {
            participant.put("join_time", now);
        }
        var payload = running(meeting, host);
        ((ObjectNode) payload.get("object")).set("participant", participant);
        webhooks.publish("meeting." + event, host, READ_PARTICIPANT, payload);
    }

    private void binned(String event, Meeting meeting, ZoomUser host) {
        var payload = operated(host).put("operation", "all");
        payload.set("object", identity(meeting, host));
        webhooks.publish(event, host, READ_MEETING, payload);
    }

    private static ObjectNode operated(ZoomUser host) {
        return Json.object()
                .put("account_id", host.accountId())
                .put("operator", host.email())
                .put("operator_id", host.id());
    }

    private static ObjectNode identity(Meeting meeting, ZoomUser host) {
        var object = Json.object()
                .put("uuid", meeting.uuid)
                .put("id", meeting.id)
                .put("host_id", host.id())
                .put("topic", meeting.topic)
                .put("type", meeting.type);
        if (meeting.startTime != null) {
            object.put("start_time", MeetingView.seconds(meeting.startTime));
        }
        return object.put("duration", meeting.duration).put("timezone", meeting.timezone);
    }

    private ObjectNode running(Meeting meeting, ZoomUser host) {
        var start = meeting.startedAt == null ? clock.instant() : meeting.startedAt;
        var object = identity(meeting, host)
                .put("id", Long.toString(meeting.id))
                .put("start_time", MeetingView.seconds(start));
        var payload = Json.object().put("account_id", host.accountId());
        payload.set("object", object);
        return payload;
    }

    private static void difference(ObjectNode before, ObjectNode after, ObjectNode old, ObjectNode changed) {
        for (var field : after.properties()) {
            var name = field.getKey();
            var was = before.path(name);
            if (was.equals(field.getValue())) {
                continue;
            }
            if (was instanceof ObjectNode inner && field.getValue() instanceof ObjectNode now) {
                difference(inner, now, old.putObject(name), changed.putObject(name));
            } else {
                old.set(name, was);
                changed.set(name, field.getValue());
            }
        }
    }
}
