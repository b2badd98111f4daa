package org.housecall.marketplace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.ListItem;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfWriter;

/** Sets an article as an A4 document. */
final class Pdf {

    private static final float MARGIN = 64;
    private static final float LEADING = 1.4f;

    private final Locale language;
    private final String author;
    private final String contactHeading;

    Pdf(Locale language, String author, String contactHeading) {
        this.language = language;
        this.author = author;
        this.contactHeading = contactHeading;
    }

    /** The article, and after it how to reach its author. */
    byte[] typeset(Article article, List<String> contact) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, out);
            document.addTitle(article.title());
            document.addAuthor(author);
            document.setDocumentLanguage(language.toLanguageTag());
            document.setFooter(footer());
            document.open();
            document.add(heading(article.title(), 20));
            document.add(paragraph(article.lead()));
            for (Article.Section section : article.sections()) {
                document.add(heading(section.heading(), 14));
                section.blocks().forEach(block -> add(document, block));
            }
            document.add(heading(contactHeading, 14));
            document.add(paragraph(String.join("\n", contact)));
        }
        return out.toByteArray();
    }

    private static void add(Document document, Article.Block block) {
        if (!block.text().isEmpty()) {
            document.add(paragraph(block.text()));
        }
        if (!block.items().isEmpty()) {
            org.openpdf.text.List list = new org.openpdf.text.List(block.ordered(), 16);
            list.setListSymbol(new Chunk("•", font(Liberation.SANS, 10)));
            block.items().forEach(item -> list.add(spaced(new ListItem(item, font(Liberation.SANS, 10)))));
            document.add(list);
        }
    }

    private HeaderFooter footer() {
        HeaderFooter footer = new HeaderFooter(new Phrase(author + " · ", font(Liberation.SANS, 8)), true);
        footer.setBorder(HeaderFooter.NO_BORDER);
        return footer;
    }

    private static Paragraph heading(String text, int size) {
        Paragraph heading = new Paragraph(text, font(Liberation.SANS_BOLD, size));
        heading.setSpacingBefore(10);
        return spaced(heading);
    }

    private static Paragraph paragraph(String text) {
        return spaced(new Paragraph(text, font(Liberation.SANS, 10)));
    }

    private static <P extends Paragraph> P spaced(P paragraph) {
        paragraph.setLeading(0, LEADING);
        paragraph.setSpacingAfter(6);
        return paragraph;
    }

    private static Font font(Liberation face, int size) {
        try {
            return face.create(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
