package org.housecall.clinics;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Leaving;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody stops working in the current clinic, in whatever roles: from the commit on they reach nothing of it, and
 * nothing can be booked with them. Their records stay, for what happened, and open again if they are invited once more.
 */
@Service
public class Departures {

    private final JdbcClient jdbc;
    private final Leaving leaving;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departures(JdbcClient jdbc, Leaving leaving, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.leaving = leaving;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets the person of a doctor's or staff member's record leave.
     *
     * @param id of the record; a problem where the clinic has none such, or the person has left
     * @param viewer who decides it, and cannot about themselves: a clinic's last admin would leave nobody behind
     */
    @Transactional
    public void leave(UUID id, Viewer viewer) {
        Present person =
                jdbc.sql("""
                        select account_id from doctor where id = :id and left_at is null
                        union all select account_id from staff where id = :id and left_at is null""").param("id", id).query(Present.class).optional().orElseThrow(Problem::notFound);
        UUID accountId = person.accountId();
        if (viewer.accountId().equals(accountId)) {
            throw new Problem(HttpStatus.CONFLICT, "leaving-oneself");
        }
        Optional<UUID> doctorId = close("doctor", id, accountId).stream().findFirst();
        List<UUID> records = new ArrayList<>(close("staff", id, accountId));
        doctorId.ifPresent(records::add);
        leaving.end(accountId, records);
        audit.record(Action.STAFF_LEFT, id);
        events.publishEvent(new Left(CurrentClinic.id(), accountId, doctorId.orElse(null)));
    }

    /** All that the person is here: the record, and others of the same account. */
    private List<UUID> close(String table, UUID id, @Nullable UUID accountId) {
        return jdbc.sql("update " + table + " set left_at = :now"
                        + " where (id = :id or account_id = :account) and left_at is null returning id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("account", accountId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private record Present(@Nullable UUID accountId) {}

    /**
     * Somebody has left a clinic.
     *
     * @param accountId null where they never came
     * @param doctorId the doctor that they were, if they were one
     */
    public record Left(
            UUID clinicId,
            @Nullable UUID accountId,
            @Nullable UUID doctorId) {}
}
