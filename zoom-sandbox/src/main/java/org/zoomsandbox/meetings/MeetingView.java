package org.zoomsandbox.meetings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.ZoomUser;
import tools.jackson.databind.node.ObjectNode;

/** Meetings as REST answers show them. */
final class MeetingView {

    private static final int LISTED_AGENDA = 250;

    private final Site site;
    private final StartLinks links;

    MeetingView(Site site, StartLinks links) {
        this.site = site;
        this.links = links;
    }

    /** Everything, with a start link made for this answer. */
    ObjectNode full(Meeting meeting, ZoomUser host) {
        var json = brief(meeting, host);
        json.put("agenda", meeting.agenda)
                .put("host_email", host.email())
                .put("status", meeting.started() ? "started" : "waiting")
                .put("start_url", site.linkBase() + "/s/" + meeting.id + "?zak=" + links.zak(meeting))
                .put("chat_join_url", site.linkBase() + "/launch/jc/" + meeting.id)
                .put("creation_source", "open_api")
                .put("pre_schedule", false)
                .put("field_nobody_knows_yet", "Zoom adds fields often");
        if (meeting.password != null) {
            json.put("password", meeting.password)
                    .put("h323_password", meeting.numericPassword)
                    .put("pstn_password", meeting.numericPassword)
                    .put("encrypted_password", meeting.encryptedPassword);
        }
        if (meeting.recurrence != null) {
            json.set("recurrence", meeting.recurrence);
        }
        json.set("settings", meeting.settings.deepCopy());
        return json;
    }

    /** What a list shows: no start link, no passcode, the agenda cut short. */
    ObjectNode brief(Meeting meeting, ZoomUser host) {
        var json = Json.object()
                .put("uuid", meeting.uuid)
                .put("id", meeting.id)
                .put("host_id", host.id())
                .put("topic", meeting.topic)
                .put("type", meeting.type);
        if (meeting.startTime != null) {
            json.put("start_time", seconds(meeting.startTime));
        }
        return json.put("duration", meeting.duration)
                .put("timezone", meeting.timezone)
                .put("agenda", meeting.agenda.substring(0, Math.min(LISTED_AGENDA, meeting.agenda.length())))
                .put("created_at", seconds(meeting.createdAt))
                .put("join_url", joinUrl(meeting));
    }

    /** What a change can touch, in the words of {@code meeting.updated}. */
    ObjectNode changeable(Meeting meeting) {
        var json = Json.object()
                .put("topic", meeting.topic)
                .put("type", meeting.type)
                .put("duration", meeting.duration)
                .put("timezone", meeting.timezone)
                .put("agenda", meeting.agenda)
                .put("password", meeting.password == null ? "" : meeting.password)
                .put("join_url", joinUrl(meeting));
        json.put("start_time", meeting.startTime == null ? "" : seconds(meeting.startTime));
        json.set("settings", meeting.settings.deepCopy());
        return json;
    }

    String joinUrl(Meeting meeting) {
        var url = site.linkBase() + "/j/" + meeting.id;
        return meeting.password == null ? url : url + "?pwd=" + meeting.encryptedPassword;
    }

    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
