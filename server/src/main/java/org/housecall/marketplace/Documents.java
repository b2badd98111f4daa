package org.housecall.marketplace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.scans.Scans;
import org.housecall.marketplace.texts.TextSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents that Zoom's technical design asks for. They state what this product does; none claims a test that did not happen. */
@Component
public class Documents {

    private final Articles articles;
    private final ListedPages listedPages;
    private final ScanReport report;
    private final Scans scans;
    private final PublicPages pages;
    private final ListingTexts texts;
    private final StackFacts facts;

    Documents(
            Articles articles,
            ListedPages listedPages,
            ScanReport report,
            Scans scans,
            PublicPages pages,
            ListingTexts texts,
            StackFacts facts) {
        this.articles = articles;
        this.listedPages = listedPages;
        this.report = report;
        this.scans = scans;
        this.pages = pages;
        this.texts = texts;
        this.facts = facts;
    }

    /** A document, with its sections in order. */
    public enum Paper {
        SECURITY_POLICY("transit", "rest", "keys", "access", "zoom", "trail", "kept", "incidents"),
        /** What the public page says. */
        PRIVACY_POLICY,
        SSDLC_POLICY("design", "building", "testing", "dependencies", "secrets", "vulnerabilities", "not-done"),
        INCIDENT_RESPONSE("who", "noticing", "containing", "telling", "after"),
        TECHNOLOGY_STACK("backend", "database", "authentication", "front-end"),
        /** Made of scans that were run. */
        SECURITY_TESTING_REPORT,
        PENETRATION_TEST_BRIEF("purpose", "scope", "outside", "rules", "access", "results"),
        PENETRATION_TEST_REPORT_TEMPLATE("tester", "summary", "method", "finding", "limits", "statement");

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> sections;

        Paper(String... sections) {
            this.sections = List.copyOf(Arrays.asList(sections));
        }

        /** As it is called in the catalogue. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String file() {
            return key() + ".pdf";
        }
    }

    public String title(Paper paper) {
        return pages.message(
                paper == Paper.PRIVACY_POLICY ? "marketplace.privacy.title" : "marketplace." + paper.key() + ".title");
    }

    /** Why there is no such document, in words; null: there is. */
    public @Nullable String lacking(Paper paper) {
        if (paper == Paper.SECURITY_TESTING_REPORT && scans.all().isEmpty()) {
            return pages.message("marketplace.security-testing-report.none");
        }
        List<String> blanks = blanks(paper);
        return blanks.isEmpty() ? null : pages.message("marketplace.privacy.blanks", String.join(", ", blanks));
    }

    /** The file names of those that wait for somebody to fill something in. */
    public List<String> unfinished() {
        return Arrays.stream(Paper.values())
                .filter(paper -> !blanks(paper).isEmpty())
                .map(Paper::file)
                .toList();
    }

    private List<String> blanks(Paper paper) {
        return paper == Paper.PRIVACY_POLICY
                ? listedPages.text(ListedPage.PRIVACY).blanks()
                : List.of();
    }

    public Article article(Paper paper, Listing listing) {
        return switch (paper) {
            case PRIVACY_POLICY -> listedPages.article(ListedPage.PRIVACY, listing);
            case SECURITY_TESTING_REPORT -> report.article(listing, scans.all());
            case TECHNOLOGY_STACK -> asWritten(ofCatalogue(paper, listing), listing);
            case SECURITY_POLICY,
                    SSDLC_POLICY,
                    INCIDENT_RESPONSE,
                    PENETRATION_TEST_BRIEF,
                    PENETRATION_TEST_REPORT_TEMPLATE -> ofCatalogue(paper, listing);
        };
    }

    private Article ofCatalogue(Paper paper, Listing listing) {
        return articles.of(
                paper.key(),
                paper.sections,
                listing,
                facts.version(),
                facts.java(),
                facts.springBoot(),
                facts.postgresql(),
                facts.databasePlace(),
                facts.keyPlace());
    }

    /** With what somebody wrote in place of a section; not where something is left in it to be filled in. */
    private Article asWritten(Article article, Listing listing) {
        List<Article.Section> sections = new ArrayList<>();
        for (int i = 0; i < article.sections().size(); i++) {
            Article.Section section = article.sections().get(i);
            sections.add(texts.usable(TextSlot.of("technology-" + Paper.TECHNOLOGY_STACK.sections.get(i)), listing)
                    .map(text -> new Article.Section(section.heading(), Article.Block.parse(text)))
                    .orElse(section));
        }
        return new Article(article.title(), article.lead(), sections);
    }

    /** All that there are as PDF, by file name. */
    public SortedMap<String, byte[]> all(Listing listing) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Paper paper : Paper.values()) {
            pdf(paper, listing).ifPresent(pdf -> all.put(paper.file(), pdf));
        }
        return all;
    }

    /** One as PDF; empty where there is none. */
    public Optional<byte[]> pdf(Paper paper, Listing listing) {
        if (lacking(paper) != null) {
            return Optional.empty();
        }
        List<String> contact = new ArrayList<>();
        contact.add(listing.owner());
        contact.addAll(articles.postalLines(listing.publisher()));
        contact.add(articles.text("marketplace.contact.line", listing));
        return Optional.of(new Pdf(
                        pages.language(),
                        listing.owner(),
                        pages.message("marketplace.contact"),
                        (page, of) -> pages.message("marketplace.page-of", page, of))
                .typeset(article(paper, listing), contact));
    }
}
