package org.housecall.zoom;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.housecall.platform.LoopbackOrHttps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which hosts are Zoom's: the only ones we hand out links to and send tokens to, whatever an answer says. */
@Component
class ZoomHosts {

    private static final String ZOOM = "zoom.us";

    private final ZoomSettings settings;

    ZoomHosts(ZoomSettings settings) {
        this.settings = settings;
    }

    /** The link, if it leads to Zoom. Its host is a shard (us02web.zoom.us) or a vanity name below Zoom's domain. */
    Optional<URI> link(@Nullable String link) {
        return parse(link).filter(this::isZooms);
    }

    /**
     * The REST base for a token. Zoom names a regional one with each token; it is used with Zoom itself only, and only
     * below Zoom's own domain, because the token is sent there.
     */
    URI apiBase(@Nullable String apiUrl) {
        return settings.isZoomsOwn()
                ? parse(apiUrl)
                        .filter(url -> url.getPort() == -1 && isHttpsBelow(url, ZOOM))
                        .map(url -> URI.create("https://" + url.getHost() + "/v2"))
                        .orElse(settings.apiUrl())
                : settings.apiUrl();
    }

    private boolean isZooms(URI link) {
        return isHttpsBelow(link, ZOOM) || isAtOrBelow(link, settings.webUrl()) || isAtOrBelow(link, settings.apiUrl());
    }

    private static boolean isAtOrBelow(URI link, URI configured) {
        if ("http".equals(configured.getScheme())) {
            return "http".equals(link.getScheme()) && LoopbackOrHttps.isLoopback(link);
        }
        return isHttpsBelow(link, configured.getHost());
    }

    private static boolean isHttpsBelow(URI link, String domain) {
        String host = link.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(link.getScheme()) && (host.equals(domain) || host.endsWith("." + domain));
    }

    private static Optional<URI> parse(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(URI::create)
                    .filter(url -> url.getHost() != null && url.getRawUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
