package org.housecall.marketplace.pictures;

import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.Articles;
import org.housecall.marketplace.Listing;
import org.housecall.zoom.ZoomSettings;
import org.springframework.stereotype.Component;

/**
 * The pictures of a submission: drawn, but for an icon that was uploaded, and for the gallery, which a browser took of this product on
 * sample data ({@code ./housecall pictures}).
 */
@Component
public class Pictures {

    private static final String GALLERY = "/marketplace/gallery/";

    private final Articles articles;
    private final PublicPages pages;
    private final ZoomSettings zoom;
    private final OwnIcons icons;

    Pictures(Articles articles, PublicPages pages, ZoomSettings zoom, OwnIcons icons) {
        this.articles = articles;
        this.pages = pages;
        this.zoom = zoom;
        this.icons = icons;
    }

    public String title(Picture picture) {
        return pages.message("marketplace.picture." + picture.key());
    }

    /** All as PNG, by file name. */
    public SortedMap<String, byte[]> all(Listing listing) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Picture picture : Picture.values()) {
            all.put(picture.file(), png(picture, listing));
        }
        return all;
    }

    public byte[] png(Picture picture, Listing listing) {
        return switch (picture) {
            case ICON -> icons.png().orElseGet(() -> Png.of(Icon.draw()));
            case COVER ->
                Png.of(Cover.draw(
                        listing.appName(),
                        pages.message("marketplace.cover.line"),
                        icons.png().flatMap(Png::picture).orElse(null)));
            case GALLERY_1, GALLERY_2, GALLERY_3, GALLERY_4 -> taken(picture);
            case ARCHITECTURE ->
                Png.of(ArchitectureDiagram.draw(part -> articles.text(
                        "marketplace.diagram." + part,
                        listing,
                        zoom.webUrl().getAuthority(),
                        zoom.apiUrl().getAuthority())));
        };
    }

    /** The file names of those that are not what Zoom takes: no PNG, or in another size. */
    public List<String> unfit(Listing listing) {
        return Arrays.stream(Picture.values())
                .filter(picture -> !fits(picture, png(picture, listing)))
                .map(Picture::file)
                .toList();
    }

    static boolean fits(Picture picture, byte[] png) {
        return Png.size(png)
                        .filter(new Dimension(picture.width(), picture.height())::equals)
                        .isPresent()
                && Png.picture(png).isPresent();
    }

    private static byte[] taken(Picture picture) {
        try (InputStream in = Pictures.class.getResourceAsStream(GALLERY + picture.file())) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
