package org.zoomsandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers every secret the sandbox has handed out, so that a test can look for leaks. */
public final class IssuedSecrets {

    private static final int KEPT = 50_000;

    /** One secret and what it is: code, access_token, refresh_token, zak, passcode, pwd, client_secret, webhook_secret. */
    public record Issued(String kind, String value) {}

    private final Deque<Issued> issued = new ArrayDeque<>();
    private long dropped;

    public synchronized String add(String kind, String value) {
        if (issued.size() == KEPT) {
            issued.removeFirst();
            dropped++;
        }
        issued.addLast(new Issued(kind, value));
        return value;
    }

    public synchronized List<Issued> all() {
        return List.copyOf(issued);
    }

    /** How many of the oldest are no longer kept. */
    public synchronized long dropped() {
        return dropped;
    }

    public synchronized void clear() {
        issued.clear();
        dropped = 0;
    }
}
