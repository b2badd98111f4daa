package org.housecall.marketplace.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** The product's mark, as in {@code web/public/favicon.svg}, in the size of Zoom's listing. */
final class Icon {

    static final int SIZE = 160;

    /** The mark is drawn on a field of this many units. */
    private static final double UNITS = 32;

    static final Color PINE = new Color(0x08352d);
    static final Color MARIGOLD = new Color(0xf2b84b);

    private Icon() {}

    static BufferedImage draw() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw(canvas, SIZE);
        canvas.dispose();
        return image;
    }

    /** At the canvas' origin, so many pixels wide and high. */
    static void draw(Graphics2D target, double size) {
        Graphics2D canvas = (Graphics2D) target.create();
        canvas.scale(size / UNITS, size / UNITS);
        canvas.setColor(PINE);
        canvas.fill(new RoundRectangle2D.Double(0, 0, UNITS, UNITS, 16, 16));
        canvas.setColor(Color.WHITE);
        canvas.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        canvas.draw(house());
        canvas.setColor(MARIGOLD);
        canvas.fill(play());
        canvas.dispose();
    }

    private static Path2D house() {
        Path2D house = new Path2D.Double();
        house.moveTo(6.5, 15.5);
        house.lineTo(16, 7);
        house.lineTo(25.5, 15.5);
        house.lineTo(25.5, 24);
        house.quadTo(25.5, 25.5, 24, 25.5);
        house.lineTo(8, 25.5);
        house.quadTo(6.5, 25.5, 6.5, 24);
        house.closePath();
        return house;
    }

    private static Path2D play() {
        Path2D play = new Path2D.Double();
        play.moveTo(13.2, 14.6);
        play.lineTo(13.2, 21);
        play.lineTo(18.8, 17.8);
        play.closePath();
        return play;
    }
}
