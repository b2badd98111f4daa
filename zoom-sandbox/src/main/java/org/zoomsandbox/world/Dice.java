package org.zoomsandbox.world;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Random values in the alphabets Zoom uses. */
public final class Dice {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Dice() {}

    /** Random bytes in base64url. */
    public static String text(int bytes) {
        return URL.encodeToString(bytes(bytes));
    }

    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public static String pick(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    public static long between(long from, long to) {
        return RANDOM.nextLong(from, to);
    }

    public static void shuffle(List<?> list) {
        Collections.shuffle(list, RANDOM);
    }
}
