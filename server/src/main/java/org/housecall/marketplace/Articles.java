package org.housecall.marketplace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.housecall.booking.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the catalogue's texts together with the values of a listing. Which value has which number, the catalogue says at its top. */
@Component
public class Articles {

    private final PublicPages pages;
    private final ListingTexts texts;

    Articles(PublicPages pages, ListingTexts texts) {
        this.pages = pages;
        this.texts = texts;
    }

    /** The text {@code marketplace.<key>} with these sections, in this order. */
    Article of(String key, List<String> sections, Listing listing, Object... more) {
        String prefix = "marketplace." + key + ".";
        return new Article(
                text(prefix + "title", listing, more),
                text(prefix + "lead", listing, more),
                sections.stream()
                        .map(section -> new Article.Section(
                                text(prefix + section + ".heading", listing, more),
                                Article.Block.parse(text(prefix + section + ".text", listing, more))))
                        .toList());
    }

    /** A page's text of the catalogue, with the names of the listing's values in place of these. */
    PageText draft(ListedPage page) {
        String prefix = "marketplace." + page.key() + ".";
        Object[] names = Arrays.stream(PageValue.values()).map(PageValue::token).toArray();
        return new PageText(
                pages.message(prefix + "title", names),
                pages.message(prefix + "lead", names),
                page.sections().stream()
                        .map(section -> new PageText.Part(
                                section,
                                pages.message(prefix + section + ".heading", names),
                                pages.message(prefix + section + ".text", names)))
                        .toList());
    }

    /** What stands in place of those names. */
    Map<String, String> pageValues(Listing listing) {
        Publisher publisher = listing.publisher();
        Map<String, String> values = new HashMap<>();
        for (PageValue value : PageValue.values()) {
            values.put(
                    value.token(),
                    switch (value) {
                        case COMPANY -> listing.owner();
                        case EMAIL -> known(publisher.contactEmail(), "contact");
                        case SCOPES -> scopes(listing);
                        case SERVER -> listing.baseUrl().toString();
                        case PRIVACY -> listing.url(ListedPage.PRIVACY).toString();
                        case HOURS -> known(publisher.supportHours(), "hours");
                        case RESPONSE -> known(publisher.firstResponse(), "response");
                    });
        }
        return values;
    }

    private String known(@Nullable String value, String what) {
        return value == null ? pages.message("marketplace." + what + ".unknown") : value;
    }

    private String scopes(Listing listing) {
        return "\n- " + String.join("\n- ", texts.scopeReasons(listing));
    }

    /** One text of the catalogue; further values follow those of the listing. */
    public String text(String key, Listing listing, Object... more) {
        Stream<Object> values = Stream.of(
                listing.owner(),
                known(listing.publisher().contactEmail(), "contact"),
                scopes(listing),
                listing.baseUrl(),
                listing.url(ListedPage.PRIVACY));
        return pages.message(key, Stream.concat(values, Arrays.stream(more)).toArray());
    }

    /** Where post reaches the publisher, line by line; empty where that is not known yet. */
    public List<String> postalLines(Publisher publisher) {
        List<String> lines = new ArrayList<>();
        if (publisher.address() != null) {
            publisher.address().lines().forEach(lines::add);
        }
        if (publisher.country() != null) {
            lines.add(Locale.of("", publisher.country()).getDisplayCountry(pages.language()));
        }
        return lines;
    }
}
