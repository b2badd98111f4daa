package org.zoomsandbox.oauth;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An authorization code, access token or refresh token, and what has become of it. */
public final class Credential {

    /** What it is. */
    public enum Kind {
        CODE,
        ACCESS,
        REFRESH
    }

    /** What has become of it. Expiry is a matter of the clock, so it is not among these. */
    public enum Fate {
        CURRENT,
        USED,
        ROTATED,
        REVOKED
    }

    /** What an authorization code is bound to. */
    record Binding(String redirectUri, @Nullable Pkce pkce) {}

    private final Kind kind;
    private final String value;
    private final Grant grant;
    private final Instant issuedAt;
    private final @Nullable Binding binding;
    private volatile Instant expiresAt;
    private volatile Fate fate = Fate.CURRENT;
    private volatile @Nullable String cause;

    Credential(Kind kind, String value, Grant grant, Instant issuedAt, Instant expiresAt, @Nullable Binding binding) {
        this.kind = kind;
        this.value = value;
        this.grant = grant;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
        this.binding = binding;
    }

    /** For whom, through which app, and for what; without a user it is the app's own account. */
    public record Grant(String clientId, @Nullable String userId, String accountId, Set<String> scopes) {

        boolean of(String app, @Nullable String user) {
            return clientId.equals(app) && (user == null || user.equals(userId));
        }
    }

    boolean usableAt(Instant now) {
        return fate == Fate.CURRENT && now.isBefore(expiresAt);
    }

    void end(Fate end, String why) {
        if (fate == Fate.CURRENT) {
            fate = end;
            cause = why;
        }
    }

    void expireAt(Instant now) {
        expiresAt = now;
    }

    public Kind kind() {
        return kind;
    }

    public String value() {
        return value;
    }

    public Grant grant() {
        return grant;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Fate fate() {
        return fate;
    }

    /** Why it ended, or null. */
    public @Nullable String cause() {
        return cause;
    }

    @Nullable
    Binding binding() {
        return binding;
    }
}
