package org.zoomsandbox.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.ZoomApp;

/** Where Zoom agrees to send a code. */
final class RedirectRules {

    private final Site site;

    RedirectRules(Site site) {
        this.site = site;
    }

    /** Strict mode wants the exact URL; without it Zoom compares beginnings. Custom schemes and plain http are refused. */
    boolean allow(ZoomApp app, @Nullable String redirectUri) {
        return redirectUri != null
                && secure(redirectUri)
                && app.redirectUris().stream()
                        .anyMatch(allowed ->
                                app.strictRedirects() ? redirectUri.equals(allowed) : redirectUri.startsWith(allowed));
    }

    private boolean secure(String redirectUri) {
        try {
            return site.reachable(new URI(redirectUri));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
