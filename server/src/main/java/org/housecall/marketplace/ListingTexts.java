package org.housecall.marketplace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.scans.Scan;
import org.housecall.marketplace.scans.Scans;
import org.housecall.marketplace.texts.Placeholders;
import org.housecall.marketplace.texts.TextSlot;
import org.housecall.marketplace.texts.WrittenTexts;
import org.housecall.platform.Problem;
import org.housecall.zoom.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts of a listing as they are to be pasted at Zoom: the product's own words, or what somebody wrote in their place. */
@Component
public class ListingTexts {

    private static final String FOR_ZOOM = " for Zoom";

    private final WrittenTexts written;
    private final Scans scans;
    private final StackFacts facts;
    private final PublicPages pages;

    ListingTexts(WrittenTexts written, Scans scans, StackFacts facts, PublicPages pages) {
        this.written = written;
        this.scans = scans;
        this.facts = facts;
        this.pages = pages;
    }

    /**
     * A text.
     *
     * @param standard the product's own words, with words in braces for values
     * @param source what counts: those, or what was written
     * @param text the source with its values filled in
     * @param edited whether it was written by somebody
     * @param version the latest version; null where nobody ever wrote one
     */
    public record Text(
            TextSlot slot,
            String title,
            String standard,
            String source,
            String text,
            boolean edited,
            WrittenTexts.@Nullable Version version) {

        /** What is left to be filled in. */
        public List<String> placeholders() {
            return Placeholders.in(text);
        }

        public boolean tooLong() {
            return length(text) > slot.longest();
        }

        /** Whether it can be pasted as it is. */
        public boolean usable() {
            return placeholders().isEmpty() && !tooLong();
        }
    }

    /** All texts of the current owner's listing, in the order of the submission. */
    public List<Text> all(Listing listing) {
        Map<String, WrittenTexts.Version> versions = written.current();
        Map<String, String> values = values(listing);
        return TextSlot.all(listing.scopes()).stream()
                .map(slot -> text(slot, listing, values, versions.get(slot.id())))
                .toList();
    }

    public Text get(TextSlot slot, Listing listing) {
        return text(slot, listing, values(listing), written.current().get(slot.id()));
    }

    /** Each scope that the app asks for, with what it is for. */
    public List<String> scopeReasons(Listing listing) {
        Map<String, WrittenTexts.Version> versions = written.current();
        return listing.scopes().stream()
                .map(scope -> {
                    TextSlot slot = TextSlot.ofScope(scope);
                    // Taken to the letter: there are no values to fill in.
                    return scope.id() + ": "
                            + text(slot, listing, Map.of(), versions.get(slot.id()))
                                    .text();
                })
                .toList();
    }

    /** A text as it is to be pasted; empty as long as something is left to be filled in. */
    public Optional<String> usable(TextSlot slot, Listing listing) {
        return Optional.of(get(slot, listing)).filter(Text::usable).map(Text::text);
    }

    /** Writes a text in place of the product's own words. Fails with a field error where Zoom would not take it. */
    public void write(TextSlot slot, String text, UUID writer, Listing listing) {
        String kept = text.strip().replace("\r\n", "\n");
        String filled = slot.filledIn() ? Placeholders.fill(kept, values(listing)) : kept;
        if (length(filled) > slot.longest()) {
            throw Problem.invalid("text", "marketplace.text.too-long", slot.longest(), length(filled));
        }
        if (slot.equals(TextSlot.NAME) && !isNameZoomTakes(kept)) {
            throw Problem.invalid("text", "marketplace.text.name");
        }
        written.write(slot, kept, writer);
    }

    /** Goes back to the product's own words; those written stay among the versions. */
    public void reset(TextSlot slot, UUID writer) {
        if (written.of(slot).isPresent()) {
            written.write(slot, null, writer);
        }
    }

    /** One line; Zoom's own name only as "… for Zoom". */
    static boolean isNameZoomTakes(String name) {
        String before = name.endsWith(FOR_ZOOM) ? name.substring(0, name.length() - FOR_ZOOM.length()) : name;
        return !before.isBlank()
                && name.lines().count() == 1
                && !before.toLowerCase(Locale.ROOT).contains("zoom");
    }

    private Text text(
            TextSlot slot, Listing listing, Map<String, String> values, WrittenTexts.@Nullable Version version) {
        String standard = standard(slot, listing);
        String own = version == null ? null : version.text();
        String source = own == null ? standard : own;
        String filled = slot.filledIn() ? Placeholders.fill(source, values) : source;
        return new Text(slot, title(slot), standard, source, filled, own != null, version);
    }

    /** The catalogue's text with words in braces, so that whoever edits it keeps what follows this installation. */
    private String standard(TextSlot slot, Listing listing) {
        String key = slot.standardKey();
        return key == null
                ? listing.standardName()
                : pages.message(
                        slot.equals(TextSlot.TESTS) ? key + tested() : key,
                        "{company}",
                        "{email}",
                        "",
                        "{server}",
                        "{privacy-policy}",
                        "{version}",
                        "{java}",
                        "{spring-boot}",
                        "{postgresql}",
                        "{database-place}",
                        "{key-place}");
    }

    /** A scan of the release says nothing about this installation, which is what Zoom asks about. */
    private String tested() {
        Set<Scan.Subject> subjects = scans.all().stream().map(Scan::subject).collect(Collectors.toSet());
        if (subjects.contains(Scan.Subject.INSTALLATION)) {
            return ".installation";
        }
        return subjects.isEmpty() ? "" : ".release";
    }

    private String title(TextSlot slot) {
        for (Scope scope : Scope.values()) {
            if (slot.equals(TextSlot.ofScope(scope))) {
                return pages.message("marketplace.text.scope", scope.id());
            }
        }
        return pages.message("marketplace.text." + slot.id() + ".title");
    }

    /** What words in braces stand for; without those that are not known. */
    private Map<String, String> values(Listing listing) {
        Map<String, String> values = new HashMap<>();
        if (listing.clinic() != null || listing.publisher().company() != null) {
            values.put("company", listing.owner());
        }
        String email = listing.publisher().contactEmail();
        if (email != null) {
            values.put("email", email);
        }
        values.put("server", listing.baseUrl().toString());
        values.put("privacy-policy", listing.url(ListedPage.PRIVACY).toString());
        values.put("version", facts.version());
        values.put("java", facts.java());
        values.put("spring-boot", facts.springBoot());
        values.put("postgresql", facts.postgresql());
        values.put("database-place", facts.databasePlace());
        values.put("key-place", facts.keyPlace());
        return values;
    }

    /** As people count. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
