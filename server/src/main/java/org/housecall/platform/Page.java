package org.housecall.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor passed as {@code cursor} to get what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, null);
    }
}
