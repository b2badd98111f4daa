package org.housecall.marketplace.readiness;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the public address speaks TLS.
 *
 * @param validUntil of the server's own certificate; null where the handshake failed
 * @param version that was agreed on; null where the handshake failed
 * @param accepted of the versions that are no longer safe, those that were accepted
 * @param untried of the same, those of which it could not be found out
 */
record Tls(
        Certificate certificate,
        @Nullable Instant validUntil,
        @Nullable String version,
        List<String> accepted,
        List<String> untried) {

    /** What is to be said of the certificate. */
    enum Certificate {
        VALID,
        EXPIRED,
        /** It is for another name. */
        OTHER_NAME,
        /** Nobody that this server trusts has signed it, or a part of its chain is missing. */
        UNTRUSTED,
        /** There was none: neither TLS 1.2 nor 1.3 is spoken. */
        NONE
    }
}
