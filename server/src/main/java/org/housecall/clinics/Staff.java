package org.housecall.clinics;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Account;
import org.housecall.access.Invitation;
import org.housecall.access.Invitations;
import org.housecall.access.Role;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The clinic admins and receptionists of the current clinic. */
@Repository
public class Staff {

    private static final RowMapper<StaffMember> ROW = new SimplePropertyRowMapper<>(StaffMember.class);

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Clock clock;

    Staff(JdbcClient jdbc, Invitations invitations, Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Adds a clinic admin or receptionist, or one who has left once more, and sends the invitation. */
    @Transactional
    public UUID invite(Role role, String name, String email) {
        UUID id = jdbc.sql("""
                        insert into staff (clinic_id, id, role, name, email, created_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (clinic_id, role, email) do update set name = excluded.name
                          where staff.left_at is not null
                        returning id""")
                .params(
                        CurrentClinic.id(),
                        Ids.next(),
                        role.name(),
                        name,
                        Account.normalize(email),
                        OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.conflict("email", "clinics.email.taken"));
        invitations.invite(email, name, role, id).ifPresent(accountId -> link(id, accountId));
        return id;
    }

    @EventListener
    void on(Invitation.Accepted accepted) {
        link(accepted.subjectId(), accepted.accountId());
    }

    private void link(UUID staffId, UUID accountId) {
        jdbc.sql("update staff set account_id = ?, left_at = null where id = ?")
                .params(accountId, staffId)
                .update();
    }

    @Transactional(readOnly = true)
    public List<StaffMember> with(Role role) {
        return jdbc.sql("""
                        select s.id, s.role, s.name, s.email, m.accepted_at is not null as active,
                          s.left_at is not null as left
                        from staff s
                        left join membership m on m.account_id = s.account_id and m.clinic_id = s.clinic_id and m.role = s.role
                        where s.role = ? order by s.name, s.id""").param(role.name()).query(ROW).list();
    }
}
