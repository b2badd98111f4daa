package org.housecall.marketplace.pictures;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The icon that the current clinic, or the installation where none is set, uploaded in place of the made one. */
@Repository
public class OwnIcons {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    OwnIcons(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<byte[]> png() {
        return jdbc.sql("select png from own_icon").query(byte[].class).optional();
    }

    /** Empty where the made one counts. */
    @Transactional(readOnly = true)
    public Optional<Instant> uploadedAt() {
        return jdbc.sql("select uploaded_at from own_icon")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Keeps an icon in place of the one before. Fails with a field error where it is not exactly what Zoom takes. */
    @Transactional
    public void replace(byte[] file) {
        jdbc.sql("""
                        insert into own_icon (png, uploaded_at) values (:png, :now)
                        on conflict (clinic_id) do update set png = excluded.png, uploaded_at = excluded.uploaded_at""")
                .param("png", redrawn(file))
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(Action.LISTING_ICON_CHANGED, CurrentClinic.idOrNone());
    }

    /** Goes back to the made one. */
    @Transactional
    public void remove() {
        if (jdbc.sql("delete from own_icon").update() == 1) {
            audit.record(Action.LISTING_ICON_CHANGED, CurrentClinic.idOrNone());
        }
    }

    /** The picture alone in a file of our own: whatever else was in theirs stays behind. */
    private static byte[] redrawn(byte[] file) {
        Dimension size = Png.size(file).orElseThrow(OwnIcons::noPng);
        if (size.width != Icon.SIZE || size.height != Icon.SIZE) {
            throw Problem.invalid("png", "marketplace.icon.size", Icon.SIZE, size.width, size.height);
        }
        BufferedImage picture = Png.picture(file).orElseThrow(OwnIcons::noPng);
        BufferedImage drawn = new BufferedImage(Icon.SIZE, Icon.SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return Png.of(drawn);
    }

    private static Problem noPng() {
        return Problem.invalid("png", "marketplace.icon.no-png");
    }
}
