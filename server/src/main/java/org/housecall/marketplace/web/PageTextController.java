package org.housecall.marketplace.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Accounts;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.ListedPages;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.PageEditing;
import org.housecall.marketplace.PageText;
import org.housecall.marketplace.PageValue;
import org.housecall.marketplace.PageVersions;
import org.housecall.marketplace.PageVersions.Version;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the public pages say, and what they said before. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace/pages", "/api/v1/marketplace/pages"})
class PageTextController {

    private final ListedPages pages;
    private final PageVersions versions;
    private final PageEditing editing;
    private final Listings listings;
    private final Accounts accounts;
    private final ReadinessWatch readiness;

    PageTextController(
            ListedPages pages,
            PageVersions versions,
            PageEditing editing,
            Listings listings,
            Accounts accounts,
            ReadinessWatch readiness) {
        this.pages = pages;
        this.versions = versions;
        this.editing = editing;
        this.listings = listings;
        this.accounts = accounts;
        this.readiness = readiness;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping
    Page<PageSummary> list() {
        return Page.of(Arrays.stream(ListedPage.values()).map(this::summary).toList());
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/{page}")
    PageDetails show(@PathVariable String page) {
        return details(named(page));
    }

    /** What the page said from a version on; its own text where it said that. */
    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/{page}/versions/{number}")
    PageWords version(@PathVariable String page, @PathVariable int number) {
        PageText text = versions.find(named(page), number)
                .orElseThrow(Problem::notFound)
                .text();
        return PageWords.of(text == null ? pages.own(named(page)) : text);
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping("/{page}")
    PageDetails write(@PathVariable String page, @Valid @RequestBody WrittenPage written) {
        editing.write(named(page), written.version(), written.words().toText());
        readiness.somethingChanged();
        return details(named(page));
    }

    /** @param version the latest that was seen; 0 where there was none */
    @Requires(Permission.MANAGE_MARKETPLACE)
    @PostMapping("/{page}/versions/{number}/restore")
    PageDetails restore(@PathVariable String page, @PathVariable int number, @RequestParam int version) {
        editing.restore(named(page), version, number);
        readiness.somethingChanged();
        return details(named(page));
    }

    /** @param version the latest that was seen; 0 where there was none */
    @Requires(Permission.MANAGE_MARKETPLACE)
    @DeleteMapping("/{page}")
    PageDetails reset(@PathVariable String page, @RequestParam int version) {
        editing.reset(named(page), version);
        readiness.somethingChanged();
        return details(named(page));
    }

    private static ListedPage named(String key) {
        return Arrays.stream(ListedPage.values())
                .filter(page -> page.key().equals(key))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private PageSummary summary(ListedPage page) {
        Optional<Version> latest = versions.latest(page);
        return new PageSummary(
                page.key(),
                pages.title(page),
                listings.current().url(page),
                latest.map(Version::number).orElse(0),
                latest.map(Version::text).isPresent(),
                latest.map(it -> pages.isOvertaken(page, it)).orElse(false),
                pages.text(page).blanks());
    }

    private PageDetails details(ListedPage page) {
        List<Version> all = versions.all(page);
        Map<UUID, String> names =
                accounts.names(all.stream().map(Version::authorId).distinct().toList());
        return new PageDetails(
                summary(page),
                PageWords.of(pages.text(page)),
                Arrays.stream(PageValue.values()).map(PageValue::token).toList(),
                all.stream()
                        .map(it -> new PageVersionView(
                                it.number(), it.createdAt(), names.get(it.authorId()), it.text() != null))
                        .toList());
    }

    /**
     * A page, and how it stands.
     *
     * @param version of its latest change; 0: never changed
     * @param edited whether it says something else than by itself
     * @param overtaken whether its own text has changed since
     * @param blanks what was left to fill in
     */
    record PageSummary(
            String page, String title, URI url, int version, boolean edited, boolean overtaken, List<String> blanks) {}

    /** A page with what it says, the names that may stand in it, and its versions, the latest first. */
    record PageDetails(PageSummary summary, PageWords words, List<String> values, List<PageVersionView> versions) {}

    /** A version; edited where it is not the page's own text. */
    record PageVersionView(int number, Instant at, @Nullable String author, boolean edited) {}

    /** A text to put in place of what the page says, seen in that version. */
    record WrittenPage(
            @PositiveOrZero int version, @NotNull @Valid PageWords words) {}

    /** What a page says, part by part. */
    record PageWords(
            @NotBlank @Size(max = 120) String title,
            @NotBlank @Size(max = 500) String lead,
            @NotEmpty @Size(max = 30) List<@Valid PageSection> sections) {

        static PageWords of(PageText text) {
            return new PageWords(
                    text.title(),
                    text.lead(),
                    text.parts().stream()
                            .map(part -> new PageSection(part.id(), part.heading(), part.text()))
                            .toList());
        }

        PageText toText() {
            return new PageText(
                    title.strip(),
                    lead.strip(),
                    sections.stream()
                            .map(it -> new PageText.Part(
                                    it.id(), it.heading().strip(), it.text().strip()))
                            .toList());
        }
    }

    /** A part; its id is kept where the page has it by itself. */
    record PageSection(
            @Nullable @Size(max = 40) String id,
            @NotBlank @Size(max = 120) String heading,
            @NotBlank @Size(max = 8000) String text) {}
}
