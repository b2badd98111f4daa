package org.housecall.marketplace;

import java.util.Arrays;
import java.util.List;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.scans.Scan;
import org.springframework.stereotype.Component;

/** The security testing report: the scans that were written down, and nothing else. */
@Component
class ScanReport {

    private static final String TEXTS = "marketplace.security-testing-report.";

    private final Articles articles;
    private final PublicPages pages;

    ScanReport(Articles articles, PublicPages pages) {
        this.articles = articles;
        this.pages = pages;
    }

    Article article(Listing listing, List<Scan> scans) {
        return new Article(
                pages.message(TEXTS + "title"),
                articles.text(TEXTS + "lead", listing, scans.size()),
                Arrays.stream(Scan.Subject.values())
                        .map(subject -> section(subject, scans))
                        .toList());
    }

    private Article.Section section(Scan.Subject subject, List<Scan> scans) {
        List<Article.Block> runs = scans.stream()
                .filter(scan -> scan.subject() == subject)
                .map(this::block)
                .toList();
        return new Article.Section(
                pages.message(TEXTS + subject),
                runs.isEmpty() ? Article.Block.parse(pages.message(TEXTS + subject + ".none")) : runs);
    }

    private Article.Block block(Scan scan) {
        Scan.Counts counts = scan.counts();
        Scan.File file = scan.file();
        return new Article.Block(
                pages.message(
                        TEXTS + "run",
                        scan.tool(),
                        scan.toolVersion(),
                        pages.message("marketplace.scan." + scan.kind())),
                List.of(
                        pages.message(TEXTS + "target", scan.target()),
                        pages.message(TEXTS + "date", scan.ranOn().toString()),
                        pages.message(
                                TEXTS + "counts", counts.critical(), counts.high(), counts.medium(), counts.low()),
                        file == null
                                ? pages.message(TEXTS + "no-file")
                                : pages.message(TEXTS + "file", file.name(), file.sha256())),
                false);
    }
}
