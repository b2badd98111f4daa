package org.housecall.platform;

import java.net.URI;
import java.util.Set;

/** Plain http is accepted on loopback only: everywhere else tokens and patients' data would cross a network in the clear. */
public final class LoopbackOrHttps {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private LoopbackOrHttps() {}

    /** Refuses the URL of the named setting with a {@link StartupProblem}. */
    public static void check(String setting, URI url) {
        boolean https = "https".equals(url.getScheme()) && url.getHost() != null;
        boolean loopback = "http".equals(url.getScheme()) && isLoopback(url);
        if (!https && !loopback) {
            throw new StartupProblem(
                    setting + " is " + url, "It must be an https address; plain http is for loopback only.");
        }
    }

    public static boolean isLoopback(URI url) {
        return url.getHost() != null && LOOPBACK.contains(url.getHost());
    }
}
