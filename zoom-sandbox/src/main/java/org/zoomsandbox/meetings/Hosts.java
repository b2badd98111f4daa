package org.zoomsandbox.meetings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.ZoomCall;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.ZoomUser;

/** The user a path names by id, by address, or as {@code me}. */
final class Hosts {

    private final Directory directory;

    Hosts(Directory directory) {
        this.directory = directory;
    }

    /** Whom the path means; {@code me} has no meaning for an account's own token. */
    @Nullable
    ZoomUser named(ZoomCall call) {
        var name = call.path("userId");
        return name.equals("me") ? call.self() : directory.user(name);
    }

    /** The same, after checking that the caller has the scope and reaches this user. */
    ZoomUser required(ZoomCall call, String scope) {
        var caller = call.caller();
        caller.require(scope);
        var user = named(call);
        if (user == null) {
            throw unknown(call.path("userId"));
        }
        caller.requireReach(user, scope);
        if (!Objects.equals(user.accountId(), caller.accountId())) {
            throw unknown(call.path("userId"));
        }
        return user;
    }

    static ZoomError unknown(String id) {
        return ZoomError.of(404, 1001, "User does not exist: " + id + ".");
    }
}
