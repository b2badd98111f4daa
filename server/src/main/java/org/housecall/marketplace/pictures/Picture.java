package org.housecall.marketplace.pictures;

import java.util.Locale;

/** A picture that a submission wants, with its size in pixels. */
public enum Picture {
    ICON(160, 160),
    COVER(1824, 176),
    GALLERY_1(Picture.GALLERY_WIDTH, Picture.GALLERY_HEIGHT),
    GALLERY_2(Picture.GALLERY_WIDTH, Picture.GALLERY_HEIGHT),
    GALLERY_3(Picture.GALLERY_WIDTH, Picture.GALLERY_HEIGHT),
    GALLERY_4(Picture.GALLERY_WIDTH, Picture.GALLERY_HEIGHT),
    ARCHITECTURE(ArchitectureDiagram.WIDTH, ArchitectureDiagram.HEIGHT);

    /** Zoom's own limits for the gallery are to be confirmed in its build flow. */
    static final int GALLERY_WIDTH = 1200;

    static final int GALLERY_HEIGHT = 780;

    private final int width;
    private final int height;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** As it is called in the catalogue. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String file() {
        return key() + ".png";
    }
}
