package org.zoomsandbox.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.CallLog;
import org.zoomsandbox.http.Fault;
import org.zoomsandbox.http.Faults;
import org.zoomsandbox.http.RateLimits;
import org.zoomsandbox.http.RefreshLog;
import org.zoomsandbox.webhooks.Disturbance;
import org.zoomsandbox.webhooks.Disturbances;
import org.zoomsandbox.webhooks.Webhooks;
import org.zoomsandbox.world.Chance;
import org.zoomsandbox.world.Charge;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.IssuedSecrets;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.VirtualClock;
import tools.jackson.databind.node.ObjectNode;

/** Time, limits, faults, and a look at what has gone over the wire. */
public final class ControlEndpoints {

    private static final String LAST = "100";

    private final VirtualClock clock;
    private final Site site;
    private final RateLimits limits;
    private final Faults faults;
    private final CallLog calls;
    private final RefreshLog refreshes;
    private final IssuedSecrets secrets;
    private final Webhooks webhooks;
    private final Disturbances disturbances;
    private final Directory directory;
    private final Runnable reset;

    public ControlEndpoints(
            VirtualClock clock,
            Site site,
            RateLimits limits,
            Faults faults,
            CallLog calls,
            RefreshLog refreshes,
            IssuedSecrets secrets,
            Webhooks webhooks,
            Disturbances disturbances,
            Directory directory,
            Runnable reset) {
        this.clock = clock;
        this.site = site;
        this.limits = limits;
        this.faults = faults;
        this.calls = calls;
        this.refreshes = refreshes;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.disturbances = disturbances;
        this.directory = directory;
        this.reset = reset;
    }

    public void add(RoutesConfig routes) {
        Commands.explainMistakes(routes);
        routes.get("/control/ping", Commands.answer((context, order) -> ping()));
        routes.post("/control/reset", Commands.answer((context, order) -> startOver()));
        routes.get("/control/clock", Commands.answer((context, order) -> time()));
        routes.post("/control/clock", Commands.answer((context, order) -> setTime(order)));
        routes.get("/control/limits", Commands.answer((context, order) -> limits.policy()));
        routes.put("/control/limits", Commands.answer((context, order) -> setLimits(order)));
        routes.get("/control/faults", Commands.answer((context, order) -> faults.all()));
        routes.post("/control/faults", Commands.answer((context, order) -> addFault(order)));
        routes.delete("/control/faults", Commands.answer((context, order) -> clearFaults()));
        routes.delete("/control/faults/{id}", Commands.answer((context, order) -> removeFault(context)));
        routes.get("/control/calls", Commands.answer((context, order) -> calls(context)));
        routes.delete("/control/calls", Commands.answer((context, order) -> forgetCalls()));
        routes.get("/control/refreshes", Commands.answer((context, order) -> refreshes.all()));
        routes.get("/control/secrets", Commands.answer((context, order) -> secrets()));
        routes.get("/control/webhooks", Commands.answer((context, order) -> deliveries(context)));
        routes.post("/control/webhooks/send", Commands.answer((context, order) -> send(order)));
        routes.put("/control/webhooks/timestamps", Commands.answer((context, order) -> timestamps(order)));
        routes.get("/control/webhooks/disturbances", Commands.answer((context, order) -> disturbances.all()));
        routes.post("/control/webhooks/disturbances", Commands.answer((context, order) -> disturb(order)));
        routes.delete("/control/webhooks/disturbances", Commands.answer((context, order) -> calm()));
    }

    private Object ping() {
        return Json.object()
                .put("sandbox", true)
                .put("name", "Zoom sandbox: a stand-in, not Zoom")
                .put("baseUrl", site.baseUrl())
                .put("now", clock.instant().toString());
    }

    private Object startOver() {
        reset.run();
        return Commands.done();
    }

    private Object time() {
        return Json.object()
                .put("now", clock.instant().toString())
                .put("frozen", clock.frozen())
                .put(
                        "aheadSeconds",
                        Duration.between(Instant.now(), clock.instant()).toSeconds());
    }

    private Object setTime(ObjectNode order) {
        if (order.has("freeze")) {
            clock.freeze(order.path("freeze").asBoolean());
        }
        if (order.has("advance")) {
            clock.advance(Duration.parse(Commands.text(order, "advance")));
        }
        if (order.has("now")) {
            clock.moveTo(Instant.parse(Commands.text(order, "now")));
        }
        return time();
    }

    private Object setLimits(ObjectNode order) {
        limits.policy(Json.patched(limits.policy(), order, RateLimits.Policy.class));
        return limits.policy();
    }

    private Object addFault(ObjectNode order) {
        var fault = new Fault(
                Commands.text(order, "endpoint"),
                optional(order, "user"),
                optional(order, "grant"),
                Fault.Kind.of(Commands.text(order, "kind")),
                times(order),
                chance(order),
                params(order));
        return Json.object().put("id", faults.add(fault));
    }

    private Object clearFaults() {
        faults.clear();
        return Commands.done();
    }

    private Object removeFault(Context context) {
        if (!faults.remove(context.pathParam("id"))) {
            throw new IllegalArgumentException("no such fault: " + context.pathParam("id"));
        }
        return Commands.done();
    }

    private Object calls(Context context) {
        var body = Json.object();
        body.set("counts", Json.tree(calls.counts()));
        body.set("calls", Json.tree(calls.last(limit(context))));
        return body;
    }

    private Object forgetCalls() {
        calls.clear();
        return Commands.done();
    }

    private Object secrets() {
        var body = Json.object().put("dropped", secrets.dropped());
        body.set("secrets", Json.tree(secrets.all()));
        return body;
    }

    private Object deliveries(Context context) {
        var body = Json.object().put("underWay", webhooks.underWay()).put("waiting", webhooks.waiting());
        body.set("deliveries", Json.tree(webhooks.last(limit(context))));
        return body;
    }

    private Object send(ObjectNode order) {
        var app = directory.app(Commands.text(order, "clientId"));
        if (app == null) {
            throw new IllegalArgumentException("no such app");
        }
        var payload = order.get("payload") instanceof ObjectNode given ? given : Json.object();
        webhooks.send(app, Commands.text(order, "event"), payload);
        return Commands.done();
    }

    private Object timestamps(ObjectNode order) {
        webhooks.virtualTimestamps(order.path("virtual").asBoolean());
        return Commands.done();
    }

    private Object disturb(ObjectNode order) {
        disturbances.add(new Disturbance(
                optional(order, "clientId"),
                Objects.requireNonNullElse(optional(order, "event"), "*"),
                Disturbance.Kind.of(Commands.text(order, "kind")),
                times(order),
                chance(order),
                params(order)));
        return Commands.done();
    }

    private Object calm() {
        disturbances.clear();
        webhooks.release();
        return Commands.done();
    }

    private static int limit(Context context) {
        return Integer.parseInt(Objects.requireNonNullElse(context.queryParam("limit"), LAST));
    }

    private static @Nullable String optional(ObjectNode order, String name) {
        return order.hasNonNull(name) ? Commands.text(order, name) : null;
    }

    private static int times(ObjectNode order) {
        var times = order.path("times");
        return "always".equals(times.asString("")) ? Charge.ALWAYS : times.asInt(1);
    }

    private static Chance chance(ObjectNode order) {
        return new Chance(order.path("share").asDouble(1), order.path("seed").asLong(0));
    }

    private static ObjectNode params(ObjectNode order) {
        return order.get("params") instanceof ObjectNode params ? params : Json.object();
    }
}
