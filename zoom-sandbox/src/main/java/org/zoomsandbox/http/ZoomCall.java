package org.zoomsandbox.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.ZoomUser;

/** One request as the endpoints see it. */
public final class ZoomCall {

    private final Context context;
    private @Nullable Caller caller;

    ZoomCall(Context context) {
        this.context = context;
    }

    void identify(@Nullable Caller found) {
        caller = found;
    }

    @Nullable
    Caller knownCaller() {
        return caller;
    }

    /** Whose token it is; known to every endpoint behind the gate. */
    public Caller caller() {
        return Objects.requireNonNull(caller);
    }

    /** The user in the path, where {@code me} stands for the token's owner. */
    public @Nullable ZoomUser self() {
        return caller == null ? null : caller.user();
    }

    /** A meeting's uuid that begins with a slash arrives encoded twice. */
    public String path(String name) {
        var value = context.pathParam(name);
        return value.contains("%") ? URLDecoder.decode(value, StandardCharsets.UTF_8) : value;
    }

    public @Nullable String query(String name) {
        return context.queryParam(name);
    }

    public String body() {
        return context.body();
    }

    /** A form field; the token endpoint also takes query parameters. */
    public @Nullable String form(String name) {
        var value = context.formParam(name);
        return value != null ? value : context.queryParam(name);
    }

    public @Nullable String header(String name) {
        return context.header(name);
    }
}
