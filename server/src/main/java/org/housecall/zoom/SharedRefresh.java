package org.housecall.zoom;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Gets a new token once, however many ask at the same time on whichever node: one claims the lease and speaks to Zoom,
 * the others use a token that is still valid, or wait for the new one.
 */
@Component
class SharedRefresh {

    /** Longer than two calls to the token endpoint with all their timeouts. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Leases leases;

    SharedRefresh(Leases leases) {
        this.leases = leases;
    }

    /**
     * Gets a token.
     *
     * @param fresh a token that is good for a while, or a final refusal: looked up again before and after claiming
     * @param usable a token that is good for this moment, though due to be renewed
     * @param renew speaks to Zoom and stores what it gives; empty where somebody else has stored newer tokens meanwhile
     */
    TokenUse token(
            String lease,
            Supplier<Optional<TokenUse>> fresh,
            Supplier<Optional<TokenUse>> usable,
            Supplier<Optional<TokenUse>> renew) {
        long giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < giveUp) {
            Optional<TokenUse> token = fresh.get().or(() -> claimed(lease, fresh, usable, renew));
            if (token.isPresent()) {
                return token.get();
            }
            if (!pause()) {
                break;
            }
        }
        return new TokenUse.Unusable(new ZoomAnswer.NotSent());
    }

    private Optional<TokenUse> claimed(
            String name,
            Supplier<Optional<TokenUse>> fresh,
            Supplier<Optional<TokenUse>> usable,
            Supplier<Optional<TokenUse>> renew) {
        Optional<Leases.Lease> claim = leases.claim("token:" + name, LEASE);
        if (claim.isEmpty()) {
            return usable.get();
        }
        try (Leases.Lease _ = claim.get()) {
            // Somebody may have finished between our look and our claim; their refresh token replaced the one we saw.
            return fresh.get().or(renew);
        }
    }

    /**
     * Looks again in a moment instead of being told. Who waits is on a virtual thread, so no platform thread is held by it;
     * and a holder whose node has died tells nobody.
     */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
