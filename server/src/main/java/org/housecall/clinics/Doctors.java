package org.housecall.clinics;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Account;
import org.housecall.access.Invitation;
import org.housecall.access.Invitations;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The doctors of the current clinic. */
@Repository
public class Doctors {

    private static final String SELECT = """
            select d.id, d.name, d.email, d.account_id, m.accepted_at is not null as active,
              d.left_at is not null as left
            from doctor d
            left join membership m on m.account_id = d.account_id and m.clinic_id = d.clinic_id and m.role = 'DOCTOR'
            """;

    private static final RowMapper<Doctor> ROW = new SimplePropertyRowMapper<>(Doctor.class);

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Clock clock;

    Doctors(JdbcClient jdbc, Invitations invitations, Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Adds a doctor, or one who has left once more, and sends the invitation. */
    @Transactional
    public UUID invite(String name, String email) {
        UUID id = jdbc.sql("""
                        insert into doctor (clinic_id, id, name, email, created_at) values (?, ?, ?, ?, ?)
                        on conflict (clinic_id, email) do update set name = excluded.name
                          where doctor.left_at is not null
                        returning id""")
                .params(CurrentClinic.id(), Ids.next(), name, Account.normalize(email), OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.conflict("email", "clinics.email.taken"));
        invitations.invite(email, name, Role.DOCTOR, id).ifPresent(accountId -> link(id, accountId));
        return id;
    }

    @EventListener
    void on(Invitation.Accepted accepted) {
        if (accepted.role() == Role.DOCTOR) {
            link(accepted.subjectId(), accepted.accountId());
        }
    }

    private void link(UUID doctorId, UUID accountId) {
        jdbc.sql("update doctor set account_id = ?, left_at = null where id = ?")
                .params(accountId, doctorId)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Doctor> all() {
        return jdbc.sql(SELECT + "order by d.name, d.id").query(ROW).list();
    }

    @Transactional(readOnly = true)
    public Optional<Doctor> find(UUID id) {
        return jdbc.sql(SELECT + "where d.id = ?").param(id).query(ROW).optional();
    }

    /** A doctor whose time the viewer disposes of: a doctor of the own, the front desk of everyone's. */
    @Transactional(readOnly = true)
    public Doctor disposedOfBy(Viewer viewer, UUID id) {
        Doctor doctor = find(id).orElseThrow(Problem::notFound);
        if (!viewer.accountId().equals(doctor.accountId()) && !viewer.seesAll(CurrentClinic.id())) {
            throw Problem.forbidden();
        }
        return doctor;
    }

    /** The doctor that an account is in the current clinic, if it is one and has not left. */
    @Transactional(readOnly = true)
    public Optional<Doctor> ofAccount(UUID accountId) {
        return jdbc.sql(SELECT + "where d.account_id = ? and d.left_at is null")
                .param(accountId)
                .query(ROW)
                .optional();
    }
}
