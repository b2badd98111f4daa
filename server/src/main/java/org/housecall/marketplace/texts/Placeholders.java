package org.housecall.marketplace.texts;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in braces that stand for a value, and what else is left in a text for somebody to fill in. */
public final class Placeholders {

    private static final Pattern IN_BRACES = Pattern.compile("\\{([a-z-]+)\\}");

    private static final Pattern LEFT = Pattern.compile(
            "\\{[^{}\\n]*\\}|\\[[A-Z][A-Z0-9 _/-]+\\]|<[A-Z][A-Z0-9 _/-]+>|_{3,}|\\b(?:TODO|TBD|FIXME|XXX+)\\b|(?i:lorem ipsum)");

    private Placeholders() {}

    /** The text with its words in braces replaced; one without a value stays. */
    public static String fill(String text, Map<String, String> values) {
        return IN_BRACES
                .matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(values.getOrDefault(word.group(1), word.group())));
    }

    /** What is left to be filled in. */
    public static List<String> in(String text) {
        return LEFT.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
