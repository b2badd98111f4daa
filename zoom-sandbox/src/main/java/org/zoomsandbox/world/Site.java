package org.zoomsandbox.world;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where this sandbox answers, and whose host its meeting links carry. */
public final class Site {

    private final boolean loopbackHttpAllowed;
    private final @Nullable String linkHost;
    private volatile String baseUrl = "http://127.0.0.1";

    public Site(boolean loopbackHttpAllowed, @Nullable String linkHost) {
        this.loopbackHttpAllowed = loopbackHttpAllowed;
        this.linkHost = linkHost;
    }

    public void startedOn(int port) {
        baseUrl = "http://127.0.0.1:" + port;
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** Zoom hands out links on a shard such as us06web.zoom.us; without one they lead back to the sandbox. */
    public String linkBase() {
        return linkHost == null ? baseUrl : "https://" + linkHost;
    }

    /** Zoom takes https only; loopback addresses pass where the sandbox was told so. */
    public boolean reachable(URI url) {
        return "https".equals(url.getScheme())
                || (loopbackHttpAllowed && "http".equals(url.getScheme()) && loopback(url.getHost()));
    }

    private static boolean loopback(@Nullable String host) {
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }
}
