package org.housecall.marketplace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.housecall.booking.PublicPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that Zoom's technical design asks for. They state what this product does; none claims a test that did not happen. */
@Component
public class Documents {

    private final Articles articles;
    private final PublicPages pages;
    private final JdbcClient jdbc;
    private final ObjectProvider<BuildProperties> build;

    Documents(Articles articles, PublicPages pages, JdbcClient jdbc, ObjectProvider<BuildProperties> build) {
        this.articles = articles;
        this.pages = pages;
        this.jdbc = jdbc;
        this.build = build;
    }

    /** A document, with its sections in order. */
    public enum Paper {
        SECURITY_AND_PRIVACY_POLICY("transit", "rest", "keys", "access", "zoom", "trail", "kept", "incidents"),
        SSDLC_POLICY("design", "building", "testing", "dependencies", "secrets", "vulnerabilities", "not-done"),
        TECHNOLOGY_STACK("backend", "database", "authentication", "front-end");

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> sections;

        Paper(String... sections) {
            this.sections = List.copyOf(Arrays.asList(sections));
        }

        /** As it is called in the catalogue and in file names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Article article(Paper paper, Listing listing) {
        String version = build.stream()
                .map(BuildProperties::getVersion)
                .findFirst()
                .orElseGet(() -> pages.message("marketplace.version.unknown"));
        return articles.of(
                paper.key(),
                paper.sections,
                listing,
                version,
                Runtime.version().feature(),
                SpringBootVersion.getVersion(),
                jdbc.sql("show server_version").query(String.class).single());
    }

    /** All as PDF, by file name. */
    public SortedMap<String, byte[]> all(Listing listing) {
        List<String> contact = new ArrayList<>();
        contact.add(listing.owner());
        contact.addAll(articles.postalLines(listing.publisher()));
        contact.add(articles.text("marketplace.contact.line", listing));
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Paper paper : Paper.values()) {
            all.put(
                    paper.key() + ".pdf",
                    new Pdf(pages.language(), listing.owner(), pages.message("marketplace.contact"))
                            .typeset(article(paper, listing), contact));
        }
        return all;
    }
}
