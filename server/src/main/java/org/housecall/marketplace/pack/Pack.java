package org.housecall.marketplace.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.housecall.marketplace.Documents;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.ListedPages;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.pictures.Pictures;
import org.housecall.marketplace.readiness.Readiness;
import org.housecall.marketplace.reviewer.TestPlan;
import org.springframework.stereotype.Component;

/** Puts the pack together: about a megabyte, so in memory. */
@Component
public class Pack {

    /** The same for every entry, so that equal content gives an equal archive. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Listings listings;
    private final ListedPages pages;
    private final PackedTexts texts;
    private final Documents documents;
    private final Pictures pictures;
    private final TestPlan testPlan;
    private final Readiness readiness;
    private final Checklist checklist;

    Pack(
            Listings listings,
            ListedPages pages,
            PackedTexts texts,
            Documents documents,
            Pictures pictures,
            TestPlan testPlan,
            Readiness readiness,
            Checklist checklist) {
        this.listings = listings;
        this.pages = pages;
        this.texts = texts;
        this.documents = documents;
        this.pictures = pictures;
        this.testPlan = testPlan;
        this.readiness = readiness;
        this.checklist = checklist;
    }

    /** The pack for the app of the current clinic, or of the installation. Asks Zoom, as {@link Readiness#look} does. */
    public byte[] zip() {
        Listing listing = listings.current();
        Map<String, byte[]> files = new LinkedHashMap<>();
        PackedTexts.Packed packed = texts.pack(listing);
        files.put(
                "manifest.json",
                utf8(Manifest.of(listing, texts.forManifest(listing)).json()));
        packed.files().forEach((name, text) -> files.put(name, utf8(text)));
        files.put("listing/test-plan.txt", utf8(testPlan.text(listing)));
        List<String> leftOut = new ArrayList<>(packed.leftOut());
        for (ListedPage page : ListedPage.values()) {
            String name = "pages/" + page.key() + ".html";
            if (pages.text(page).blanks().isEmpty()) {
                files.put(name, utf8(pages.standalone(page, listing)));
            } else {
                leftOut.add(name);
            }
        }
        documents.all(listing).forEach((name, pdf) -> files.put("documents/" + name, pdf));
        documents.unfinished().forEach(name -> leftOut.add("documents/" + name));
        pictures.all(listing).forEach((name, png) -> files.put("pictures/" + name, png));
        return zip(utf8(checklist.markdown(listing, readiness.look().items(), files.keySet(), leftOut)), files);
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
