package org.housecall.marketplace;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where the parts of an installation run, and what travels between them. */
final class ArchitectureDiagram {

    static final int WIDTH = 1600;
    static final int HEIGHT = 1000;

    private static final Color INK = new Color(0x14231f);
    private static final Color MUTED = new Color(0x4e5f59);
    private static final Color PALE = new Color(0xedf5f2);
    private static final double TITLE = 22;
    private static final double TEXT = 16;
    private static final double LINE = 22;
    private static final double HEAD = 11;
    private static final double PADDING = 18;

    private static final Rectangle2D BROWSER = new Rectangle2D.Double(40, 100, 340, 170);
    private static final Rectangle2D SERVER = new Rectangle2D.Double(590, 100, 420, 400);
    private static final Rectangle2D DATABASE = new Rectangle2D.Double(590, 650, 420, 190);
    private static final Rectangle2D MAIL = new Rectangle2D.Double(40, 400, 340, 100);
    private static final Rectangle2D OAUTH = new Rectangle2D.Double(1260, 100, 300, 90);
    private static final Rectangle2D API = new Rectangle2D.Double(1260, 250, 300, 90);
    private static final Rectangle2D NOTIFICATIONS = new Rectangle2D.Double(1260, 410, 300, 90);
    private static final Rectangle2D MEETINGS = new Rectangle2D.Double(1260, 700, 300, 140);

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
        box(BROWSER, "browser");
        box(SERVER, "server");
        box(DATABASE, "database");
        box(MAIL, "mail");
        box(OAUTH, "oauth");
        box(API, "api");
        box(NOTIFICATIONS, "notifications");
        box(MEETINGS, "meetings");
        arrow("browser-server", 485, 165, 380, 185, 590, 185);
        arrow("server-mail", 485, 430, 590, 450, 380, 450);
        arrow("server-oauth", 1135, 125, 1010, 145, 1260, 145);
        arrow("server-api", 1135, 275, 1010, 295, 1260, 295);
        arrow("notifications-server", 1135, 435, 1260, 455, 1010, 455);
        arrow("server-database", 800, 570, 800, 500, 800, 650);
        arrow("browser-meetings", 600, 905, 40, 230, 20, 230, 20, 920, 1410, 920, 1410, 840);
        canvas.setColor(MUTED);
        regular.draw(canvas, words.apply("note"), 40, 970, TEXT);
    }

    private void box(Rectangle2D at, String part) {
        List<String> lines = words.apply(part).lines().toList();
        RoundRectangle2D box = new RoundRectangle2D.Double(at.getX(), at.getY(), at.getWidth(), at.getHeight(), 20, 20);
        canvas.setColor(PALE);
        canvas.fill(box);
        canvas.setColor(Icon.PINE);
        canvas.setStroke(new BasicStroke(2));
        canvas.draw(box);
        double y = at.getY() + 34;
        inside(at, bold, lines.getFirst(), y, TITLE);
        canvas.setColor(INK);
        for (String line : lines.subList(1, lines.size())) {
            y += LINE;
            inside(at, regular, line, y + 4, TEXT);
        }
    }

    /** Smaller where it would not fit: addresses have any length. */
    private void inside(Rectangle2D box, Lettering lettering, String line, double y, double size) {
        double room = box.getWidth() - 2 * PADDING;
        double fitting = Math.min(size, size * room / lettering.width(line, size));
        lettering.draw(canvas, line, box.getX() + PADDING, y, fitting);
    }

    /** A line through these points with its head at the last, and its label, centred, upwards from a point. */
    private void arrow(String label, double labelX, double labelY, double... points) {
        canvas.setColor(Icon.PINE);
        canvas.setStroke(new BasicStroke(2));
        Path2D line = new Path2D.Double();
        line.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            line.lineTo(points[i], points[i + 1]);
        }
        canvas.draw(line);
        int end = points.length - 2;
        head(points[end], points[end + 1], points[end] - points[end - 2], points[end + 1] - points[end - 1]);
        List<String> lines = words.apply(label).lines().toList();
        double y = labelY - (lines.size() - 1) * LINE;
        for (String text : lines) {
            label(text, labelX, y);
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
