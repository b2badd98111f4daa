package org.housecall.clinics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.access.Viewer;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The patients of the current clinic. Who may see which: the front desk all, a doctor those they treat, a patient their own records. */
@Repository
public class Patients {

    private static final String SELECT = """
            select p.id, p.name, p.email, p.phone, p.birth_date, p.time_zone, p.language, p.version, p.account_id,
              coalesce(p.email, (select coalesce(g.email, r.email) from guardian g left join patient r on r.id = g.guardian_id
                                 where g.patient_id = p.id and coalesce(g.email, r.email) is not null
                                 order by g.position limit 1)) as mail_address
            from patient p
            """;
    private static final String OWN_OR_TREATED = """
            (%1$s.account_id = :viewer or exists (
              select from patient_doctor t join doctor d on d.id = t.doctor_id
              where t.patient_id = %1$s.id and d.account_id = :viewer and d.left_at is null))
            """;

    /** What comes after the cursor. */
    private static final String PAGE = """
             and (lower(f.name), f.id) > (select lower(c.name), c.id from patient c where c.id = :cursor
                                          union all select '', '00000000-0000-0000-0000-000000000000' limit 1)
            order by lower(f.name), f.id limit :limit
            """;

    private static final RowMapper<Patient> ROW = new SimplePropertyRowMapper<>(Patient.class);

    private final JdbcClient jdbc;

    Patients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For the system's own work; handlers use {@link #visibleTo}. */
    @Transactional(readOnly = true)
    public Optional<Patient> find(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?").param(id).query(ROW).optional();
    }

    /** The record, if the viewer may see it. In a transaction that writes it cannot be merged away before that ends. */
    @Transactional(readOnly = true)
    public Optional<Patient> visibleTo(Viewer viewer, UUID id) {
        String kept = TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? "" : " for key share of p";
        return jdbc.sql(SELECT + "where p.id = :id and " + visibleTo(viewer) + kept)
                .param("id", id)
                .param("viewer", viewer.accountId())
                .query(ROW)
                .optional();
    }

    /** Two conditions, not one with a flag: PostgreSQL would plan that anew each time, for it pays only where the flag is known. */
    private static String visibleTo(Viewer viewer) {
        return viewer.seesAll(CurrentClinic.id()) ? "true " : OWN_OR_TREATED.formatted("p");
    }

    /** For the system's own work: those of the given ids that there are, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, Patient> all(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + "where p.id = any (cast(? as uuid[]))")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(ROW)
                .stream()
                .collect(Collectors.toMap(Patient::id, it -> it));
    }

    /** The records an account holds in the current clinic: their own, their children's. */
    @Transactional(readOnly = true)
    public List<Patient> ofAccount(UUID accountId) {
        return jdbc.sql(SELECT + "where p.account_id = ? order by p.created_at, p.id")
                .param(accountId)
                .query(ROW)
                .list();
    }

    /**
     * Patients by name, address, phone or date of birth, in order of name.
     *
     * @param text any part of these, several in any order; empty finds all
     * @param cursor the last page's, or null
     * @param limit at most this many
     */
    @Transactional(readOnly = true)
    public Page<Patient> search(Viewer viewer, String text, @Nullable String cursor, int limit) {
        planForWhatIsTyped();
        PatientQuery query = PatientQuery.of(text);
        String matching = query.condition() + PAGE;
        List<Patient> found = jdbc.sql(SELECT
                        + (viewer.seesAll(CurrentClinic.id())
                                ? "where p.id in (select f.id from patient_to_find f where " + matching + ") "
                                : "where p.id in (select f.id from patient f where " + OWN_OR_TREATED.formatted("f")
                                        + " and " + matching + ") ")
                        + "order by lower(p.name), p.id")
                .params(query.parameters())
                .param("viewer", viewer.accountId())
                .param("cursor", cursorId(cursor))
                .param("limit", limit + 1)
                .query(ROW)
                .list();
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString())
                : Page.of(found);
    }

    /** One plan for all words would read every name in order, which is best only for what many have in common. */
    private void planForWhatIsTyped() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
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
