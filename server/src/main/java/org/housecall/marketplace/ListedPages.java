package org.housecall.marketplace;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.housecall.booking.PublicPages;
import org.springframework.stereotype.Component;

/** The pages of a listing as HTML: privacy policy, terms, support, help. */
@Component
public class ListedPages {

    private final PublicPages pages;
    private final Articles articles;

    ListedPages(PublicPages pages, Articles articles) {
        this.pages = pages;
        this.articles = articles;
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
                .map(it -> new PublicPages.Link(listing.path(it), pages.message("marketplace." + it.key() + ".title")))
                .toList();
        return pages.html(
                "marketplace/page",
                new PublicPages.Frame(listing.owner(), base, listing.path(page), links),
                Map.of(
                        "article",
                        articles.of(page.key(), page.sections(), listing),
                        "publisher",
                        listing.publisher(),
                        "postalLines",
                        articles.postalLines(listing.publisher())));
    }
}
