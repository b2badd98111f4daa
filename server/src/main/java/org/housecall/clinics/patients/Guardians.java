package org.housecall.clinics.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who speaks for the patients of the current clinic. */
@Repository
public class Guardians {

    private final JdbcClient jdbc;

    Guardians(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By patient, in the order in which they were given; with name and addresses, whoever's record these are in. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Guardian>> of(Collection<UUID> patientIds) {
        return read(patientIds, """
                select g.patient_id, g.guardian_id, coalesce(r.name, g.name) as name, g.relationship,
                       coalesce(r.phone, g.phone) as phone, coalesce(r.email, g.email) as email
                from guardian g left join patient r on r.id = g.guardian_id
                where g.patient_id = any (cast(? as uuid[])) order by g.patient_id, g.position""");
    }

    /** As they were given: of another record nothing but its id. */
    List<Guardian> given(UUID patientId) {
        return read(List.of(patientId), """
                select patient_id, guardian_id, name, relationship, phone, email
                from guardian where patient_id = any (cast(? as uuid[])) order by position""").getOrDefault(patientId, List.of());
    }

    private Map<UUID, List<Guardian>> read(Collection<UUID> patientIds, String sql) {
        Map<UUID, List<Guardian>> guardians = new HashMap<>();
        jdbc.sql(sql)
                .param(patientIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    guardians
                            .computeIfAbsent(row.getObject("patient_id", UUID.class), _ -> new ArrayList<>())
                            .add(guardian(row));
                });
        return guardians;
    }

    private static Guardian guardian(ResultSet row) throws SQLException {
        return new Guardian(
                row.getObject("guardian_id", UUID.class),
                row.getString("name"),
                row.getString("relationship"),
                row.getString("phone"),
                row.getString("email"));
    }

    void replace(UUID patientId, List<Guardian> guardians) {
        jdbc.sql("delete from guardian where patient_id = ?").param(patientId).update();
        for (int i = 0; i < guardians.size(); i++) {
            Guardian guardian = guardians.get(i);
            jdbc.sql("""
                            insert into guardian (clinic_id, patient_id, position, guardian_id, name, relationship, phone, email)
                            values (:clinic, :patient, :position, :guardian, :name, :relationship, :phone, :email)""")
                    .param("clinic", CurrentClinic.id())
                    .param("patient", patientId)
                    .param("position", i)
                    .param("guardian", guardian.patientId())
                    .param("name", guardian.name())
                    .param("relationship", guardian.relationship())
                    .param("phone", guardian.phone())
                    .param("email", guardian.email())
                    .update();
        }
    }

    /** Whoever spoke for one of two merged patients speaks for the kept one, and whomever one of them spoke for has the kept one. */
    void merge(UUID keptId, UUID goneId) {
        Set<Guardian> both = new LinkedHashSet<>(given(keptId));
        both.addAll(given(goneId));
        both.removeIf(it -> keptId.equals(it.patientId()) || goneId.equals(it.patientId()));
        jdbc.sql("delete from guardian where patient_id = ?").param(goneId).update();
        replace(keptId, List.copyOf(both));
        jdbc.sql("""
                        delete from guardian g where guardian_id = :gone
                          and exists (select from guardian o where o.patient_id = g.patient_id and o.guardian_id = :kept)""").param("gone", goneId).param("kept", keptId).update();
        jdbc.sql("update guardian set guardian_id = ? where guardian_id = ?")
                .params(keptId, goneId)
                .update();
    }

    /** Whether a patient, or somebody for whom the patient speaks, can be reached by nobody. */
    boolean leavesSomebodyUnreachable(UUID patientId) {
        return jdbc.sql("""
                        select exists (
                          select from patient p
                          where (p.id = :id or p.id in (select patient_id from guardian where guardian_id = :id))
                            and p.email is null and p.phone is null
                            and not exists (
                              select from guardian g left join patient r on r.id = g.guardian_id
                              where g.patient_id = p.id and coalesce(g.email, g.phone, r.email, r.phone) is not null))""").param("id", patientId).query(Boolean.class).single();
    }
}
