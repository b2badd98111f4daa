package org.housecall.marketplace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.marketplace.texts.Placeholders;
import org.jspecify.annotations.Nullable;

/** A page's text as people edit it: where values of the listing belong, their names stand in braces ({@link PageValue}). */
public record PageText(String title, String lead, List<Part> parts) {

    private static final Pattern NAME = Pattern.compile("\\{[a-z]+}");
    private static final Set<String> NAMES =
            Arrays.stream(PageValue.values()).map(PageValue::token).collect(Collectors.toSet());

    /**
     * A part with its heading.
     *
     * @param id of a part that the page has by itself; null where somebody added it
     * @param text in paragraphs and lists, as {@link Article.Block#parse} reads it
     */
    public record Part(@Nullable String id, String heading, String text) {}

    /** With the values in place. */
    Article filled(Map<String, String> values) {
        return new Article(
                fill(title, values),
                fill(lead, values),
                parts.stream()
                        .map(part -> new Article.Section(
                                fill(part.heading(), values), Article.Block.parse(fill(part.text(), values))))
                        .toList());
    }

    /** In one go, so that a value that looks like a name stays as it is. */
    private static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(), name.group())));
    }

    /** What is left to fill in, and no value of the listing. */
    public List<String> blanks() {
        return texts().flatMap(text -> Placeholders.in(text).stream())
                .filter(blank -> !NAMES.contains(blank))
                .distinct()
                .toList();
    }

    /** The ids of its parts that say something. */
    Set<String> ids() {
        return parts.stream()
                .filter(part -> part.id() != null && !part.text().isBlank())
                .map(part -> String.valueOf(part.id()))
                .collect(Collectors.toSet());
    }

    /** The same for the same text only. */
    String fingerprint() {
        try {
            byte[] text = texts().collect(Collectors.joining("\0")).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> texts() {
        return Stream.concat(
                Stream.of(title, lead), parts.stream().flatMap(part -> Stream.of(part.heading(), part.text())));
    }
}
