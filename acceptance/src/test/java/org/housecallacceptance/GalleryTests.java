package org.housecallacceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way that {@code ./housecall pictures} takes, without keeping what it brings. */
class GalleryTests extends Gallery {

    /** So many colours no page has that shows next to nothing: letters have soft edges. */
    private static final long COLOURS = 100;

    @Test
    void takesFourPicturesInTheirSize(@TempDir Path directory) throws IOException {
        takeInto(directory);

        for (int number = 1; number <= 4; number++) {
            String name = "gallery-" + number + ".png";
            BufferedImage picture =
                    Objects.requireNonNull(ImageIO.read(directory.resolve(name).toFile()));
            assertThat(picture.getWidth() + "x" + picture.getHeight()).as(name).isEqualTo(WIDTH + "x" + HEIGHT);
            assertThat(colours(picture)).as("Colours of %s", name).isGreaterThan(COLOURS);
        }
    }

    private static long colours(BufferedImage picture) {
        return IntStream.range(0, WIDTH * HEIGHT)
                .map(at -> picture.getRGB(at % WIDTH, at / WIDTH))
                .distinct()
                .count();
    }
}
