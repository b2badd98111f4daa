package org.housecall.platform.logs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What no log may show, as it looks in text. Nothing of ours logs any of it on purpose; this is for what libraries put into
 * their messages and exceptions. It stops at quotes and backslashes, so that JSON stays JSON. Each
 * begins only where a word does, which keeps a long line cheap.
 */
final class Redaction {

    private static final String GONE = "***";

    /** Each keeps what is in its first group, which says what was there. */
    private static final List<Pattern> RULES = List.of(
            // What follows a name that ends so, in a query, a form, a header, a document.
            Pattern.compile(
                    "(?i)((?<![\\w/-])[\\w-]*(?:token|secret|passw(?:or)?d|passcode|verifier|zak|pwd|HOUSECALL_SESSION)[\"'\\\\]*\\s?[=:]\\s?[\"'\\\\]*)[^\\s\"'\\\\&,;#<>(){}\\[\\]]+"),
            Pattern.compile("(?i)([?&](?:code|state)=)[^\\s\"'\\\\&#<>]+"),
            Pattern.compile("(?i)((?:authorization|cookie)[\"'\\\\]*\\s?[=:]\\s?[\"'\\\\\\[]*)[^\"'\\\\\\r\\n\\]]+"),
            Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[\\w.~+/=-]{8,}"),
            // Addresses that open something by themselves.
            Pattern.compile("(/(?:visit|visits|invitations|sign-in-links|password-resets)/)[^\\s\"'\\\\/?&#<>]+"),
            // A keyset's keys, in base 64.
            Pattern.compile("(\\\\?\"value\\\\?\"\\s*:\\s*\\\\?\")[\\w+/=-]{16,}"),
            // A JSON web token, and a token of our own: wherever they stand.
            Pattern.compile("((?<![\\w-]))eyJ[\\w-]+\\.[\\w.-]+"),
            Pattern.compile("((?<![\\w-]))(?:hc_)?(?=[\\w-]*[\\d_-])[\\w-]{43}(?![\\w-])"),
            // A mail address; bytes beyond ASCII are letters of any alphabet.
            Pattern.compile(
                    "((?<![\\w.+%\\x80-\\xff-]))[\\w.+%\\x80-\\xff-]+@[\\w.\\x80-\\xff-]*\\.[A-Za-z\\x80-\\xff]{2,}"));

    private Redaction() {}

    static String of(String text) {
        String safe = text;
        for (Pattern rule : RULES) {
            safe = rule.matcher(safe).replaceAll("$1" + GONE);
        }
        return safe;
    }
}
