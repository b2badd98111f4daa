package org.zoomsandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.ZoomApp;
import org.zoomsandbox.world.ZoomUser;

/** Whose token a call carries: a person's, or with no person the whole account's. */
public record Caller(ZoomApp app, @Nullable ZoomUser user, String accountId, Set<String> scopes) {

    /** Refuses the call unless the token has this scope, or its account-wide twin. */
    public void require(String scope) {
        var admin = scope + ":admin";
        if (!scopes.contains(admin) && (user == null || !scopes.contains(scope))) {
            throw missing(List.of(scope, admin));
        }
    }

    /** Refuses the call unless the token reaches this person; a user's own token never reaches anybody else. */
    public void requireReach(ZoomUser target, String scope) {
        if (user != null && !user.id().equals(target.id()) && !scopes.contains(scope + ":admin")) {
            throw missing(List.of(scope + ":admin"));
        }
    }

    private static ZoomError missing(List<String> scopes) {
        var shuffled = new ArrayList<>(scopes);
        Dice.shuffle(shuffled);
        return ZoomError.of(
                400, 4711, "Invalid access token, does not contain scopes:[" + String.join(", ", shuffled) + "].");
    }
}
