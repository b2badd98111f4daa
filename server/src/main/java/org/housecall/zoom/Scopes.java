package org.housecall.zoom;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Scopes as Zoom names them. */
final class Scopes {

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
        return Scope.required().stream()
                .filter(scope -> !includes(granted, scope))
                .map(Scope::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Server-to-Server apps hold the same scopes for a whole account, with a suffix. */
    static boolean includes(Set<String> granted, Scope scope) {
        return granted.contains(scope.id()) || granted.contains(scope.idForAccount());
    }
}
