package org.housecall.marketplace.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Accounts;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.marketplace.ListingTexts;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.housecall.marketplace.texts.TextSlot;
import org.housecall.marketplace.texts.WrittenTexts;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts of a submission, of a clinic's Zoom app or of the installation's where the route names no clinic. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace/texts", "/api/v1/marketplace/texts"})
class TextController {

    private final ListingTexts texts;
    private final WrittenTexts written;
    private final Listings listings;
    private final Accounts accounts;
    private final ReadinessWatch readiness;

    TextController(
            ListingTexts texts, WrittenTexts written, Listings listings, Accounts accounts, ReadinessWatch readiness) {
        this.texts = texts;
        this.written = written;
        this.listings = listings;
        this.accounts = accounts;
        this.readiness = readiness;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping
    Page<ListingTextView> list() {
        List<ListingTexts.Text> all = texts.all(listings.current());
        Map<UUID, String> names =
                names(all.stream().map(ListingTexts.Text::version).flatMap(Stream::ofNullable));
        return Page.of(all.stream().map(text -> ListingTextView.of(text, names)).toList());
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping("/{id}")
    ListingTextView write(@PathVariable String id, @Valid @RequestBody NewText text, Viewer viewer) {
        TextSlot slot = slot(id);
        texts.write(slot, text.text(), viewer.accountId(), listings.current());
        readiness.somethingChanged();
        return show(slot);
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @DeleteMapping("/{id}")
    ListingTextView reset(@PathVariable String id, Viewer viewer) {
        TextSlot slot = slot(id);
        texts.reset(slot, viewer.accountId());
        readiness.somethingChanged();
        return show(slot);
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/{id}/versions")
    Page<TextVersion> versions(@PathVariable String id) {
        List<WrittenTexts.Version> versions = written.versions(slot(id));
        Map<UUID, String> names = names(versions.stream());
        return Page.of(versions.stream()
                .map(version -> new TextVersion(version.text(), names.get(version.writtenBy()), version.writtenAt()))
                .toList());
    }

    private ListingTextView show(TextSlot slot) {
        ListingTexts.Text text = texts.get(slot, listings.current());
        return ListingTextView.of(text, names(Stream.ofNullable(text.version())));
    }

    private Map<UUID, String> names(Stream<WrittenTexts.Version> versions) {
        return accounts.names(
                versions.map(WrittenTexts.Version::writtenBy).distinct().toList());
    }

    private static TextSlot slot(String id) {
        return TextSlot.find(id).orElseThrow(Problem::notFound);
    }

    record NewText(@NotBlank @Size(max = 10_000) String text) {}

    /**
     * A text.
     *
     * @param longest in characters, of the text as it is pasted
     * @param source with words in braces for values
     * @param text as it is pasted
     * @param standard the product's own words
     * @param placeholders what is left to be filled in
     * @param edited whether somebody wrote it
     * @param writtenBy who wrote the latest version, by name
     */
    record ListingTextView(
            String id,
            TextSlot.Group group,
            String title,
            int longest,
            String source,
            String text,
            String standard,
            List<String> placeholders,
            boolean edited,
            @Nullable String writtenBy,
            @Nullable Instant writtenAt) {

        static ListingTextView of(ListingTexts.Text text, Map<UUID, String> names) {
            Optional<WrittenTexts.Version> version = Optional.ofNullable(text.version());
            return new ListingTextView(
                    text.slot().id(),
                    text.slot().group(),
                    text.title(),
                    text.slot().longest(),
                    text.source(),
                    text.text(),
                    text.standard(),
                    text.placeholders(),
                    text.edited(),
                    version.map(it -> names.get(it.writtenBy())).orElse(null),
                    version.map(WrittenTexts.Version::writtenAt).orElse(null));
        }
    }

    /**
     * A version of a text.
     *
     * @param text null: back to the product's own words
     */
    record TextVersion(@Nullable String text, @Nullable String writtenBy, Instant writtenAt) {}
}
