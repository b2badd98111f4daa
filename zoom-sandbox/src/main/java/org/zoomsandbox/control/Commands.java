package org.zoomsandbox.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.DateTimeException;
import org.zoomsandbox.world.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** How controls read their orders and answer them. */
final class Commands {

    /** Carries out an order and says what came of it. */
    @FunctionalInterface
    interface Command {

        Object run(Context context, ObjectNode order);
    }

    private Commands() {}

    /** Mistakes in an order come back as 400 with a sentence. */
    static void explainMistakes(RoutesConfig routes) {
        routes.exception(IllegalArgumentException.class, Commands::mistaken);
        routes.exception(JacksonException.class, Commands::mistaken);
        routes.exception(DateTimeException.class, Commands::mistaken);
    }

    static Handler answer(Command command) {
        return context -> {
            var order = order(context);
            context.contentType("application/json;charset=UTF-8").result(Json.write(command.run(context, order)));
        };
    }

    static ObjectNode done() {
        return Json.object().put("ok", true);
    }

    static String text(ObjectNode order, String name) {
        if (!order.path(name).isString()) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return order.path(name).asString();
    }

    private static ObjectNode order(Context context) {
        var body = context.body();
        if (body.isBlank()) {
            return Json.object();
        }
        var order = Json.parseObject(body);
        if (order == null) {
            throw new IllegalArgumentException("The body is not a JSON object.");
        }
        return order;
    }

    private static void mistaken(Exception mistake, Context context) {
        context.status(400)
                .contentType("application/json;charset=UTF-8")
                .result(Json.write(Json.object().put("error", mistake.getMessage())));
    }
}
