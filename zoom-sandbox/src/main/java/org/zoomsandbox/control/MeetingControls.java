package org.zoomsandbox.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.zoomsandbox.meetings.MeetingDesk;
import tools.jackson.databind.node.ObjectNode;

/** What people do in Zoom's own windows, as commands. */
public final class MeetingControls {

    private final MeetingDesk desk;

    public MeetingControls(MeetingDesk desk) {
        this.desk = desk;
    }

    public void add(RoutesConfig routes) {
        routes.get("/control/meetings", Commands.answer((context, order) -> list(context)));
        routes.post("/control/meetings", Commands.answer((context, order) -> schedule(order)));
        routes.get("/control/meetings/{id}", Commands.answer((context, order) -> desk.one(context.pathParam("id"))));
        routes.post("/control/meetings/{id}/{action}", Commands.answer(this::act));
    }

    private Object list(Context context) {
        var host = context.queryParam("host");
        return host == null ? desk.all() : desk.of(host);
    }

    private Object schedule(ObjectNode order) {
        return desk.schedule(Commands.text(order, "host"), order);
    }

    private Object act(Context context, ObjectNode order) {
        var id = context.pathParam("id");
        return switch (context.pathParam("action")) {
            case "change" -> desk.change(id, order);
            case "start" -> desk.start(id);
            case "end" -> desk.end(id);
            case "delete" -> desk.delete(id);
            case "recover" -> desk.recover(id);
            case "guest-arrives" -> desk.guestArrives(id, Commands.text(order, "name"));
            case "guest-admitted" -> desk.guestIsAdmitted(id, Commands.text(order, "name"));
            case "guest-leaves" -> desk.guestLeaves(id, Commands.text(order, "name"));
            case "webinar" -> desk.turnIntoWebinar(id);
            case String other -> throw new IllegalArgumentException("unknown action: " + other);
        };
    }
}
