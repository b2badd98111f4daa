package org.zoomsandbox.oauth;

import org.zoomsandbox.webhooks.Webhooks;
import org.zoomsandbox.world.Directory;

/** Apps leaving people's Zoom, with the notification Zoom sends about it. */
public final class Installations {

    private final Directory directory;
    private final Tokens tokens;
    private final Webhooks webhooks;

    public Installations(Directory directory, Tokens tokens, Webhooks webhooks) {
        this.directory = directory;
        this.tokens = tokens;
        this.webhooks = webhooks;
    }

    /** Removes the app from this person's Zoom; says whether it was there. */
    public boolean remove(String clientId, String userId, String cause, boolean notify) {
        var grant = tokens.uninstall(clientId, userId, cause);
        var app = directory.app(clientId);
        if (grant == null || app == null) {
            return false;
        }
        if (notify) {
            webhooks.deauthorized(app, grant.accountId(), userId);
        }
        return true;
    }
}
