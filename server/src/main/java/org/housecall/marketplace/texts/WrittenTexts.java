package org.housecall.marketplace.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What somebody wrote in place of the product's own words, for the current clinic's app or for the installation's. */
@Repository
public class WrittenTexts {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    WrittenTexts(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A version of a text.
     *
     * @param text null: from then on the product's own words counted again
     */
    public record Version(String slot, @Nullable String text, UUID writtenBy, Instant writtenAt) {}

    /** The version that counts of each text that ever had one, by the text's id. */
    @Transactional(readOnly = true)
    public Map<String, Version> current() {
        return jdbc.sql("""
                        select distinct on (slot) slot, text, written_by, written_at from listing_text
                        where clinic_id = current_clinic() order by slot, id desc""").query(WrittenTexts::version).list().stream()
                .collect(Collectors.toMap(Version::slot, Function.identity()));
    }

    /** What was written for one text, where it was. */
    @Transactional(readOnly = true)
    public Optional<String> of(TextSlot slot) {
        return Optional.ofNullable(current().get(slot.id())).map(Version::text);
    }

    /** All versions of a text, the latest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(TextSlot slot) {
        return jdbc.sql("select slot, text, written_by, written_at from listing_text where slot = ? order by id desc")
                .param(slot.id())
                .query(WrittenTexts::version)
                .list();
    }

    /** Adds a version; null goes back to the product's own words. */
    @Transactional
    public void write(TextSlot slot, @Nullable String text, UUID writer) {
        jdbc.sql("""
                        insert into listing_text (id, slot, text, written_by, written_at)
                        values (:id, :slot, :text, :writer, :now)""")
                .param("id", Ids.next())
                .param("slot", slot.id())
                .param("text", text)
                .param("writer", writer)
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(Action.LISTING_TEXT_CHANGED, CurrentClinic.idOrNone());
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getString("slot"),
                row.getString("text"),
                row.getObject("written_by", UUID.class),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
