package org.housecall;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;

/** Waits for what another thread or process brings about, and fails with the last state seen. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    /** An assertion on a value, repeated until it holds or patience ends. */
    public static <T> Soon<T> assertThatSoon(Supplier<T> value) {
        return new Soon<>(value, PATIENCE);
    }

    /** The value to come. */
    public record Soon<T>(Supplier<T> value, Duration patience) {

        /** With another patience than the usual one. */
        public Soon<T> within(Duration longer) {
            return new Soon<>(value, longer);
        }

        public ObjectAssert<T> isEqualTo(T expected) {
            Instant deadline = Instant.now().plus(patience);
            T seen = value.get();
            while (!Objects.equals(seen, expected) && Instant.now().isBefore(deadline)) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                seen = value.get();
            }
            return Assertions.assertThat(seen).isEqualTo(expected);
        }
    }
}
