package org.housecall.marketplace.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.housecall.marketplace.Articles;
import org.housecall.marketplace.Documents;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.ListedPages;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.Pictures;
import org.housecall.marketplace.readiness.Readiness;
import org.springframework.stereotype.Component;

/** Puts the pack together: a few hundred kilobytes, so in memory. */
@Component
public class Pack {

    /** The same for every entry, so that equal content gives an equal archive. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Listings listings;
    private final ListedPages pages;
    private final Articles articles;
    private final Documents documents;
    private final Pictures pictures;
    private final Readiness readiness;
    private final Checklist checklist;

    Pack(
            Listings listings,
            ListedPages pages,
            Articles articles,
            Documents documents,
            Pictures pictures,
            Readiness readiness,
            Checklist checklist) {
        this.listings = listings;
        this.pages = pages;
        this.articles = articles;
        this.documents = documents;
        this.pictures = pictures;
        this.readiness = readiness;
        this.checklist = checklist;
    }

    /** The pack for the app of the current clinic, or of the installation. Asks Zoom, as {@link Readiness#look} does. */
    public byte[] zip() {
        Listing listing = listings.current();
        Map<String, byte[]> files = new LinkedHashMap<>();
        Manifest.Texts texts = texts(listing);
        files.put("manifest.json", utf8(Manifest.of(listing, texts).json()));
        files.put("listing/name.txt", utf8(listing.appName()));
        files.put("listing/short-description.txt", utf8(texts.shortDescription()));
        files.put("listing/long-description.txt", utf8(texts.longDescription()));
        files.put("listing/scope-reasons.txt", utf8(texts.scopes()));
        files.put(
                "listing/technology-stack.txt",
                utf8(documents
                        .article(Documents.Paper.TECHNOLOGY_STACK, listing)
                        .plain()));
        files.put("listing/security-answers.txt", utf8(articles.text("marketplace.listing.security", listing)));
        for (ListedPage page : ListedPage.values()) {
            files.put("pages/" + page.key() + ".html", utf8(pages.standalone(page, listing)));
        }
        documents.all(listing).forEach((name, pdf) -> files.put("documents/" + name, pdf));
        pictures.all(listing).forEach((name, png) -> files.put("pictures/" + name, png));
        return zip(utf8(checklist.markdown(listing, readiness.look(), files.keySet())), files);
    }

    private Manifest.Texts texts(Listing listing) {
        return new Manifest.Texts(
                articles.text("marketplace.listing.short", listing),
                articles.text("marketplace.listing.long", listing),
                String.join("\n", articles.scopeReasons()),
                articles.text("marketplace.listing.domain", listing));
    }

    private static byte[] zip(byte[] firstPage, Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "checklist.md", firstPage);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
