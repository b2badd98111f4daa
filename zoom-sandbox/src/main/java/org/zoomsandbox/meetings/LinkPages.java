package org.zoomsandbox.meetings;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.Pages;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.ZoomUser;

/** What opens behind join and start links. */
public final class LinkPages {

    private final Directory directory;
    private final Meetings meetings;
    private final StartLinks links;

    public LinkPages(Directory directory, Meetings meetings, StartLinks links) {
        this.directory = directory;
        this.meetings = meetings;
        this.links = links;
    }

    /** Opening a start link starts the meeting, as Zoom's client would. */
    public void start(Context context) {
        var meeting = present(context);
        var host = meeting == null ? null : directory.user(meeting.hostId);
        if (meeting == null || host == null) {
            missing(context);
            return;
        }
        switch (links.verdict(meeting.id, Objects.requireNonNullElse(context.queryParam("zak"), ""))) {
            case GOOD -> {
                meetings.start(meeting, host);
                show(context, "host", meeting, host);
            }
            case EXPIRED ->
                Pages.notice(context, 410, "Link expired", "A start link works for two hours. Ask for a fresh one.");
            case FORGED -> Pages.notice(context, 403, "Sign in to Zoom", "This link does not make you the host.");
        }
    }

    /** A guest sees where the meeting stands. */
    public void join(Context context) {
        var meeting = admitted(context);
        if (meeting != null) {
            show(context, "join", meeting, directory.user(meeting.hostId));
        }
    }

    /** A guest comes in, or into the waiting room. */
    public void enter(Context context) {
        var meeting = admitted(context);
        var host = meeting == null ? null : directory.user(meeting.hostId);
        if (meeting != null && host != null) {
            var name = Objects.requireNonNullElse(context.formParam("name"), "Guest");
            meetings.door().arrive(meeting, host, name);
            show(context, "join", meeting, host);
        }
    }

    private @Nullable Meeting admitted(Context context) {
        var meeting = present(context);
        if (meeting == null) {
            missing(context);
            return null;
        }
        var pwd = Objects.requireNonNullElse(context.queryParam("pwd"), "");
        if (meeting.password != null && !pwd.equals(meeting.encryptedPassword)) {
            Pages.notice(context, 200, "Enter the passcode", "The link carries no passcode, or an old one.");
            return null;
        }
        return meeting;
    }

    private @Nullable Meeting present(Context context) {
        var meeting = meetings.any(context.pathParam("meetingId"));
        return meeting == null || meeting.goneAt(meetings.now()) ? null : meeting;
    }

    private static void missing(Context context) {
        Pages.notice(context, 404, "Invalid meeting", "This meeting does not exist or has been deleted.");
    }

    private static void show(Context context, String page, Meeting meeting, @Nullable ZoomUser host) {
        Map<String, Object> values;
        synchronized (meeting) {
            values = Map.of(
                    "topic",
                    meeting.topic,
                    "id",
                    meeting.id,
                    "host",
                    host == null ? "" : host.displayName(),
                    "status",
                    meeting.started() ? "started" : "waiting",
                    "started",
                    meeting.started(),
                    "waitingRoom",
                    meeting.waitingRoom(),
                    "action",
                    "/j/" + meeting.id + "?pwd=" + meeting.encryptedPassword,
                    "guests",
                    meeting.guests.stream()
                            .map(guest -> Map.of("name", guest.name(), "waiting", guest.waiting()))
                            .toList());
        }
        Pages.show(context, 200, page, values);
    }
}
