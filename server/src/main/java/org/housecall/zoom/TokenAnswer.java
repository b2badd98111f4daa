package org.housecall.zoom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a call to the token endpoint. */
sealed interface TokenAnswer {

    /** New tokens. */
    record Granted(Tokens tokens) implements TokenAnswer {}

    /** The code, refresh token or account will not be accepted any more, however often it is sent. */
    record GrantRefused() implements TokenAnswer {}

    /** Zoom refuses our client id or secret; says nothing about any connection. */
    record ClientRefused() implements TokenAnswer {}

    /** No sensible answer: tokens may have been made and lost. */
    record Lost() implements TokenAnswer {}

    /** Nothing happened; worth another try at that time. */
    record Later(Instant at) implements TokenAnswer {}

    /**
     * Tokens as Zoom gave them.
     *
     * @param refresh null for a Server-to-Server app
     * @param expiresAt of the access token, counted from before it was asked for
     */
    record Tokens(
            String access,
            @Nullable String refresh,
            Instant expiresAt,
            String scopes,
            @Nullable String apiUrl) {

        @Override
        public String toString() {
            return "Tokens[…]";
        }
    }
}
