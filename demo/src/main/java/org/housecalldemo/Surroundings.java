package org.housecalldemo;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Refuses surroundings that are not a demo's: its passwords are known to everyone, so it stays on this machine, with a
 * database of its own, and never meets the real Zoom.
 */
final class Surroundings {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Surroundings() {}

    static void check(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith("HOUSECALL_ZOOM_") && name.endsWith("_URL") && !onLoopback(value)) {
                throw new Refused("The demo talks to its own sandbox and never to Zoom: unset " + name + ", which is "
                        + value + ".");
            }
        });
        String address = environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1");
        if (!LOOPBACK.contains(address)) {
            throw new Refused("The demo's passwords are known to everyone, so it listens on this machine only: unset"
                    + " SERVER_ADDRESS, which is " + address + ".");
        }
        if (environment.containsKey("SPRING_DATASOURCE_URL")) {
            throw new Refused(
                    "The demo brings a database of its own and leaves yours alone: unset SPRING_DATASOURCE_URL.");
        }
    }

    private static boolean onLoopback(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && LOOPBACK.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
