package org.housecall.zoom;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Scopes as Zoom names them. */
final class Scopes {

    static final String LIST_MEETINGS = "meeting:read:list_meetings";

    /** With it Zoom tells who comes to the waiting room; we keep that somebody did. */
    static final String SEE_WAITING = "meeting:read:participant";

    private static final Set<String> REQUIRED =
            Arrays.stream(Scope.values()).map(Scope::id).collect(Collectors.toUnmodifiableSet());

    private Scopes() {}

    /** Separated by spaces, in no stable order. */
    static Set<String> parse(String scopes) {
        TreeSet<String> parsed = new TreeSet<>(Arrays.asList(scopes.strip().split("[\\s,]+")));
        parsed.remove("");
        return parsed;
    }

    /** What we need and was not granted; nothing where Zoom did not say what it granted. */
    static Set<String> missing(Set<String> granted) {
        if (granted.isEmpty()) {
            return Set.of();
        }
        TreeSet<String> missing = new TreeSet<>(REQUIRED);
        missing.removeIf(scope -> includes(granted, scope));
        return missing;
    }

    /** Server-to-Server apps hold the same scopes for a whole account, with a suffix. */
    static boolean includes(Set<String> granted, String scope) {
        return granted.contains(scope) || granted.contains(scope + ":admin");
    }
}
