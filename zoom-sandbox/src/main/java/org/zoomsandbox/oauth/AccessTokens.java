package org.zoomsandbox.oauth;

import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.Caller;
import org.zoomsandbox.http.Callers;
import org.zoomsandbox.http.ZoomError;
import org.zoomsandbox.world.Directory;

/** Finds the caller behind an access token. */
public final class AccessTokens implements Callers {

    private final Directory directory;
    private final Tokens tokens;

    public AccessTokens(Directory directory, Tokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    @Override
    public @Nullable Caller of(String accessToken) {
        var found = tokens.access(accessToken);
        if (found == null || found.fate() != Credential.Fate.CURRENT) {
            return null;
        }
        if (!tokens.usableNow(found)) {
            throw ZoomError.token("Access token is expired.");
        }
        var grant = found.grant();
        var app = directory.app(grant.clientId());
        var user = grant.userId() == null ? null : directory.user(grant.userId());
        if (app == null || app.disabled() || (grant.userId() != null && user == null)) {
            return null;
        }
        return new Caller(app, user, grant.accountId(), grant.scopes());
    }
}
