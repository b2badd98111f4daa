package org.housecall.meetings;

import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A random word at the end of a meeting's topic. It says nothing to a reader, and lets us know our own meeting again when the answer to its create was lost. */
public final class Marker {

    /** No letters or digits that look alike; nothing that spells words. */
    private static final String ALPHABET = "BCDFGHJKMNPQRTVWXZ2346789";

    private static final int LENGTH = 10;
    private static final Pattern AT_THE_END = Pattern.compile("([" + ALPHABET + "]{" + LENGTH + "})\\s*$");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Marker() {}

    public static String next() {
        StringBuilder marker = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            marker.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return marker.toString();
    }

    /** The marker at the end of a topic, or an empty text. */
    public static String in(String topic) {
        Matcher end = AT_THE_END.matcher(topic);
        return end.find() ? end.group(1) : "";
    }

    /** Under which name a marker is kept beside the provider's own references, which are numbers. */
    static String ref(String marker) {
        return "marker:" + marker;
    }
}
