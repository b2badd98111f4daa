package org.zoomsandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An app as its developer has configured it in the Marketplace. */
public record ZoomApp(
        Kind kind,
        String clientId,
        String clientSecret,
        String name,
        @Nullable String accountId,
        List<String> redirectUris,
        boolean strictRedirects,
        List<Scope> scopes,
        Webhook webhook,
        @Nullable String deauthorizationUrl,
        DeauthorizationShape deauthorizationShape,
        @Nullable String apiUrl,
        boolean disabled,
        boolean approvalRequired,
        boolean declineRedirects,
        boolean accessSurvivesRefresh) {

    /** A General app acts for each person who adds it; a Server-to-Server app for the one account that owns it. */
    public enum Kind {
        GENERAL,
        SERVER_TO_SERVER
    }

    /** Where {@code app_deauthorized} carries its time, and whether it has the fields of older notifications. */
    public enum DeauthorizationShape {
        TOP_LEVEL,
        IN_PAYLOAD,
        LEGACY
    }

    /** A scope, and whether a person may untick it. */
    public record Scope(String scope, boolean optional) {}

    /** The event subscription; no event types means all of them, retryClientErrors also repeats after 4xx answers. */
    public record Webhook(@Nullable String url, String secretToken, List<String> events, boolean retryClientErrors) {

        public boolean wants(String event) {
            return events.isEmpty() || events.contains(event);
        }
    }

    public boolean serverToServer() {
        return kind == Kind.SERVER_TO_SERVER;
    }

    public List<String> scopeNames() {
        return scopes.stream().map(Scope::scope).toList();
    }
}
