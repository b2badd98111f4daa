package org.housecall.marketplace;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.housecall.zoom.ZoomSettings;
import org.springframework.stereotype.Component;

/** The pictures that can be drawn without a browser: the app's icon, and where this installation's data flows. */
@Component
public class Pictures {

    private final Articles articles;
    private final ZoomSettings zoom;

    Pictures(Articles articles, ZoomSettings zoom) {
        this.articles = articles;
        this.zoom = zoom;
    }

    /** All as PNG, by file name. */
    public SortedMap<String, byte[]> all(Listing listing) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        all.put("icon.png", png(Icon.draw()));
        all.put(
                "architecture.png",
                png(ArchitectureDiagram.draw(part -> articles.text(
                        "marketplace.diagram." + part,
                        listing,
                        zoom.webUrl().getAuthority(),
                        zoom.apiUrl().getAuthority()))));
        return all;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
