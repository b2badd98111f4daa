package org.housecall.marketplace;

import java.util.ArrayList;
import java.util.List;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What stands at the foot of every page: whose document it is, and which page of how many. */
final class PdfFooter extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final float GAP = 28;
    /** Room for the words of the page number. */
    private static final float ROOM = 120;

    private final String name;
    private final Numbering numbering;
    private final BaseFont font = Pdf.font(Liberation.SANS, 8).getBaseFont();
    private final List<PdfTemplate> numbers = new ArrayList<>();

    PdfFooter(String name, Numbering numbering) {
        this.name = name;
        this.numbering = numbering;
    }

    /** The words for a page's number and that of the last. */
    @FunctionalInterface
    interface Numbering {
        String of(int page, int last);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        float room = document.right() - document.left() - ROOM;
        write(canvas, shortened(room), document.left(), document.bottom() - GAP);
        PdfTemplate number = canvas.createTemplate(ROOM, SIZE * 2);
        canvas.addTemplate(number, document.right() - ROOM, document.bottom() - GAP);
        numbers.add(number);
    }

    /** Only now it is known which page was the last. */
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        for (int page = 1; page <= numbers.size(); page++) {
            String words = numbering.of(page, numbers.size());
            write(numbers.get(page - 1), words, ROOM - font.getWidthPoint(words, SIZE), 0);
        }
    }

    private String shortened(float room) {
        String text = name;
        while (font.getWidthPoint(text, SIZE) > room) {
            text = text.substring(0, text.length() - 2) + "…";
        }
        return text;
    }

    private void write(PdfContentByte canvas, String text, float x, float y) {
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.setTextMatrix(x, y);
        canvas.showText(text);
        canvas.endText();
    }
}
