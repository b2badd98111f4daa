package org.housecall.clinics;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Account;
import org.housecall.access.Accounts;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The patients of the current clinic. Who may see which: the front desk all, a doctor those they treat, a patient their own records. */
@Repository
public class Patients {

    private static final String SELECT = "select id, name, email, phone, time_zone, account_id from patient p ";
    private static final String OWN_OR_TREATED = """
            (p.account_id = :viewer or exists (
              select from patient_doctor t join doctor d on d.id = t.doctor_id
              where t.patient_id = p.id and d.account_id = :viewer and d.left_at is null))
            """;

    private static final RowMapper<Patient> ROW = new SimplePropertyRowMapper<>(Patient.class);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Patients(JdbcClient jdbc, Accounts accounts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a record. With an e-mail address its owner can sign in by mailed link and finds the record. */
    @Transactional
    public Patient create(String name, @Nullable String email, @Nullable String phone, @Nullable String timeZone) {
        UUID accountId =
                email == null ? null : accounts.findOrCreate(email, name).id();
        if (accountId != null) {
            accounts.addMembership(accountId, CurrentClinic.id(), Role.PATIENT, true);
        }
        String address = email == null ? null : Account.normalize(email);
        Patient patient = new Patient(Ids.next(), name, address, phone, timeZone, accountId);
        jdbc.sql("""
                        insert into patient (clinic_id, id, account_id, name, email, phone, time_zone, created_at)
                        values (:clinic, :id, :account, :name, :email, :phone, :zone, :now)""")
                .param("clinic", CurrentClinic.id())
                .param("id", patient.id())
                .param("account", accountId)
                .param("name", name)
                .param("email", address)
                .param("phone", phone)
                .param("zone", timeZone)
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(Action.PATIENT_CREATED, patient.id());
        return patient;
    }

    /** For the system's own work; handlers use {@link #visibleTo}. */
    @Transactional(readOnly = true)
    public Optional<Patient> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Patient> visibleTo(Viewer viewer, UUID id) {
        return jdbc.sql(SELECT + "where id = :id and " + visibleTo(viewer))
                .param("id", id)
                .param("viewer", viewer.accountId())
                .query(ROW)
                .optional();
    }

    /** Two conditions, not one with a flag: PostgreSQL would plan that anew each time, for it pays only where the flag is known. */
    private static String visibleTo(Viewer viewer) {
        return viewer.seesAll(CurrentClinic.id()) ? "true " : OWN_OR_TREATED;
    }

    /** The records an account holds in the current clinic: their own, their children's. */
    @Transactional(readOnly = true)
    public List<Patient> ofAccount(UUID accountId) {
        return jdbc.sql(SELECT + "where account_id = ? order by created_at, id")
                .param(accountId)
                .query(ROW)
                .list();
    }

    /**
     * Patients by name, address or phone, in order of name.
     *
     * @param text any part; empty finds all
     * @param cursor the last page's, or null
     * @param limit at most this many
     */
    @Transactional(readOnly = true)
    public Page<Patient> search(Viewer viewer, String text, @Nullable String cursor, int limit) {
        String pattern = "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        List<Patient> found = jdbc.sql(SELECT + "where " + visibleTo(viewer) + """
                        and (name ilike :text or email ilike :text or phone ilike :text)
                        and (lower(name), id) > (select lower(c.name), c.id from patient c where c.id = :cursor
                             union all select '', '00000000-0000-0000-0000-000000000000' limit 1)
                        order by lower(name), id limit :limit""")
                .param("viewer", viewer.accountId())
                .param("text", pattern)
                .param("cursor", cursorId(cursor))
                .param("limit", limit + 1)
                .query(ROW)
                .list();
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString())
                : Page.of(found);
    }

    private static UUID cursorId(@Nullable String cursor) {
        try {
            return cursor == null ? CurrentClinic.NONE : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            return CurrentClinic.NONE;
        }
    }

    /** From now on the doctor treats the patient and may see the record. */
    @Transactional
    public void treatedBy(UUID patientId, UUID doctorId) {
        jdbc.sql(
                        "insert into patient_doctor (clinic_id, patient_id, doctor_id) values (?, ?, ?) on conflict do nothing")
                .params(CurrentClinic.id(), patientId, doctorId)
                .update();
    }
}
