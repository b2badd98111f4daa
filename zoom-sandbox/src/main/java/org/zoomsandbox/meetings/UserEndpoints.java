package org.zoomsandbox.meetings;

import java.util.List;
import java.util.Locale;
import org.zoomsandbox.http.Answer;
import org.zoomsandbox.http.Label;
import org.zoomsandbox.http.Operation;
import org.zoomsandbox.http.Operation.Effect;
import org.zoomsandbox.http.ZoomCall;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.PasscodePolicy;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.ZoomUser;
import tools.jackson.databind.node.ObjectNode;

/** Zoom's operations on users. */
public final class UserEndpoints {

    private final Hosts hosts;
    private final Site site;

    public UserEndpoints(Directory directory, Site site) {
        this.hosts = new Hosts(directory);
        this.site = site;
    }

    public List<Operation> operations() {
        var one = "/v2/users/{userId}";
        return List.of(
                new Operation("GET", one, Label.LIGHT, Effect.READS, hosts::named, this::get),
                new Operation("GET", one + "/settings", Label.MEDIUM, Effect.READS, hosts::named, this::settings));
    }

    private Answer get(ZoomCall call) {
        var user = hosts.required(call, "user:read:user");
        var body = Json.object()
                .put("id", user.id())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("display_name", user.displayName())
                .put("email", user.email())
                .put("type", user.type())
                .put("role_name", "Owner")
                .put("role_id", "0")
                .put("pmi", user.pmi())
                .put("use_pmi", false)
                .put("personal_meeting_url", site.linkBase() + "/j/" + user.pmi())
                .put("timezone", user.timezone())
                .put("verified", 1)
                .put("dept", "")
                .put("created_at", user.createdAt().toString())
                .put("user_created_at", user.createdAt().toString())
                .put("last_login_time", user.createdAt().toString())
                .put("language", "en-US")
                .put("status", user.status())
                .put("account_id", user.accountId())
                .put("account_number", user.accountId().hashCode() & Integer.MAX_VALUE)
                .put("cluster", "us06")
                .put("jid", user.id().toLowerCase(Locale.ROOT) + "@xmpp.zoom.us")
                .put("field_nobody_knows_yet", "Zoom adds fields often");
        body.putArray("login_types").add(100);
        body.putArray("group_ids");
        body.putArray("im_group_ids");
        return Answer.json(200, body);
    }

    private Answer settings(ZoomCall call) {
        var user = hosts.required(call, "user:read:settings");
        var locked = user.settings().locked();
        var defaults = MeetingSettings.fresh();
        defaults.setAll(locked);
        var body = Json.object();
        var schedule = body.putObject("schedule_meeting");
        copy(defaults, schedule, "host_video", "join_before_host", "meeting_authentication");
        schedule.put(
                "require_password_for_scheduling_new_meetings",
                user.settings().passcodePolicy().required());
        schedule.set("meeting_password_requirement", requirement(user));
        copy(defaults, body.putObject("in_meeting"), "waiting_room", "auto_start_meeting_summary");
        copy(defaults, body.putObject("recording"), "auto_recording");
        var security = body.putObject("meeting_security");
        copy(defaults, security, "waiting_room", "encryption_type");
        security.put("meeting_password", user.settings().passcodePolicy().required());
        security.set("meeting_password_requirement", requirement(user));
        return Answer.json(200, body);
    }

    private static ObjectNode requirement(ZoomUser user) {
        PasscodePolicy policy = user.settings().passcodePolicy();
        return Json.object()
                .put("length", policy.length())
                .put("have_letter", policy.haveLetter())
                .put("have_number", policy.haveNumber())
                .put("have_special_character", policy.haveSpecialCharacter())
                .put("have_upper_and_lower_characters", policy.haveUpperAndLowerCharacters())
                .put("only_allow_numeric", policy.onlyAllowNumeric())
                .put("consecutive_characters_length", policy.consecutiveCharactersLength())
                .put("weak_enhance_detection", policy.weakEnhanceDetection());
    }

    private static void copy(ObjectNode from, ObjectNode to, String... names) {
        for (var name : names) {
            to.set(name, from.path(name));
        }
    }
}
