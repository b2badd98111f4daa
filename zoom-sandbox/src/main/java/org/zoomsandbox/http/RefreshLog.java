package org.zoomsandbox.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last refreshes of tokens: which of them were on their way at the same time, and whose answers got lost. */
public final class RefreshLog {

    private static final int KEPT = 10_000;

    /**
     * One request with a refresh token, from its arrival until right before its answer.
     *
     * @param token a digest of the refresh token: the same for the same one
     * @param status 0 means that the connection was reset instead of an answer
     */
    public record Entry(
            @Nullable String user, String token, Instant began, Instant ended, int status, List<String> faults) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeLast();
        }
        entries.addFirst(entry);
    }

    /** The newest first. */
    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }
}
