package org.housecall.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.housecall.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes the audit trail, in the transaction of what it records: either both are there or neither. */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records that the signed-in account, or the system itself where none is, did something to a subject. */
    @Transactional
    public void record(Action action, @Nullable UUID subject) {
        recordFor(actor(), action, subject);
    }

    /** As {@link #record}, for an account that is only just signing in, or that works from outside a session. */
    @Transactional
    public void recordFor(@Nullable UUID actor, Action action, @Nullable UUID subject) {
        insert("values (:id, :at, :actor, :action, :subject, :origin)", actor, action, subject)
                .update();
    }

    /**
     * As {@link #record}, but once within an hour of the same for the same subject and origin: for what an open page
     * reads again every few seconds.
     */
    @Transactional
    public void recordOnceAnHour(Action action, @Nullable UUID subject) {
        UUID actor = actor();
        insert("""
                        select :id, :at, :actor, :action, :subject, :origin
                        where not exists (
                          select from audit_entry
                          where at > :anHourAgo and action = :action and %s
                            and subject is not distinct from cast(:subject as uuid)
                            and origin is not distinct from cast(:origin as text))""".formatted(actor == null ? "actor is null" : "actor = :actor"), actor, action, subject)
                .param("anHourAgo", OffsetDateTime.now(clock).minusHours(1))
                .update();
    }

    /** The entry and its place among what waits for a seal: one statement, because every booking waits for it. */
    private JdbcClient.StatementSpec insert(String row, @Nullable UUID actor, Action action, @Nullable UUID subject) {
        return jdbc.sql("with entry as (insert into audit_entry (id, at, actor, action, subject, origin) " + row
                        + " returning clinic_id, id)"
                        + " insert into audit_unsealed (clinic_id, entry_id) select clinic_id, id from entry")
                .param("id", Ids.next())
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor)
                .param("action", action.name())
                .param("subject", subject)
                .param("origin", origin());
    }

    private static @Nullable UUID actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getName().length() == 36
                ? UUID.fromString(authentication.getName())
                : null;
    }

    private static @Nullable String origin() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return request.getRemoteAddr();
        }
        return null;
    }
}
