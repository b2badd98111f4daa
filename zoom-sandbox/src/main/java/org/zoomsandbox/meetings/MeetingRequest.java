package org.zoomsandbox.meetings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.http.ZoomError.Field;
import org.zoomsandbox.world.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A creation or update as it was asked for, its form already checked; what was left out is null. */
record MeetingRequest(
        @Nullable String topic,
        @Nullable Integer type,
        @Nullable String startTime,
        @Nullable Integer duration,
        @Nullable String timezone,
        @Nullable String password,
        boolean defaultPassword,
        @Nullable String agenda,
        @Nullable String scheduleFor,
        @Nullable JsonNode recurrence,
        @Nullable ObjectNode settings) {

    private static final Set<Integer> TYPES = Set.of(1, 2, 3, 8);
    private static final Pattern START = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ?");
    private static final Pattern PASSCODE = Pattern.compile("[A-Za-z0-9@_*-]{0,10}");

    static MeetingRequest parse(String body) {
        var json = Json.parseObject(body);
        if (json == null) {
            throw ZoomError.of(400, 300, "Request Body should be a valid JSON object.");
        }
        var problems = problems(json);
        if (!problems.isEmpty()) {
            throw ZoomError.invalid(problems);
        }
        return new MeetingRequest(
                text(json, "topic"),
                number(json, "type"),
                text(json, "start_time"),
                number(json, "duration"),
                text(json, "timezone"),
                text(json, "password"),
                json.path("default_password").asBoolean(false),
                text(json, "agenda"),
                text(json, "schedule_for"),
                json.get("recurrence"),
                json.get("settings") instanceof ObjectNode settings ? settings : null);
    }

    /** With Z the time is UTC; without it is wall time in the zone given, or else in the one passed. */
    @Nullable
    Instant start(ZoneId otherwise) {
        if (startTime == null) {
            return null;
        }
        if (startTime.endsWith("Z")) {
            return Instant.parse(startTime);
        }
        var zone = timezone == null ? otherwise : ZoneId.of(timezone);
        return LocalDateTime.parse(startTime).atZone(zone).toInstant();
    }

    private static List<Field> problems(ObjectNode json) {
        var problems = new ArrayList<Field>();
        check(
                problems,
                json,
                "topic",
                value -> value.isString() && value.asString().length() <= 200);
        check(
                problems,
                json,
                "agenda",
                value -> value.isString() && value.asString().length() <= 2_000);
        check(problems, json, "type", value -> value.isInt() && TYPES.contains(value.asInt()));
        check(problems, json, "duration", value -> value.isInt() && value.asInt() > 0);
        check(problems, json, "start_time", value -> value.isString() && time(value.asString()));
        check(problems, json, "timezone", value -> value.isString() && zone(value.asString()));
        check(
                problems,
                json,
                "password",
                value -> value.isString() && PASSCODE.matcher(value.asString()).matches());
        check(problems, json, "default_password", JsonNode::isBoolean);
        check(problems, json, "schedule_for", JsonNode::isString);
        check(problems, json, "settings", JsonNode::isObject);
        if (json.get("settings") instanceof ObjectNode settings) {
            problems.addAll(MeetingSettings.problems(settings));
        }
        return problems;
    }

    private static void check(List<Field> problems, ObjectNode json, String name, Predicate<JsonNode> rule) {
        var value = json.get(name);
        if (value != null && !value.isNull() && !rule.test(value)) {
            problems.add(new Field(name, "Invalid field."));
        }
    }

    private static boolean time(String text) {
        try {
            return START.matcher(text).matches() && LocalDateTime.parse(text.replace("Z", "")) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean zone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    private static @Nullable String text(ObjectNode json, String name) {
        return json.path(name).isString() ? json.path(name).asString() : null;
    }

    private static @Nullable Integer number(ObjectNode json, String name) {
        return json.path(name).isInt() ? (Integer) json.path(name).asInt() : null;
    }
}
