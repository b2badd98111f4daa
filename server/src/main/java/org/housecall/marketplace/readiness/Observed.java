package org.housecall.marketplace.readiness;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.housecall.marketplace.Listing;
import org.housecall.zoom.CredentialTrial;
import org.housecall.zoom.ZoomApp;

/**
 * The facts of one moment, on which the checks judge.
 *
 * @param reach what answered at the public address
 * @param zoom Zoom's own address, or that of what stands in for it
 * @param simulated whether something stands in for Zoom, so that nothing it says proves anything
 * @param app the owner's own General App
 * @param trial what Zoom says to its credentials; empty where there are none, or no answer came in time
 * @param granted the scopes it holds in any connection
 * @param lastEvent when the last signed notification came
 * @param documents the names of those that were made
 */
record Observed(
        Listing listing,
        Reach reach,
        URI zoom,
        boolean simulated,
        Optional<ZoomApp> app,
        Optional<CredentialTrial.Finding> trial,
        Set<String> granted,
        Optional<Instant> lastEvent,
        Set<String> documents) {

    /** What answers at the public address, as seen from this server. */
    enum Reach {
        /** This server's own page. */
        OURS,
        /** Some other page. */
        OTHER,
        /** The name leads to an address inside a private network. */
        PRIVATE,
        /** Nobody, or without a valid certificate. */
        NOBODY
    }
}
