package org.zoomsandbox.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Chance;
import tools.jackson.databind.node.ObjectNode;

/** A way in which notifications go wrong: of which app, which event (or star), how, and how often. */
public record Disturbance(
        @Nullable String clientId, String event, Kind kind, int times, Chance chance, ObjectNode params) {

    /** The ways. */
    public enum Kind {
        DUPLICATE,
        REORDER,
        DELAY,
        DROP,
        WRONG_SIGNATURE,
        OLD_TIMESTAMP;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown disturbance: " + word));
        }
    }

    boolean concerns(Delivery delivery) {
        return (clientId == null || clientId.equals(delivery.clientId()))
                && (event.equals("*") || event.equals(delivery.event()));
    }

    int copies() {
        return params.path("copies").asInt(2);
    }

    Duration delay() {
        return Duration.parse(params.path("delay").asString("PT1H"));
    }

    long ageSeconds() {
        return params.path("ageSeconds").asLong(3_600);
    }
}
