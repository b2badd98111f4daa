package org.housecall.marketplace.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An icon of one's own, over HTTP. */
class OwnIconTests {

    private static final int RED = 0xffff0000;

    private final MarketplaceClinic clinic = new MarketplaceClinic();
    private final String path = clinic.clinic.path("marketplace/icon");

    @Test
    void standsInPlaceOfTheMadeOneUntilItIsRemoved() throws IOException {
        byte[] made = png(Picture.ICON);
        assertThat(icon().has("uploadedAt")).isFalse();

        assertThat(upload(written(160, 160, "png")).status()).isEqualTo(204);

        assertThat(rgb(Picture.ICON, 80, 20)).isEqualTo(RED);
        assertThat(rgb(Picture.COVER, 104, 88)).as("in the cover, too").isEqualTo(RED);
        assertThat(icon().has("uploadedAt")).isTrue();
        assertThat(unfit()).isZero();

        assertThat(clinic.administrator.delete(path).status()).isEqualTo(204);
        assertThat(clinic.administrator.delete(path).status()).isEqualTo(204);

        assertThat(png(Picture.ICON)).isEqualTo(made);
        assertThat(icon().has("uploadedAt")).isFalse();
    }

    @Test
    void isReplacedByTheNext() throws IOException {
        upload(written(160, 160, "png"));

        assertThat(upload(Png.of(Icon.draw())).status()).isEqualTo(204);

        assertThat(rgb(Picture.ICON, 80, 20)).isEqualTo(Icon.PINE.getRGB());
    }

    @Test
    void keepsOfTheFileThePictureAlone() throws IOException {
        byte[] file = written(160, 160, "png");
        int end = file.length - 12; // before the last chunk, which is empty
        byte[] note = chunk("tEXt", "Comment\0the harbour's secret");
        byte[] full = ByteBuffer.allocate(file.length + note.length + 6)
                .put(file, 0, end)
                .put(note)
                .put(file, end, 12)
                .put("<html>".getBytes(StandardCharsets.US_ASCII))
                .array();

        assertThat(upload(full).status()).isEqualTo(204);

        assertThat(new String(full, StandardCharsets.ISO_8859_1)).contains("secret", "<html>");
        assertThat(new String(png(Picture.ICON), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret", "<html>", "tEXt");
        assertThat(rgb(Picture.ICON, 80, 20)).isEqualTo(RED);
    }

    @Test
    void refusesWhatIsNoPngAndKeepsTheOneBefore() throws IOException {
        upload(written(160, 160, "png"));
        byte[] good = written(160, 160, "png");
        byte[] broken = good.clone();
        Arrays.fill(broken, 45, good.length - 12, (byte) 7);

        for (byte[] file : new byte[][] {
            new byte[0],
            written(160, 160, "gif"),
            Arrays.copyOf(good, good.length / 2),
            broken,
            "<svg/>".getBytes(StandardCharsets.UTF_8)
        }) {
            Api.Answer answer = upload(file);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(error(answer, "field")).isEqualTo("png");
            assertThat(error(answer, "message")).isEqualTo("must be a picture in the format PNG");
        }
        assertThat(clinic.administrator.put(path, Map.of()).status()).isEqualTo(422);
        assertThat(rgb(Picture.ICON, 80, 20)).isEqualTo(RED);
    }

    @Test
    void refusesAnyOtherSizeAndSaysWhichItIs() throws IOException {
        assertThat(error(upload(written(161, 160, "png")), "message"))
                .isEqualTo("is 161 by 160 pixels; Zoom takes exactly 160 by 160");
        assertThat(error(upload(written(160, 159, "png")), "message")).contains("160 by 159");

        byte[] vast = written(160, 160, "png");
        ByteBuffer.wrap(vast).putInt(16, 2_000_000).putInt(20, 2_000_000);
        byte[] header = Arrays.copyOfRange(vast, 12, 29);
        CRC32 crc = new CRC32();
        crc.update(header);
        ByteBuffer.wrap(vast).putInt(29, (int) crc.getValue());
        assertThat(error(upload(vast), "message"))
                .as("read from the header, and never unpacked")
                .contains("by 2,000,000 pixels");
    }

    @Test
    void isLookedAtByTheReadinessCheck() throws IOException {
        upload(written(160, 160, "png"));

        in(listing -> {
            TestServer.bean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> TestServer.bean(JdbcClient.class)
                            .sql("update own_icon set png = 'x'")
                            .update());
            return listing;
        });

        assertThat(unfit()).isEqualTo(1);
    }

    @Test
    void isTheClinicsOwn() throws IOException {
        assertThat(upload(written(160, 160, "png")).status()).isEqualTo(204);
        MarketplaceClinic other = new MarketplaceClinic();

        Api.Answer others = other.administrator.get(other.clinic.path("marketplace/pictures"));

        assertThat(others.status()).isEqualTo(200);
        assertThat(others.json().path("items").path(0).has("uploadedAt")).isFalse();
    }

    private Api.Answer upload(byte[] file) {
        return clinic.administrator.put(path, Map.of("png", Base64.getEncoder().encodeToString(file)));
    }

    private JsonNode icon() {
        return clinic.administrator
                .get(clinic.clinic.path("marketplace/pictures"))
                .json()
                .path("items")
                .path(0);
    }

    private static String error(Api.Answer answer, String what) {
        return answer.json().path("errors").path(0).path(what).asString("");
    }

    private <T> T in(Function<Listing, T> work) {
        return CurrentClinic.in(
                UUID.fromString(clinic.clinic.id),
                () -> work.apply(TestServer.bean(Listings.class).current()));
    }

    private byte[] png(Picture picture) {
        return in(listing -> TestServer.bean(Pictures.class).png(picture, listing));
    }

    private long unfit() {
        return in(
                listing -> (long) TestServer.bean(Pictures.class).unfit(listing).size());
    }

    private int rgb(Picture picture, int x, int y) {
        return Png.picture(png(picture)).orElseThrow().getRGB(x, y);
    }

    /** All red. */
    private static byte[] written(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, String content) {
        byte[] named = (type + content).getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(named.length - 4)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }
}
