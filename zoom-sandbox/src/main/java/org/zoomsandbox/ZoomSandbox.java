package org.zoomsandbox;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zoomsandbox.control.ControlEndpoints;
import org.zoomsandbox.control.LocalCallers;
import org.zoomsandbox.control.MeetingControls;
import org.zoomsandbox.control.Overview;
import org.zoomsandbox.control.WorldControls;
import org.zoomsandbox.http.Answer;
import org.zoomsandbox.http.Label;
import org.zoomsandbox.http.Operation;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.meetings.LinkPages;
import org.zoomsandbox.meetings.MeetingEndpoints;
import org.zoomsandbox.meetings.UserEndpoints;
import org.zoomsandbox.oauth.Consent;
import org.zoomsandbox.oauth.TokenEndpoint;

/** A running stand-in for Zoom, on the loopback address only. */
public final class ZoomSandbox implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration TICK = Duration.ofMillis(250);

    private final Zoom zoom;
    private final Javalin server;
    private final Thread ticker =
            Thread.ofPlatform().daemon().name("zoom-sandbox-tick").unstarted(this::tick);

    private ZoomSandbox(Options options) {
        this.zoom = new Zoom(options);
        this.server = Javalin.create(this::configure);
    }

    /** Starts a sandbox; close it to stop. */
    public static ZoomSandbox start(Options options) {
        var sandbox = new ZoomSandbox(options);
        sandbox.server.start(LOOPBACK, options.port());
        sandbox.zoom.site.startedOn(sandbox.port());
        sandbox.ticker.start();
        return sandbox;
    }

    public static void main(String[] arguments) {
        var sandbox = start(Options.parse(List.of(arguments)));
        System.out.println("Zoom sandbox (not Zoom) at " + sandbox.baseUrl());
    }

    public int port() {
        return server.port();
    }

    public String baseUrl() {
        return zoom.site.baseUrl();
    }

    @Override
    public void close() {
        ticker.interrupt();
        server.stop();
        zoom.webhooks.close();
    }

    /** Retries and time limits come due while the clock simply runs. */
    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK);
                zoom.tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        oauth(config.routes);
        rest(config.routes);
        pages(config.routes);
        control(config.routes);
        config.routes.exception(
                ZoomError.class,
                (error, context) -> context.status(error.answer().status())
                        .contentType(error.answer().contentType())
                        .result(error.answer().body()));
    }

    private void oauth(RoutesConfig routes) {
        var consent = new Consent(zoom.directory, zoom.tokens, zoom.site);
        routes.get("/oauth/authorize", consent::show);
        routes.post("/oauth/authorize", consent::decide);
        var tokens = new TokenEndpoint(zoom.directory, zoom.tokens, zoom.installations, zoom.site);
        routes.post("/oauth/token", zoom.gate.oauth("/oauth/token", tokens::subject, tokens::token));
        routes.post("/oauth/revoke", zoom.gate.oauth("/oauth/revoke", tokens::subject, tokens::revoke));
    }

    private void rest(RoutesConfig routes) {
        var meetings = new MeetingEndpoints(zoom.directory, zoom.meetings).operations();
        var users = new UserEndpoints(zoom.directory, zoom.site).operations();
        Stream.concat(meetings.stream(), users.stream())
                .forEach(each -> routes.addHttpHandler(
                        HandlerType.findOrCreate(each.method()), each.path(), zoom.gate.rest(each)));
        for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            var unknown = new Operation(
                    method,
                    "/v2/*",
                    Label.LIGHT,
                    Operation.Effect.READS,
                    call -> null,
                    call -> Answer.json(404, Map.of("code", 2300, "message", "This API endpoint is not recognized.")));
            routes.addHttpHandler(HandlerType.findOrCreate(method), "/v2/*", zoom.gate.rest(unknown));
        }
    }

    private void pages(RoutesConfig routes) {
        var links = new LinkPages(zoom.directory, zoom.meetings, zoom.links);
        routes.get("/s/{meetingId}", links::start);
        routes.get("/j/{meetingId}", links::join);
        routes.post("/j/{meetingId}", links::enter);
    }

    private void control(RoutesConfig routes) {
        routes.before("/control/*", LocalCallers::check);
        routes.before("/actions/*", LocalCallers::check);
        new ControlEndpoints(
                        zoom.clock,
                        zoom.site,
                        zoom.limits,
                        zoom.faults,
                        zoom.calls,
                        zoom.refreshes,
                        zoom.secrets,
                        zoom.webhooks,
                        zoom.disturbances,
                        zoom.directory,
                        zoom::reset)
                .add(routes);
        new WorldControls(zoom.directory, zoom.tokens, zoom.installations, zoom.webhooks, zoom.secrets).add(routes);
        new MeetingControls(zoom.desk).add(routes);
        new Overview(zoom.clock, zoom.directory, zoom.desk, zoom.tokens, zoom.calls, zoom.webhooks).add(routes);
    }
}
