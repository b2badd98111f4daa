package org.zoomsandbox.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Chance;
import tools.jackson.databind.node.ObjectNode;

/** Something that goes wrong on purpose: where, for whom, how, and how often. */
public record Fault(
        String endpoint,
        @Nullable String user,
        @Nullable String grant,
        Kind kind,
        int times,
        Chance chance,
        ObjectNode params) {

    private static final Set<String> VARIANTS = Set.of("per-second", "daily", "per-user", "concurrent");
    private static final Set<String> MODES = Set.of("truncated", "html", "content-type", "empty");

    public Fault {
        requireKnown(kind == Kind.RATE_LIMIT, params, "variant", VARIANTS);
        requireKnown(kind == Kind.MALFORMED, params, "mode", MODES);
    }

    /** The ways a call goes wrong. */
    public enum Kind {
        LATENCY,
        STATUS,
        LOST_ANSWER,
        RESET_BEFORE_COMMIT,
        RATE_LIMIT,
        INVALID_GRANT,
        INVALID_CLIENT,
        INVALID_ACCESS_TOKEN,
        MALFORMED,
        REWRITE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown fault kind: " + word));
        }
    }

    private static void requireKnown(boolean applies, ObjectNode params, String name, Set<String> known) {
        if (applies && params.has(name) && !known.contains(params.path(name).asString(""))) {
            throw new IllegalArgumentException("\"" + name + "\" is one of " + known);
        }
    }

    boolean concerns(Collection<String> users, @Nullable String callGrant) {
        return (user == null || users.stream().anyMatch(user::equalsIgnoreCase))
                && (grant == null || grant.equals(callGrant));
    }

    /** One star stands for the method or one segment, two stars for any rest of the path. */
    Pattern pattern() {
        var regex = Arrays.stream(endpoint.split("(?<=\\*\\*)|(?=\\*\\*)", -1))
                .map(part -> part.equals("**") ? ".*" : segments(part))
                .collect(Collectors.joining());
        return Pattern.compile(regex);
    }

    private static String segments(String part) {
        return Arrays.stream(part.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/ ]*"));
    }

    String text(String name, String otherwise) {
        return params.path(name).asString(otherwise);
    }

    boolean afterCommit() {
        return switch (kind) {
            case LOST_ANSWER, MALFORMED, REWRITE -> true;
            case STATUS -> params.path("commit").asBoolean(false);
            case LATENCY -> text("when", "before").equals("after");
            case RESET_BEFORE_COMMIT, RATE_LIMIT, INVALID_GRANT, INVALID_CLIENT, INVALID_ACCESS_TOKEN -> false;
        };
    }
}
