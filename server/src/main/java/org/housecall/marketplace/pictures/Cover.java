package org.housecall.marketplace.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** The strip at the top of Zoom's listing: the icon, the app's name, and a line about it. */
final class Cover {

    private static final double MARGIN = 48;
    private static final double MARK = 112;
    private static final double NAME = 58;
    private static final double LINE = 28;

    private Cover() {}

    /** @param icon null: the product's own mark */
    static BufferedImage draw(String name, String line, @Nullable BufferedImage icon) {
        int width = Picture.COVER.width();
        int height = Picture.COVER.height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Icon.PINE);
        canvas.fillRect(0, 0, width, height);
        canvas.translate(MARGIN, (height - MARK) / 2);
        if (icon == null) {
            Icon.draw(canvas, MARK);
        } else {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.drawImage(icon, 0, 0, (int) MARK, (int) MARK, null);
        }
        canvas.translate(-MARGIN, -(height - MARK) / 2);
        try (Lettering regular = Lettering.regular();
                Lettering bold = Lettering.bold()) {
            double x = MARGIN + MARK + MARGIN;
            canvas.setColor(Color.WHITE);
            bold.drawWithin(canvas, name, x, 88, NAME, width - x - MARGIN);
            canvas.setColor(Icon.MARIGOLD);
            regular.drawWithin(canvas, line, x, 134, LINE, width - x - MARGIN);
        }
        canvas.dispose();
        return image;
    }
}
