package org.zoomsandbox.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.zoomsandbox.http.CallLog;
import org.zoomsandbox.http.Pages;
import org.zoomsandbox.meetings.MeetingDesk;
import org.zoomsandbox.oauth.Credential;
import org.zoomsandbox.oauth.Tokens;
import org.zoomsandbox.webhooks.Delivery;
import org.zoomsandbox.webhooks.Webhooks;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.VirtualClock;
import org.zoomsandbox.world.ZoomApp;
import tools.jackson.databind.node.ObjectNode;

/** The page for people: what there is and what has happened, with buttons for what hosts do. */
public final class Overview {

    private static final int SHOWN = 25;

    private final VirtualClock clock;
    private final Directory directory;
    private final MeetingDesk desk;
    private final Tokens tokens;
    private final CallLog calls;
    private final Webhooks webhooks;

    public Overview(
            VirtualClock clock,
            Directory directory,
            MeetingDesk desk,
            Tokens tokens,
            CallLog calls,
            Webhooks webhooks) {
        this.clock = clock;
        this.directory = directory;
        this.desk = desk;
        this.tokens = tokens;
        this.calls = calls;
        this.webhooks = webhooks;
    }

    public void add(RoutesConfig routes) {
        routes.get("/", context -> Pages.show(context, 200, "overview", Map.of("title", "Overview", "state", state())));
        routes.get("/overview", context -> context.html(state()));
        routes.post("/actions/{id}/{action}", this::act);
        routes.get("/assets/{name}", Pages::asset);
    }

    private String state() {
        return Pages.fragment(
                "state",
                Map.of(
                        "now", clock.instant().toString().substring(0, 19).replace('T', ' '),
                        "meetings",
                                desk.newest(SHOWN).stream()
                                        .map(Overview::meeting)
                                        .toList(),
                        "tokens",
                                tokens.all().stream()
                                        .limit(SHOWN)
                                        .map(this::token)
                                        .toList(),
                        "calls", calls.last(SHOWN).stream().map(Overview::call).toList(),
                        "deliveries",
                                webhooks.last(SHOWN).stream()
                                        .map(Overview::delivery)
                                        .toList(),
                        "adds",
                                directory.apps().stream()
                                        .filter(Overview::addable)
                                        .map(Overview::add)
                                        .toList()));
    }

    private void act(Context context) {
        var id = context.pathParam("id");
        switch (context.pathParam("action")) {
            case "start" -> desk.start(id);
            case "end" -> desk.end(id);
            case "delete" -> desk.delete(id);
            case "move" -> move(id);
            case String other -> throw new IllegalArgumentException("unknown action: " + other);
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    /** An hour later than it was. */
    private void move(String id) {
        var start = Instant.parse(
                desk.one(id).path("start_time").asString(clock.instant().toString()));
        desk.change(
                id,
                Json.object().put("start_time", start.plus(Duration.ofHours(1)).toString()));
    }

    private static Map<String, Object> meeting(ObjectNode meeting) {
        var status = meeting.path("status").asString();
        var shown = new HashMap<String, Object>();
        shown.put("id", meeting.path("id").asString());
        shown.put("topic", meeting.path("topic").asString());
        shown.put("host", meeting.path("host_email").asString());
        shown.put("start", meeting.path("start_time").asString("at once"));
        shown.put("duration", meeting.path("duration").asInt());
        shown.put("status", status);
        shown.put("waitingRoom", meeting.path("settings").path("waiting_room").asBoolean() ? "on" : "off");
        shown.put("guests", meeting.path("guests").size());
        shown.put("joinUrl", meeting.path("join_url").asString());
        shown.put("waiting", status.equals("waiting"));
        shown.put("started", status.equals("started"));
        shown.put("movable", status.equals("waiting") && meeting.has("start_time"));
        return shown;
    }

    private Map<String, Object> token(Credential token) {
        var userId = token.grant().userId();
        var user = userId == null ? null : directory.user(userId);
        var state = token.fate() == Credential.Fate.CURRENT && !tokens.usableNow(token)
                ? "expired"
                : token.fate().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "kind", token.kind().name().toLowerCase(Locale.ROOT),
                "value", WorldControls.masked(token),
                "user", user == null ? token.grant().accountId() : user.email(),
                "state", state,
                "cause", Objects.requireNonNullElse(token.cause(), ""),
                "expires", time(token.expiresAt()));
    }

    private static Map<String, Object> call(CallLog.Entry call) {
        return Map.of(
                "at", time(call.at()),
                "method", call.method(),
                "path", call.path(),
                "status", call.status() == 0 ? "reset" : "" + call.status(),
                "user", Objects.requireNonNullElse(call.user(), ""),
                "faults", String.join(", ", call.faults()));
    }

    private static Map<String, Object> delivery(Delivery.View delivery) {
        var tries = delivery.attempts().stream()
                .map(attempt -> attempt.status() == 0
                        ? Objects.requireNonNullElse(attempt.error(), "no answer")
                        : "" + attempt.status())
                .toList();
        return Map.of(
                "event", delivery.event(),
                "due", time(delivery.due()),
                "state", delivery.state().name().toLowerCase(Locale.ROOT),
                "attempts", String.join(", ", tries),
                "url", delivery.url());
    }

    private static boolean addable(ZoomApp app) {
        return !app.serverToServer() && !app.redirectUris().isEmpty();
    }

    /** The Marketplace's Add button starts without a state. */
    private static Map<String, Object> add(ZoomApp app) {
        return Map.of(
                "name", app.name(),
                "clientId", app.clientId(),
                "redirectUri", app.redirectUris().getFirst());
    }

    private static String time(Instant instant) {
        return instant.toString().substring(0, 19).replace('T', ' ');
    }
}
