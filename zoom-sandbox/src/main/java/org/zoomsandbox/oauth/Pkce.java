package org.zoomsandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A proof-of-possession challenge; Zoom takes S256 and plain, and plain is meant when the method is left out. */
record Pkce(String challenge, boolean hashed) {

    static @Nullable Pkce of(@Nullable String challenge, @Nullable String method) {
        return challenge == null || challenge.isEmpty() ? null : new Pkce(challenge, "S256".equals(method));
    }

    boolean provenBy(@Nullable String verifier) {
        return verifier != null && challenge.equals(hashed ? sha256(verifier) : verifier);
    }

    private static String sha256(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
