package org.housecall.marketplace.pictures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Draws text as outlines of a font that we carry: the JDK's own drawing of text fails on a server without fontconfig. */
final class Lettering implements Closeable {

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    static Lettering regular() {
        return of("/liberation/LiberationSans-Regular.ttf");
    }

    static Lettering bold() {
        return of("/liberation/LiberationSans-Bold.ttf");
    }

    private static Lettering of(String resource) {
        try (InputStream in = Objects.requireNonNull(Lettering.class.getResourceAsStream(resource))) {
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws in the current colour, from a point on the base line. */
    void draw(Graphics2D canvas, String text, double x, double y, double size) {
        try {
            double scale = size / font.getUnitsPerEm();
            double at = x;
            for (int character : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(character);
                GlyphData outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    canvas.fill(
                            outline.getPath().createTransformedShape(new AffineTransform(scale, 0, 0, -scale, at, y)));
                }
                at += font.getAdvanceWidth(glyph) * scale;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #draw}, smaller where it would be wider than the room there is: names and addresses have any length. */
    void drawWithin(Graphics2D canvas, String text, double x, double y, double size, double room) {
        draw(canvas, text, x, y, Math.min(size, size * room / width(text, size)));
    }

    double width(String text, double size) {
        try {
            double width = 0;
            for (int character : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(character));
            }
            return width * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            font.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
