package org.housecall.marketplace.readiness;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.ListingTexts;
import org.housecall.marketplace.reviewer.ReviewerTrial;
import org.housecall.platform.LoopbackOrHttps;
import org.housecall.platform.OutgoingHttp;
import org.housecall.zoom.CredentialTrial;
import org.housecall.zoom.Observation;
import org.housecall.zoom.ZoomApp;

/**
 * The facts of one moment, on which the checks judge.
 *
 * @param reach what answered at the public address
 * @param page the answer itself, where there was one
 * @param error what was answered there to a request that makes no sense
 * @param tls how the public address speaks TLS, where somebody answers
 * @param zoom Zoom's own address, or that of what stands in for it
 * @param simulated whether something stands in for Zoom, so that nothing it says proves anything
 * @param app the owner's own General App
 * @param trial what Zoom says to its credentials; empty where there are none, or no answer came in time
 * @param granted the scopes it holds in any connection
 * @param seen what has happened with the app, the latest first
 * @param documents the names of those that were made
 * @param texts those of the listing
 * @param blanks what was left to fill in on the public pages, each with its page
 * @param unfitPictures the names of those that are not in the size that Zoom takes
 * @param reviewer what came of trying what a reviewer tries first
 */
record Observed(
        Listing listing,
        Reach reach,
        Optional<OutgoingHttp.Answer> page,
        Optional<OutgoingHttp.Answer> error,
        Optional<Tls> tls,
        URI zoom,
        boolean simulated,
        Optional<ZoomApp> app,
        Optional<CredentialTrial.Finding> trial,
        Set<String> granted,
        List<Observation> seen,
        Set<String> documents,
        List<ListingTexts.Text> texts,
        List<String> blanks,
        List<String> unfitPictures,
        ReviewerTrial.WayIn reviewer,
        Instant now) {

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

    /** When it last happened with Zoom itself. */
    Optional<Instant> real(Observation.Fact fact) {
        return last(fact, false).map(Observation::seenAt);
    }

    /** When it last happened with a stand-in for Zoom. */
    Optional<Instant> simulated(Observation.Fact fact) {
        return last(fact, true).map(Observation::seenAt);
    }

    private Optional<Observation> last(Observation.Fact fact, boolean simulated) {
        return seen.stream()
                .filter(it -> it.fact() == fact && it.simulated() == simulated)
                .findFirst();
    }

    /** When it last happened so. */
    Optional<Instant> last(Observation.Fact fact, String detail, boolean simulated) {
        return seen.stream()
                .filter(it -> it.fact() == fact
                        && it.simulated() == simulated
                        && it.detail().equals(detail))
                .map(Observation::seenAt)
                .findFirst();
    }

    /** Whether the public address can be one. */
    boolean hasPublicAddress() {
        return "https".equals(listing.baseUrl().getScheme()) && !LoopbackOrHttps.isLoopback(listing.baseUrl());
    }
}
