package org.housecall.zoom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How every meeting is closed to strangers. Sent with every create and update; what an account has locked otherwise, Zoom silently overrides. */
final class PrivacySettings {

    /** What is compared with Zoom's answer. */
    private static final Map<String, Object> PRIVATE = Map.of(
            "waiting_room",
            true,
            "join_before_host",
            false,
            "use_pmi",
            false,
            "auto_recording",
            "none",
            "auto_start_meeting_summary",
            false,
            "auto_start_ai_companion_questions",
            false,
            "meeting_authentication", // true would lock out patients without a Zoom account
            false,
            "approval_type", // 2: nobody registers at Zoom
            2);

    private static final String PASSCODE = "password";
    private static final String CHAT = "continuous_meeting_chat";

    private PrivacySettings() {}

    static Map<String, Object> wanted() {
        Map<String, Object> settings = new LinkedHashMap<>(PRIVATE);
        settings.put(CHAT, Map.of("enable", false));
        settings.put("email_notification", false);
        settings.put("alternative_hosts_email_notification", false);
        settings.put("host_video", true);
        settings.put("participant_video", true);
        settings.put("mute_upon_entry", false);
        return settings;
    }

    /** The names of all that is compared. */
    static Set<String> compared() {
        Set<String> names = new TreeSet<>(PRIVATE.keySet());
        names.add(CHAT);
        names.add(PASSCODE);
        return Collections.unmodifiableSet(names);
    }

    /** The names of settings that are not as we asked; one that Zoom does not mention counts as ours. */
    static List<String> differences(JsonNode meeting) {
        List<String> differences = new ArrayList<>();
        JsonNode settings = meeting.path("settings");
        PRIVATE.forEach((name, wanted) -> {
            if (differs(Fields.text(settings, name), wanted)) {
                differences.add(name);
            }
        });
        if (differs(Fields.text(settings.path(CHAT), "enable"), false)) {
            differences.add(CHAT);
        }
        String passcode = Fields.text(meeting, PASSCODE);
        if (passcode == null || passcode.isEmpty()) {
            differences.add(PASSCODE);
        }
        return differences.stream().sorted().toList();
    }

    private static boolean differs(@Nullable String actual, Object wanted) {
        return actual != null && !actual.isEmpty() && !actual.equals(wanted.toString());
    }
}
