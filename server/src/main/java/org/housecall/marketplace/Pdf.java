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
import org.openpdf.text.ListItem;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/** Sets an article as an A4 document. */
final class Pdf {

    private static final float MARGIN = 64;
    private static final float LEADING = 1.4f;

    /** A heading keeps company: below this height over the bottom margin it goes to the next page. */
    private static final float COMPANY = 80;

    private final Locale language;
    private final String author;
    private final String contactHeading;
    private final PdfFooter.Numbering numbering;

    Pdf(Locale language, String author, String contactHeading, PdfFooter.Numbering numbering) {
        this.language = language;
        this.author = author;
        this.contactHeading = contactHeading;
        this.numbering = numbering;
    }

    /** The article, and after it how to reach its author. */
    byte[] typeset(Article article, List<String> contact) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPageEvent(new PdfFooter(author + " · " + article.title(), numbering));
            document.addTitle(article.title());
            document.addAuthor(author);
            document.setDocumentLanguage(language.toLanguageTag());
            document.open();
            document.add(heading(article.title(), 20));
            document.add(paragraph(article.lead()));
            for (Article.Section section : article.sections()) {
                addHeading(document, writer, section.heading());
                section.blocks().forEach(block -> add(document, block));
            }
            addHeading(document, writer, contactHeading);
            document.add(paragraph(String.join("\n", contact)));
        }
        return out.toByteArray();
    }

    private static void addHeading(Document document, PdfWriter writer, String text) {
        if (writer.getVerticalPosition(false) < MARGIN + COMPANY) {
            document.newPage();
        }
        document.add(heading(text, 14));
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

    static Font font(Liberation face, int size) {
        try {
            return face.create(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
