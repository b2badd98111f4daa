package org.housecall.marketplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was written in place of the pages' own texts, of the current clinic or of the installation where no clinic is set. */
@Repository
public class PageVersions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    PageVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param number from 1 on, without a gap
     * @param text null: the page's own from then on
     * @param basedOn the fingerprint of the page's own text at that time
     */
    public record Version(int number, @Nullable PageText text, String basedOn, UUID authorId, Instant createdAt) {}

    @Transactional(readOnly = true)
    public Optional<Version> latest(ListedPage page) {
        return jdbc.sql("select * from page_version where page = ? order by number desc limit 1")
                .params(page.key())
                .query(PageVersions::row)
                .optional();
    }

    /** All, the latest first. */
    @Transactional(readOnly = true)
    public List<Version> all(ListedPage page) {
        return jdbc.sql("select * from page_version where page = ? order by number desc")
                .params(page.key())
                .query(PageVersions::row)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Version> find(ListedPage page, int number) {
        return jdbc.sql("select * from page_version where page = ? and number = ?")
                .params(page.key(), number)
                .query(PageVersions::row)
                .optional();
    }

    /** Adds the one after {@code seen}; a {@link Problem} where somebody else was there first. */
    @Transactional
    void add(ListedPage page, int seen, @Nullable PageText text, String basedOn, UUID authorId) {
        try {
            int added = jdbc.sql("""
                            insert into page_version (page, number, text, based_on, author_id, created_at)
                            select :page, :seen + 1, cast(:text as jsonb), :basedOn, :author, :now
                            where :seen = (select coalesce(max(number), 0) from page_version where page = :page)""")
                    .param("page", page.key())
                    .param("seen", seen)
                    .param("text", text == null ? null : JSON.writeValueAsString(text))
                    .param("basedOn", basedOn)
                    .param("author", authorId)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            if (added == 0) {
                throw new Problem(HttpStatus.CONFLICT, "page-changed");
            }
        } catch (DuplicateKeyException _) {
            throw new Problem(HttpStatus.CONFLICT, "page-changed");
        }
    }

    private static Version row(ResultSet row, int number) throws SQLException {
        String text = row.getString("text");
        return new Version(
                row.getInt("number"),
                text == null ? null : JSON.readValue(text, PageText.class),
                row.getString("based_on"),
                row.getObject("author_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
