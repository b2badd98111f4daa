package org.zoomsandbox.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.Answer;
import org.zoomsandbox.http.ZoomCall;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Jwt;
import org.zoomsandbox.world.ZoomUser;

/** The pages of a host's meetings. Instant and expired meetings are not listed, and a page token lives 15 minutes. */
final class MeetingList {

    private static final Duration PAGE_TOKEN_LIFE = Duration.ofMinutes(15);
    private static final Comparator<Meeting> BY_START = Comparator.comparing(
                    (Meeting meeting) -> Objects.requireNonNullElse(meeting.startTime, meeting.createdAt))
            .thenComparingLong(meeting -> meeting.id);

    private final Meetings meetings;
    private final Jwt pageTokens = new Jwt();

    MeetingList(Meetings meetings) {
        this.meetings = meetings;
    }

    Answer answer(ZoomCall call, ZoomUser host) {
        var now = meetings.now();
        var found = meetings.of(host.id()).stream()
                .filter(kind(Objects.requireNonNullElse(call.query("type"), "scheduled"), now))
                .filter(between(call.query("from"), call.query("to")))
                .sorted(BY_START)
                .toList();
        var size = size(call.query("page_size"));
        var from = Math.min(offset(call.query("next_page_token"), now), found.size());
        var to = Math.min(from + size, found.size());
        var body = Json.object()
                .put("page_size", size)
                .put("total_records", found.size())
                .put("next_page_token", to < found.size() ? token(to, now) : "");
        var page = body.putArray("meetings");
        for (var meeting : found.subList(from, to)) {
            synchronized (meeting) {
                page.add(meetings.view().brief(meeting, host));
            }
        }
        return Answer.json(200, body);
    }

    private static Predicate<Meeting> kind(String type, Instant now) {
        return switch (type) {
            case "scheduled" -> meeting -> listed(meeting, now);
            case "live" -> Meeting::started;
            case "upcoming", "upcoming_meetings" ->
                meeting -> listed(meeting, now) && meeting.startTime != null && meeting.startTime.isAfter(now);
            case "previous_meetings" -> meeting -> meeting.lastEndedAt != null;
            default -> throw ZoomError.invalid("type", "Invalid field.");
        };
    }

    private static boolean listed(Meeting meeting, Instant now) {
        return meeting.type != Meeting.INSTANT && !meeting.webinar && !meeting.goneAt(now);
    }

    private static Predicate<Meeting> between(@Nullable String from, @Nullable String to) {
        return meeting -> {
            var day = Objects.requireNonNullElse(meeting.startTime, meeting.createdAt)
                    .toString()
                    .substring(0, 10);
            return (from == null || day.compareTo(from.substring(0, Math.min(10, from.length()))) >= 0)
                    && (to == null || day.compareTo(to.substring(0, Math.min(10, to.length()))) <= 0);
        };
    }

    private static int size(@Nullable String asked) {
        try {
            return asked == null ? 30 : Math.clamp(Integer.parseInt(asked), 1, 300);
        } catch (NumberFormatException e) {
            throw ZoomError.invalid("page_size", "Invalid field.");
        }
    }

    private String token(int offset, Instant now) {
        return pageTokens.mint(Json.object()
                .put("offset", offset)
                .put("exp", now.plus(PAGE_TOKEN_LIFE).getEpochSecond()));
    }

    private int offset(@Nullable String token, Instant now) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        var claims = pageTokens.claims(token);
        if (claims == null || claims.path("exp").asLong() < now.getEpochSecond()) {
            throw ZoomError.of(400, 300, "The next page token is invalid or expired.");
        }
        return claims.path("offset").asInt();
    }

    static List<Meeting> newestFirst(Meetings meetings) {
        return meetings.all().stream()
                .sorted(Comparator.comparing((Meeting meeting) -> meeting.createdAt)
                        .reversed())
                .toList();
    }
}
