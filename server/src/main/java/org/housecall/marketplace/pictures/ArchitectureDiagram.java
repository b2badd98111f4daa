package org.housecall.marketplace.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where the parts of an installation run, and what travels between them. */
final class ArchitectureDiagram {

    static final int WIDTH = 2000;
    static final int HEIGHT = 1160;

    private static final Color INK = new Color(0x14231f);
    private static final Color MUTED = new Color(0x4e5f59);
    private static final Color PALE = new Color(0xedf5f2);
    private static final double TITLE = 22;
    private static final double TEXT = 16;
    private static final double LINE = 22;
    private static final double HEAD = 11;
    private static final double PADDING = 18;

    /** How far the node behind another shows. */
    private static final double BEHIND = 12;

    private final Graphics2D canvas;
    private final Lettering regular;
    private final Lettering bold;
    private final UnaryOperator<String> words;

    private ArchitectureDiagram(Graphics2D canvas, Lettering regular, Lettering bold, UnaryOperator<String> words) {
        this.canvas = canvas;
        this.regular = regular;
        this.bold = bold;
        this.words = words;
    }

    /**
     * Draws it.
     *
     * @param words the text of a part; the first of its lines names a box
     */
    static BufferedImage draw(UnaryOperator<String> words) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        try (Lettering regular = Lettering.regular();
                Lettering bold = Lettering.bold()) {
            new ArchitectureDiagram(canvas, regular, bold, words).draw();
        }
        canvas.dispose();
        return image;
    }

    private void draw() {
        canvas.setColor(INK);
        bold.draw(canvas, words.apply("title"), 40, 56, 28);
        behind(Part.SERVER.box());
        for (Part part : Part.values()) {
            box(part.box(), part.key());
        }
        for (Flow flow : Flow.values()) {
            arrow(flow);
        }
        canvas.setColor(MUTED);
        regular.draw(canvas, words.apply("note"), 40, HEIGHT - 20, TEXT);
    }

    /** There may be more of it. */
    private void behind(Rectangle2D at) {
        for (int i = 2; i > 0; i--) {
            frame(at.getX() + i * BEHIND, at.getY() - i * BEHIND, at.getWidth(), at.getHeight());
        }
    }

    private void frame(double x, double y, double width, double height) {
        RoundRectangle2D frame = new RoundRectangle2D.Double(x, y, width, height, 20, 20);
        canvas.setColor(PALE);
        canvas.fill(frame);
        canvas.setColor(Icon.PINE);
        canvas.setStroke(new BasicStroke(2));
        canvas.draw(frame);
    }

    private void box(Rectangle2D at, String part) {
        List<String> lines = words.apply(part).lines().toList();
        frame(at.getX(), at.getY(), at.getWidth(), at.getHeight());
        double y = at.getY() + 34;
        inside(at, bold, lines.getFirst(), y, TITLE);
        canvas.setColor(INK);
        for (String line : lines.subList(1, lines.size())) {
            y += LINE;
            inside(at, regular, line, y + 4, TEXT);
        }
    }

    private void inside(Rectangle2D box, Lettering lettering, String line, double y, double size) {
        lettering.drawWithin(canvas, line, box.getX() + PADDING, y, size, box.getWidth() - 2 * PADDING);
    }

    /** A line with its head at the last point, and its words, centred, upwards from theirs. */
    private void arrow(Flow flow) {
        canvas.setColor(Icon.PINE);
        canvas.setStroke(new BasicStroke(2));
        List<Point2D> points = flow.line();
        Path2D line = new Path2D.Double();
        line.moveTo(points.getFirst().getX(), points.getFirst().getY());
        points.forEach(point -> line.lineTo(point.getX(), point.getY()));
        canvas.draw(line);
        Point2D end = points.getLast();
        Point2D before = points.get(points.size() - 2);
        head(end.getX(), end.getY(), end.getX() - before.getX(), end.getY() - before.getY());
        List<String> lines = words.apply(flow.key()).lines().toList();
        double y = flow.words().getY() - (lines.size() - 1) * LINE;
        for (String text : lines) {
            label(text, flow.words().getX(), y);
            y += LINE;
        }
    }

    private void head(double x, double y, double directionX, double directionY) {
        double length = Math.hypot(directionX, directionY);
        double alongX = directionX / length * HEAD;
        double alongY = directionY / length * HEAD;
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - alongX - alongY / 2, y - alongY + alongX / 2);
        head.lineTo(x - alongX + alongY / 2, y - alongY - alongX / 2);
        head.closePath();
        canvas.fill(head);
    }

    /** On a white ground, so that a line behind it does not run through the words. */
    private void label(String text, double centre, double y) {
        double width = regular.width(text, TEXT);
        canvas.setColor(Color.WHITE);
        canvas.fill(new Rectangle2D.Double(centre - width / 2 - 4, y - TEXT, width + 8, LINE));
        canvas.setColor(INK);
        regular.draw(canvas, text, centre - width / 2, y, TEXT);
    }
}
