package org.zoomsandbox.control;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Objects;

/** Keeps web pages from elsewhere, opened in the same browser, away from the controls. */
public final class LocalCallers {

    private LocalCallers() {}

    public static void check(Context context) {
        var host = Objects.requireNonNullElse(context.host(), "");
        var origin = context.header("Origin");
        if (!host.matches("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?")
                || (origin != null && !origin.equals("http://" + host))) {
            throw new ForbiddenResponse("The sandbox takes commands from this machine only.");
        }
    }
}
