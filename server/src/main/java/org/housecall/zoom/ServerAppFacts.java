package org.housecall.zoom;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known here of an owner's Server-to-Server app. Zoom is not asked. */
@Component
public class ServerAppFacts {

    private final ZoomApps apps;
    private final AccountTokens tokens;
    private final MappedUsers users;

    ServerAppFacts(ZoomApps apps, AccountTokens tokens, MappedUsers users) {
        this.apps = apps;
        this.tokens = tokens;
        this.users = users;
    }

    /**
     * As it is stored.
     *
     * @param tokenUntil until when the last token is good, or was, that Zoom gave by the credentials as they are now; null: it gave none
     * @param granted the scopes of that token, as Zoom names them
     * @param mapped how many doctors of the current clinic have a Zoom user
     */
    public record Known(ZoomApp app, @Nullable Instant tokenUntil, Set<String> granted, int mapped) {}

    public Optional<Known> of(UUID owner) {
        return apps.of(owner, ZoomApp.Kind.SERVER_TO_SERVER)
                .map(app -> new Known(
                        app,
                        tokens.goodUntil(app.id()).orElse(null),
                        tokens.scopes(app.id()),
                        users.all().size()));
    }
}
