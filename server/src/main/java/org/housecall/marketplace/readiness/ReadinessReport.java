package org.housecall.marketplace.readiness;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at everything found.
 *
 * @param checkedAt null where nobody has looked yet
 */
public record ReadinessReport(@Nullable Instant checkedAt, List<Readiness.Item> items) {

    static final ReadinessReport NONE = new ReadinessReport(null, List.of());

    /** The worst of it: amber where nothing was looked at. */
    public State worst() {
        return items.stream().map(Readiness.Item::state).min(State::compareTo).orElse(State.AMBER);
    }
}
