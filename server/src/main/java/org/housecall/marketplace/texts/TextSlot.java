package org.housecall.marketplace.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.housecall.zoom.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A text that a submission asks for.
 *
 * @param id in addresses and in the database
 * @param longest in characters: Zoom's limit where it has one, else one that keeps it a text to be read
 * @param standardKey the message with the product's own words; null: they are made from who publishes
 * @param group the part of the submission it belongs to
 * @param filledIn whether words in braces stand for values of the installation
 */
public record TextSlot(String id, int longest, @Nullable String standardKey, Group group, boolean filledIn) {

    /** Parts of a submission. */
    public enum Group {
        LISTING,
        SCOPES,
        TECHNOLOGY,
        SECURITY,
        SUBMISSION
    }

    /** Zoom's limits of name and short description. */
    public static final int LONGEST_NAME = 50;

    public static final int LONGEST_SHORT = 150;

    private static final int LONG = 4000;
    private static final int PARAGRAPH = 2000;
    private static final int SENTENCES = 500;

    public static final TextSlot NAME = new TextSlot("name", LONGEST_NAME, null, Group.LISTING, false);

    /** Which tests were made: what is true depends on the scans that are written down. */
    public static final TextSlot TESTS = security("tests");

    private static final List<TextSlot> FIXED = List.of(
            NAME,
            new TextSlot("short", LONGEST_SHORT, "marketplace.listing.short", Group.LISTING, true),
            new TextSlot("long", LONG, "marketplace.listing.long", Group.LISTING, true),
            new TextSlot("domain", SENTENCES, "marketplace.listing.domain", Group.LISTING, true),
            technology("backend"),
            technology("database"),
            technology("authentication"),
            technology("front-end"),
            security("tls"),
            security("notifications"),
            security("rest-where"),
            security("rest-how"),
            security("rest-who"),
            TESTS,
            new TextSlot("release-notes", LONG, "marketplace.submission.release-notes", Group.SUBMISSION, true),
            new TextSlot("beta", LONG, "marketplace.submission.beta", Group.SUBMISSION, true));

    private static final List<TextSlot> ALL = Stream.concat(
                    FIXED.stream(), Arrays.stream(Scope.values()).map(TextSlot::ofScope))
            .toList();

    private static TextSlot technology(String section) {
        String key = "marketplace.technology-stack." + section + ".text";
        return new TextSlot("technology-" + section, PARAGRAPH, key, Group.TECHNOLOGY, true);
    }

    private static TextSlot security(String answer) {
        return new TextSlot("security-" + answer, PARAGRAPH, "marketplace.security." + answer, Group.SECURITY, true);
    }

    /** Those of an app that asks for these scopes, in the order of the submission. */
    public static List<TextSlot> all(List<Scope> scopes) {
        return Stream.concat(FIXED.stream(), scopes.stream().map(TextSlot::ofScope))
                .toList();
    }

    public static Optional<TextSlot> find(String id) {
        return ALL.stream().filter(slot -> slot.id().equals(id)).findFirst();
    }

    /** Fails where there is none. */
    public static TextSlot of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** Why a scope is needed. */
    public static TextSlot ofScope(Scope scope) {
        String id = "scope-" + scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new TextSlot(id, SENTENCES, scope.reasonKey(), Group.SCOPES, false);
    }
}
