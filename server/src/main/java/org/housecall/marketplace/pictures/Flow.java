package org.housecall.marketplace.pictures;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What travels from one part to another, as a line through points with its words above one more. {@code FlowTests} holds
 * these against the code that speaks with the outside.
 */
enum Flow {
    BROWSER_PROXY(Part.BROWSER, Part.PROXY, 495, 165, 370, 185, 620, 185),
    PROXY_SERVER(Part.PROXY, Part.SERVER, 955, 165, 840, 185, 1070, 185),
    SERVER_PROXY(Part.SERVER, Part.PROXY, 955, 250, 1070, 270, 840, 270),
    SERVER_SIGN_ON(Part.SERVER, Part.SIGN_ON, 720, 425, 1070, 445, 370, 445),
    SERVER_MAIL(Part.SERVER, Part.MAIL, 720, 545, 1070, 565, 370, 565),
    SERVER_NAMES(Part.SERVER, Part.NAMES, 720, 665, 1070, 685, 370, 685),
    SERVER_DATABASE(Part.SERVER, Part.DATABASE, 1270, 785, 1270, 720, 1270, 840),
    SERVER_OAUTH(Part.SERVER, Part.OAUTH, 1592, 140, 1470, 160, 1690, 160),
    SERVER_API(Part.SERVER, Part.API, 1592, 300, 1470, 320, 1690, 320),
    NOTIFICATIONS_SERVER(Part.NOTIFICATIONS, Part.SERVER, 1592, 470, 1690, 490, 1470, 490),
    BROWSER_MEETINGS(Part.BROWSER, Part.MEETINGS, 700, 1075, 40, 230, 20, 230, 20, 1085, 1825, 1085, 1825, 980);

    private final Part from;
    private final Part to;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody moves it.
    private final Point2D words;

    @SuppressWarnings("ImmutableEnumChecker") // A list that nobody changes, of points that nobody moves.
    private final List<Point2D> line;

    Flow(Part from, Part to, int wordsX, int wordsY, int... line) {
        this.from = from;
        this.to = to;
        this.words = new Point2D.Double(wordsX, wordsY);
        this.line = IntStream.range(0, line.length / 2)
                .<Point2D>mapToObj(i -> new Point2D.Double(line[2 * i], line[2 * i + 1]))
                .toList();
    }

    Part from() {
        return from;
    }

    Part to() {
        return to;
    }

    /** Where the last line of its words stands, in the middle. */
    Point2D words() {
        return words;
    }

    List<Point2D> line() {
        return line;
    }

    /** As it is called in the catalogue. */
    String key() {
        return from.key() + "-" + to.key();
    }
}
