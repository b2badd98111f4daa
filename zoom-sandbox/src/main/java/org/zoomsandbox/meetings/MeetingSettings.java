package org.zoomsandbox.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.ZoomError.Field;
import org.zoomsandbox.world.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A meeting's settings: what Zoom assumes, what a request may say, and what an administrator has locked. */
final class MeetingSettings {

    private static final Set<String> BOOLEANS = Set.of(
            "host_video",
            "participant_video",
            "join_before_host",
            "mute_upon_entry",
            "watermark",
            "use_pmi",
            "waiting_room",
            "meeting_authentication",
            "alternative_hosts_email_notification",
            "email_notification",
            "close_registration",
            "private_meeting",
            "allow_multiple_devices",
            "focus_mode",
            "internal_meeting",
            "participant_focused_meeting",
            "push_change_to_calendar",
            "auto_start_meeting_summary",
            "auto_start_ai_companion_questions",
            "device_testing",
            "registrants_confirmation_email",
            "registrants_email_notification");
    private static final Map<String, Set<String>> WORDS = Map.of(
            "auto_recording", Set.of("local", "cloud", "none"),
            "audio", Set.of("both", "telephony", "voip", "thirdParty"),
            "encryption_type", Set.of("enhanced_encryption", "e2ee"));
    private static final Map<String, Set<Integer>> NUMBERS = Map.of(
            "jbh_time", Set.of(0, 5, 10),
            "approval_type", Set.of(0, 1, 2),
            "registration_type", Set.of(1, 2, 3));

    private static final ObjectNode DEFAULTS = defaults();

    private MeetingSettings() {}

    private static ObjectNode defaults() {
        var settings = Json.object();
        BOOLEANS.stream().sorted().forEach(name -> settings.put(name, false));
        settings.put("alternative_hosts_email_notification", true)
                .put("email_notification", true)
                .put("registrants_confirmation_email", true)
                .put("registrants_email_notification", true)
                .put("jbh_time", 0)
                .put("approval_type", 2)
                .put("audio", "both")
                .put("auto_recording", "none")
                .put("encryption_type", "enhanced_encryption")
                .put("alternative_hosts", "")
                .put("contact_name", "")
                .put("contact_email", "");
        settings.putObject("breakout_room").put("enable", false);
        settings.putObject("continuous_meeting_chat").put("enable", true).put("auto_add_invited_external_users", false);
        settings.putArray("global_dial_in_countries");
        settings.putArray("global_dial_in_numbers");
        settings.putArray("meeting_invitees");
        settings.putArray("resources");
        settings.put("field_nobody_knows_yet", "Zoom adds fields often");
        return settings;
    }

    static ObjectNode fresh() {
        return DEFAULTS.deepCopy();
    }

    /** Lays the wishes and then the locks over the settings; names Zoom does not know are dropped. */
    static void apply(ObjectNode settings, @Nullable ObjectNode wishes, Map<String, JsonNode> locked) {
        if (wishes != null) {
            wishes.properties().stream()
                    .filter(wish -> DEFAULTS.has(wish.getKey()) || wish.getKey().startsWith("registration"))
                    .forEach(wish -> settings.set(wish.getKey(), wish.getValue()));
        }
        settings.setAll(locked);
    }

    /** The waiting room disables joining before the host, and Zoom forces it on where nothing else protects. */
    static void settle(ObjectNode settings, boolean hasPasscode) {
        if (!hasPasscode && !on(settings, "waiting_room") && !on(settings, "meeting_authentication")) {
            settings.put("waiting_room", true);
        }
        if (on(settings, "waiting_room")) {
            settings.put("join_before_host", false);
        }
    }

    static boolean on(ObjectNode settings, String name) {
        return settings.path(name).asBoolean(false);
    }

    /** What is wrong with the wishes. */
    static List<Field> problems(ObjectNode wishes) {
        var problems = new ArrayList<Field>();
        for (var wish : wishes.properties()) {
            var name = wish.getKey();
            if (!acceptable(name, wish.getValue())) {
                problems.add(new Field("settings." + name, "Invalid field."));
            }
        }
        return problems;
    }

    private static boolean acceptable(String name, JsonNode value) {
        if (BOOLEANS.contains(name)) {
            return value.isBoolean();
        }
        if (WORDS.containsKey(name)) {
            return value.isString() && WORDS.get(name).contains(value.asString());
        }
        return !NUMBERS.containsKey(name) || (value.isInt() && NUMBERS.get(name).contains(value.asInt()));
    }
}
