package org.housecall.audit;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.housecall.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail of the current clinic, or the installation's own where none is set. */
@Repository
public class AuditTrail {

    private static final Map<String, String> CONDITIONS = Map.of(
            "actor", "e.actor = :actor",
            "action", "e.action = :action",
            "subject", "e.subject = :subject",
            "from", "e.at >= :from",
            "to", "e.at < :to",
            "after", "(e.at, e.id) < (select c.at, c.id from audit_entry c where c.id = :after)");

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Entries that match, newest first.
     *
     * @param after the last entry of the page before, or null
     * @param limit at most this many
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> search(Criteria criteria, @Nullable UUID after, int limit) {
        Map<String, Object> given = criteria.given();
        if (after != null) {
            given.put("after", after);
        }
        String where = given.keySet().stream().map(CONDITIONS::get).collect(joining(" and "));
        List<AuditEntry> found = jdbc.sql("select " + AuditEntry.COLUMNS + " from audit_entry e"
                        + (given.isEmpty() ? "" : " where " + where)
                        + " order by e.at desc, e.id desc limit :limit")
                .params(given)
                .param("limit", limit + 1)
                .query(AuditEntry::row)
                .list();
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString())
                : Page.of(found);
    }

    /**
     * What to look for; null does not restrict.
     *
     * @param from earliest
     * @param to before
     */
    public record Criteria(
            @Nullable UUID actor,
            @Nullable Action action,
            @Nullable UUID subject,
            @Nullable Instant from,
            @Nullable Instant to) {

        private Map<String, Object> given() {
            Map<String, Object> given = new TreeMap<>();
            putIfGiven(given, "actor", actor);
            putIfGiven(given, "action", action == null ? null : action.name());
            putIfGiven(given, "subject", subject);
            putIfGiven(given, "from", from == null ? null : from.atOffset(ZoneOffset.UTC));
            putIfGiven(given, "to", to == null ? null : to.atOffset(ZoneOffset.UTC));
            return given;
        }

        private static void putIfGiven(Map<String, Object> given, String name, @Nullable Object value) {
            if (value != null) {
                given.put(name, value);
            }
        }
    }
}
