package org.housecall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or seen.
 *
 * @param clinicId the nil UUID where it is the installation's own
 * @param at to the microsecond
 * @param actor the account; null: the system itself, or somebody with a link
 * @param action an {@link Action}'s name, or whatever the database was made to hold
 * @param subject the id of what or whom it was done to
 * @param origin the network address it came from
 */
public record AuditEntry(
        UUID id,
        UUID clinicId,
        Instant at,
        @Nullable UUID actor,
        String action,
        @Nullable UUID subject,
        @Nullable String origin) {

    static final String COLUMNS = "e.id, e.clinic_id, e.at, e.actor, e.action, e.subject, e.origin";

    static AuditEntry row(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("clinic_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("action"),
                row.getObject("subject", UUID.class),
                row.getString("origin"));
    }
}
