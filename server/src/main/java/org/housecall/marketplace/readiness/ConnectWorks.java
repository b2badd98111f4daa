package org.housecall.marketplace.readiness;

import java.time.Instant;
import java.util.Optional;
import org.housecall.zoom.Observation.Fact;

/** A doctor consents at Zoom, and is connected; the last who did was. */
final class ConnectWorks implements ReadinessCheck {

    private static final SeenToWork CONNECTED = new SeenToWork("connect", Fact.CONNECTED);

    @Override
    public String id() {
        return CONNECTED.id();
    }

    @Override
    public Outcome judge(Observed observed) {
        Optional<Instant> failed = observed.real(Fact.NOT_CONNECTED);
        boolean mended = failed.isPresent()
                && observed.real(Fact.CONNECTED).filter(failed.get()::isBefore).isPresent();
        return failed.isPresent() && !mended && observed.app().isPresent()
                ? Outcome.red("failed", failed.get())
                : CONNECTED.judge(observed);
    }
}
