package org.housecall.chaos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for many secrets in much text at once: as they are, and as they look in an address, in JSON, in Base64 and in the
 * hexadecimal digits of stored bytes. Short ones count only as whole words, because chance makes them up too.
 */
final class SecretSearch {

    private static final int BEGINNING = 6;
    private static final int SHORT = 12;

    private record Form(String text, String kind, boolean wholeWord) {}

    private final Map<String, List<Form>> forms = new HashMap<>();

    /** Looks for one more; {@code kind} says what it is when it is found. */
    void add(String kind, String secret) {
        if (secret.length() < BEGINNING) {
            throw new IllegalArgumentException("too short to look for: a " + kind);
        }
        boolean wholeWord = secret.length() < SHORT;
        for (String text : wholeWord ? Set.of(secret) : disguises(secret)) {
            forms.computeIfAbsent(text.substring(0, BEGINNING), _ -> new ArrayList<>())
                    .add(new Form(text, kind, wholeWord));
        }
    }

    private static Set<String> disguises(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> disguises = new LinkedHashSet<>();
        disguises.add(secret);
        disguises.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        disguises.add(secret.replace("/", "\\/"));
        disguises.add(HexFormat.of().formatHex(bytes));
        for (int skipped = 0; skipped < 3; skipped++) {
            disguises.add(inBase64(bytes, skipped));
            disguises.add(inBase64(bytes, skipped).replace('+', '-').replace('/', '_'));
        }
        return disguises;
    }

    /** The middle that does not depend on what stands before and after it. */
    private static String inBase64(byte[] bytes, int skipped) {
        int length = (bytes.length - skipped) / 3 * 3;
        byte[] middle = Arrays.copyOfRange(bytes, skipped, skipped + length);
        return Base64.getEncoder().encodeToString(middle);
    }

    /** What kinds of secrets are in the text. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + BEGINNING <= text.length(); at++) {
            List<Form> candidates = forms.get(text.substring(at, at + BEGINNING));
            if (candidates != null) {
                for (Form form : candidates) {
                    if (text.startsWith(form.text, at) && (!form.wholeWord || isWord(text, at, form.text.length()))) {
                        found.add(form.kind);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isWord(String text, int from, int length) {
        return isEdge(text, from - 1) && isEdge(text, from + length);
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
