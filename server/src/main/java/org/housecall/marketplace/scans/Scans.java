package org.housecall.marketplace.scans;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The scans written down for the current clinic, or for the installation where no clinic is set. */
@Repository
public class Scans {

    private static final String ROW =
            "select id, subject, kind, tool, tool_version, target, ran_on, critical, high, medium, low, file_name, file_sha256,"
                    + " recorded_by, recorded_at from scan ";

    private final JdbcClient jdbc;
    private final Audit audit;

    Scans(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** All, the latest run first. */
    @Transactional(readOnly = true)
    public List<Scan> all() {
        return jdbc.sql(ROW + "order by ran_on desc, recorded_at desc")
                .query(Scans::row)
                .list();
    }

    @Transactional
    public void add(Scan scan) {
        jdbc.sql("""
                        insert into scan (id, subject, kind, tool, tool_version, target, ran_on, critical, high, medium, low,
                                          recorded_by, recorded_at)
                        values (:id, :subject, :kind, :tool, :version, :target, :ranOn, :critical, :high, :medium, :low,
                                :by, :at)""")
                .param("id", scan.id())
                .param("subject", scan.subject().name())
                .param("kind", scan.kind().name())
                .param("tool", scan.tool())
                .param("version", scan.toolVersion())
                .param("target", scan.target())
                .param("ranOn", scan.ranOn())
                .param("critical", scan.counts().critical())
                .param("high", scan.counts().high())
                .param("medium", scan.counts().medium())
                .param("low", scan.counts().low())
                .param("by", scan.recordedBy())
                .param("at", scan.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(Action.SCAN_RECORDED, scan.id());
    }

    /** Keeps what the scanner wrote, in place of an earlier file. */
    @Transactional
    public void attach(UUID id, String name, byte[] content) {
        int found = jdbc.sql("update scan set file_name = ?, file_content = ?, file_sha256 = ? where id = ?")
                .params(name, content, sha256(content), id)
                .update();
        if (found == 0) {
            throw Problem.notFound();
        }
        audit.record(Action.SCAN_RECORDED, id);
    }

    @Transactional(readOnly = true)
    public Optional<Content> content(UUID id) {
        return jdbc.sql("select file_name, file_content from scan where id = ? and file_name is not null")
                .params(id)
                .query((row, _) -> new Content(row.getString(1), row.getBytes(2)))
                .optional();
    }

    @Transactional
    public void remove(UUID id) {
        if (jdbc.sql("delete from scan where id = ?").params(id).update() == 0) {
            throw Problem.notFound();
        }
        audit.record(Action.SCAN_REMOVED, id);
    }

    /** A file that was kept. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
    public record Content(String name, byte[] bytes) {}

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Scan row(ResultSet row, int number) throws SQLException {
        String file = row.getString("file_name");
        return new Scan(
                row.getObject("id", UUID.class),
                Scan.Subject.valueOf(row.getString("subject")),
                Scan.Kind.valueOf(row.getString("kind")),
                row.getString("tool"),
                row.getString("tool_version"),
                row.getString("target"),
                row.getObject("ran_on", LocalDate.class),
                new Scan.Counts(row.getInt("critical"), row.getInt("high"), row.getInt("medium"), row.getInt("low")),
                file == null ? null : new Scan.File(file, row.getString("file_sha256")),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
