package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PicturesTests {

    @Test
    void drawsTheProductsMarkInTheSizeOfZoomsListing() {
        BufferedImage icon = Icon.draw();

        assertThat(icon.getWidth()).isEqualTo(160);
        assertThat(icon.getHeight()).isEqualTo(160);
        assertThat(icon.getRGB(0, 0)).as("rounded corner").isZero();
        assertThat(icon.getRGB(80, 20)).as("field").isEqualTo(Icon.PINE.getRGB());
        assertThat(icon.getRGB(78, 89)).as("triangle").isEqualTo(Icon.MARIGOLD.getRGB());
        assertThat(icon.getRGB(33, 100)).as("wall").isEqualTo(0xffffffff);
    }

    @Test
    void drawsEveryLetterOfANameInAnyOfItsScripts() {
        BufferedImage latin = diagram("Harbour");

        assertThat(darkPixels(diagram("Клиника"))).isGreaterThan(0).isNotEqualTo(darkPixels(latin));
        assertThat(darkPixels(diagram(""))).isLessThan(darkPixels(latin));
    }

    private static BufferedImage diagram(String name) {
        return ArchitectureDiagram.draw(part -> part.equals("title") ? name : " ");
    }

    private static long darkPixels(BufferedImage image) {
        long dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < 80; y++) {
                dark += (image.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
            }
        }
        return dark;
    }
}
