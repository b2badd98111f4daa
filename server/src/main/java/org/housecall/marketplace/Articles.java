package org.housecall.marketplace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.housecall.booking.PublicPages;
import org.housecall.zoom.Scope;
import org.springframework.stereotype.Component;

/** Puts the catalogue's texts together with the values of a listing. Which value has which number, the catalogue says at its top. */
@Component
public class Articles {

    private final PublicPages pages;

    Articles(PublicPages pages) {
        this.pages = pages;
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

    /** One text of the catalogue; further values follow those of the listing. */
    public String text(String key, Listing listing, Object... more) {
        String email = listing.publisher().contactEmail();
        Stream<Object> values = Stream.of(
                listing.owner(),
                email == null ? pages.message("marketplace.contact.unknown") : email,
                "\n- " + String.join("\n- ", scopeReasons()),
                listing.baseUrl(),
                listing.url(ListedPage.PRIVACY));
        return pages.message(key, Stream.concat(values, Arrays.stream(more)).toArray());
    }

    /** Each scope with what it is for. */
    public List<String> scopeReasons() {
        return Arrays.stream(Scope.values())
                .map(scope -> scope.id() + ": " + pages.message(scope.reasonKey()))
                .toList();
    }

    /** Where post reaches the publisher, line by line; empty where that is not known yet. */
    List<String> postalLines(Publisher publisher) {
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
