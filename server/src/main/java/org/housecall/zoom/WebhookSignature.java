package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Zoom's signature over an event: HMAC-SHA256 of version, timestamp and the body's bytes as they came. */
final class WebhookSignature {

    private static final String VERSION = "v0";

    /** Each repetition is signed anew, so this does not keep late ones out. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private WebhookSignature() {}

    /**
     * Whether it is Zoom's and recent.
     *
     * @param timestamp in seconds; {@code event_ts} inside the body is in milliseconds
     */
    static boolean matches(
            String secret, @Nullable String signature, @Nullable String timestamp, byte[] body, Instant now) {
        if (signature == null || timestamp == null || !timestamp.matches("\\d{1,11}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        byte[] expected = (VERSION + "=" + of(secret, timestamp, body)).getBytes(StandardCharsets.UTF_8);
        return age.abs().compareTo(WINDOW) <= 0
                && MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String of(String secret, String timestamp, byte[] body) {
        return hmac(secret, (VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8), body);
    }

    /** HMAC-SHA256 in lower-case hex. */
    static String hmac(String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
