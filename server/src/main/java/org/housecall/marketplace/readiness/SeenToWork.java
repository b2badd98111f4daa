package org.housecall.marketplace.readiness;

import java.time.Instant;
import java.util.Optional;
import org.housecall.zoom.Observation.Fact;

/** Something that a reviewer does with the app, and that was seen to work. */
record SeenToWork(String id, Fact fact) implements ReadinessCheck {

    @Override
    public Outcome judge(Observed observed) {
        if (observed.app().isEmpty()) {
            return Outcome.red("no-app");
        }
        Optional<Instant> real = observed.real(fact);
        if (real.isPresent()) {
            return Outcome.green("seen", real.get());
        }
        return observed.simulated(fact)
                .map(time -> Outcome.amber("simulated", time, observed.zoom()))
                .orElseGet(() -> Outcome.amber("never"));
    }
}
