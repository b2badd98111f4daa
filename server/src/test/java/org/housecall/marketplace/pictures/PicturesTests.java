package org.housecall.marketplace.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.housecall.platform.CurrentClinic;
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
        BufferedImage withoutGlyphs = diagram("\uE000".repeat(7));

        assertThat(darkPixels(diagram("Клиника")))
                .isNotEqualTo(darkPixels(withoutGlyphs))
                .isNotEqualTo(darkPixels(latin));
        assertThat(darkPixels(diagram(""))).isLessThan(darkPixels(latin));
    }

    @Test
    void hasEveryPictureInTheSizeThatZoomTakes() throws IOException {
        MarketplaceClinic clinic = new MarketplaceClinic();
        Listing listing = CurrentClinic.in(
                UUID.fromString(clinic.clinic.id),
                () -> TestServer.bean(Listings.class).current());
        Pictures pictures = TestServer.bean(Pictures.class);

        assertThat(pictures.unfit(listing)).isEmpty();
        for (Picture picture : Picture.values()) {
            byte[] png = pictures.png(picture, listing);
            assertThat(png).as(picture.file()).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth() + "x" + image.getHeight())
                    .as(picture.file())
                    .isEqualTo(
                            switch (picture) {
                                case ICON -> "160x160";
                                case COVER -> "1824x176";
                                case GALLERY_1, GALLERY_2, GALLERY_3, GALLERY_4 -> "1200x780";
                                case ARCHITECTURE -> "2000x1160";
                            });
        }
    }

    @Test
    void takesNoOtherSizeAndNothingButPng() throws IOException {
        assertThat(Pictures.fits(Picture.ICON, written(160, 160, "png"))).isTrue();
        assertThat(Pictures.fits(Picture.ICON, written(161, 160, "png"))).isFalse();
        assertThat(Pictures.fits(Picture.ICON, written(160, 160, "gif"))).isFalse();
        assertThat(Pictures.fits(Picture.ICON, new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                .isFalse();
        assertThat(Pictures.fits(Picture.ICON, new byte[0])).isFalse();
    }

    private static byte[] written(int width, int height, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
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
