package org.zoomsandbox.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.ZoomUser;

/** One REST operation: where it is, what it costs, whose meetings it touches, and who answers it. */
public record Operation(
        String method,
        String path,
        Label label,
        Effect effect,
        Function<ZoomCall, @Nullable ZoomUser> host,
        Endpoint endpoint) {

    /** Zoom counts creations and updates per host and day; deletions and status changes only hold the host's lock. */
    public enum Effect {
        READS,
        WRITES,
        COUNTED
    }

    boolean writes() {
        return effect != Effect.READS;
    }

    String key() {
        return method + " " + path;
    }
}
