package org.housecall.marketplace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.PageVersions.Version;
import org.springframework.stereotype.Component;

/**
 * The pages of a listing: privacy policy, terms, support, help. What somebody wrote for the current clinic, or for the
 * installation where no clinic is set, goes before what a page says by itself.
 */
@Component
public class ListedPages {

    private final PublicPages pages;
    private final Articles articles;
    private final PageVersions versions;

    ListedPages(PublicPages pages, Articles articles, PageVersions versions) {
        this.pages = pages;
        this.articles = articles;
        this.versions = versions;
    }

    /** What the page says by itself. */
    public PageText own(ListedPage page) {
        return articles.draft(page);
    }

    /** What the page says, in the words that are edited. */
    public PageText text(ListedPage page) {
        return versions.latest(page).map(Version::text).orElseGet(() -> own(page));
    }

    /** Whether the page's own text is another now than when this was written in its place. */
    public boolean isOvertaken(ListedPage page, Version version) {
        return version.text() != null && !version.basedOn().equals(own(page).fingerprint());
    }

    /** What the page says, with the listing's values. */
    public Article article(ListedPage page, Listing listing) {
        return text(page).filled(articles.pageValues(listing));
    }

    /** What was left to fill in: the page's title, and the words. */
    public List<String> blanks() {
        List<String> blanks = new ArrayList<>();
        for (ListedPage page : ListedPage.values()) {
            PageText text = text(page);
            text.blanks().forEach(blank -> blanks.add(title(page) + ": " + blank));
        }
        return blanks;
    }

    /** What the page is called, whatever somebody wrote at its top. */
    public String title(ListedPage page) {
        return pages.message("marketplace." + page.key() + ".title");
    }

    /** A page as this server shows it. */
    public String html(ListedPage page, Listing listing) {
        return html(page, listing, "");
    }

    /** A page that is to be read elsewhere: its links carry this server's address. */
    public String standalone(ListedPage page, Listing listing) {
        return html(page, listing, listing.baseUrl().toString());
    }

    private String html(ListedPage page, Listing listing, String base) {
        List<PublicPages.Link> links = Arrays.stream(ListedPage.values())
                .map(it -> new PublicPages.Link(listing.path(it), title(it)))
                .toList();
        return pages.html(
                "marketplace/page",
                new PublicPages.Frame(listing.owner(), base, listing.path(page), links),
                Map.of(
                        "article",
                        article(page, listing),
                        "publisher",
                        listing.publisher(),
                        "postalLines",
                        articles.postalLines(listing.publisher())));
    }
}
