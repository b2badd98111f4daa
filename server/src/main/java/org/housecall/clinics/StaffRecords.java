package org.housecall.clinics;

import java.util.UUID;
import org.housecall.access.Invitations;
import org.housecall.access.Role;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is the same about everyone who works in the current clinic: a doctor's, receptionist's or clinic admin's record. */
@Repository
public class StaffRecords {

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Audit audit;

    StaffRecords(JdbcClient jdbc, Invitations invitations, Audit audit) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Changes the name by which somebody is known here; the account keeps its own. */
    @Transactional
    public void rename(UUID id, String name) {
        Present person = present(id);
        jdbc.sql("update " + person.table() + " set name = ? where id = ?")
                .params(name, id)
                .update();
        audit.record(Action.STAFF_RENAMED, id);
    }

    /** Sends another invitation to whoever has not accepted one; those before stay good. */
    @Transactional
    public void inviteAgain(UUID id) {
        Present person = present(id);
        if (person.active()) {
            throw new Problem(HttpStatus.CONFLICT, "accepted-already");
        }
        invitations.invite(person.email(), person.name(), person.role(), id);
    }

    private Present present(UUID id) {
        return jdbc.sql("""
                        select r.*, m.accepted_at is not null as active
                        from (select 'doctor' as "table", clinic_id, account_id, 'DOCTOR' as role, name, email
                              from doctor where id = :id and left_at is null
                              union all
                              select 'staff', clinic_id, account_id, role, name, email
                              from staff where id = :id and left_at is null) r
                        left join membership m on m.account_id = r.account_id and m.clinic_id = r.clinic_id
                          and m.role = r.role""").param("id", id).query(Present.class).optional().orElseThrow(Problem::notFound);
    }

    private record Present(String table, Role role, String name, String email, boolean active) {}
}
