package org.housecall.marketplace.pictures;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files in the format that Zoom takes. What is read may come from anywhere. */
final class Png {

    private Png() {}

    /** As its header says, before any of the picture is unpacked; empty where it is no PNG. */
    static Optional<Dimension> size(byte[] file) {
        return read(file, reader -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
    }

    /** The picture, without what else is in the file; empty where it is no PNG, or a broken one. */
    static Optional<BufferedImage> picture(byte[] file) {
        return read(file, reader -> reader.read(0));
    }

    private static <T> Optional<T> read(byte[] file, Reading<T> reading) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return Optional.of(reading.of(reader));
        } catch (IOException | RuntimeException _) { // the decoder throws either, depending on what is broken
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** What is taken from a file. */
    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }

    static byte[] of(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
