package org.zoomsandbox.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The last calls to Zoom's interfaces, without anybody's token. */
public final class CallLog {

    private static final int KEPT = 10_000;

    /** One call; status 0 means that the connection was reset instead of an answer. */
    public record Entry(
            Instant at,
            String operation,
            String method,
            String path,
            int status,
            @Nullable String user,
            List<String> faults,
            @Nullable String grant,
            @Nullable String requestBody) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeLast();
        }
        entries.addFirst(entry);
        counts.merge(entry.operation(), 1L, Long::sum);
    }

    /** The newest first. */
    public synchronized List<Entry> last(int limit) {
        return entries.stream().limit(limit).toList();
    }

    /** How often each operation has been called since the start or the last reset. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized void clear() {
        entries.clear();
        counts.clear();
    }
}
