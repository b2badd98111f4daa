package org.housecall.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;

/** Unguessable tokens, and the hashes under which they are looked up. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** 256 random bits, safe in a URL. */
    public static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 120 random bits, to be read from one place and typed in another; compared as {@link #typed} gives it back. */
    public static String toType() {
        byte[] bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        String text = new Base32().encodeAsString(bytes).toLowerCase(Locale.ROOT);
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** What was typed, without what people add or leave out. */
    public static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** SHA-256: enough for values that are random themselves; never for passwords. */
    public static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
