package org.housecall.marketplace.pictures;

import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** What an installation consists of and speaks with, and where it stands in the diagram. */
enum Part {
    BROWSER(40, 110, 330, 150),
    SIGN_ON(40, 400, 330, 90),
    MAIL(40, 520, 330, 90),
    NAMES(40, 640, 330, 90),
    PROXY(620, 110, 220, 190),
    SERVER(1070, 110, 400, 610),
    DATABASE(1070, 840, 400, 170),
    OAUTH(1690, 110, 270, 100),
    API(1690, 270, 270, 100),
    NOTIFICATIONS(1690, 440, 270, 100),
    MEETINGS(1690, 840, 270, 140);

    private final int x;
    private final int y;
    private final int width;
    private final int height;

    Part(int x, int y, int width, int height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    Rectangle2D box() {
        return new Rectangle2D.Double(x, y, width, height);
    }

    /** As it is called in the catalogue. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
