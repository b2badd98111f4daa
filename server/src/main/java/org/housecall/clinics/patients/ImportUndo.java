package org.housecall.clinics.patients;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.PatientsInUse;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import back: removes the records it made, but for those that somebody has worked with since. */
@Component
public class ImportUndo {

    private final JdbcClient jdbc;
    private final List<PatientsInUse> uses;
    private final PatientAccounts accounts;
    private final Audit audit;
    private final Clock clock;

    ImportUndo(JdbcClient jdbc, List<PatientsInUse> uses, PatientAccounts accounts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.uses = uses;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Can be done again, for what could not be removed before. */
    @Transactional
    public Undone undo(UUID importId) {
        int known = jdbc.sql("update patient_import set undone_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), importId)
                .update();
        if (known == 0) {
            throw Problem.notFound();
        }
        List<Imported> imported = lock(importId);
        Set<UUID> booked = booked(imported.stream().map(Imported::id).toList());
        List<Kept> kept = new ArrayList<>();
        int removed = 0;
        for (Imported patient : imported) {
            Reason reason = booked.contains(patient.id) ? Reason.BOOKED : patient.reason();
            if (reason == null) {
                remove(patient);
                removed++;
            } else {
                kept.add(new Kept(patient.id, patient.name, reason));
            }
        }
        audit.record(Action.PATIENT_IMPORT_UNDONE, importId);
        return new Undone(removed, kept);
    }

    /** The records it made, kept from whoever would book for them until the transaction ends. */
    private List<Imported> lock(UUID importId) {
        jdbc.sql("select id from patient where import_id = ? order by id for update")
                .param(importId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return jdbc.sql("""
                        select p.id, p.name, p.account_id, p.version > 1 as changed,
                          exists (select from merged_patient m where m.into_id = p.id) as merged,
                          exists (select from guardian g where g.guardian_id = p.id) as guarding
                        from patient p where p.import_id = ? order by lower(p.name), p.id""")
                .param(importId)
                .query(new SimplePropertyRowMapper<>(Imported.class))
                .list();
    }

    private Set<UUID> booked(List<UUID> ids) {
        Set<UUID> booked = new HashSet<>();
        uses.forEach(use -> booked.addAll(use.among(ids)));
        return booked;
    }

    private void remove(Imported patient) {
        jdbc.sql("delete from guardian where patient_id = ?").param(patient.id).update();
        jdbc.sql("delete from patient where id = ?").param(patient.id).update();
        accounts.lost(patient.accountId);
        audit.record(Action.PATIENT_REMOVED, patient.id);
    }

    private record Imported(
            UUID id, String name, @Nullable UUID accountId, boolean changed, boolean merged, boolean guarding) {
        @Nullable
        Reason reason() {
            if (merged) {
                return Reason.MERGED;
            }
            if (guarding) {
                return Reason.GUARDIAN;
            }
            return changed ? Reason.CHANGED : null;
        }
    }

    /** Why a record stays. */
    public enum Reason {
        /** There are appointments, or something else was done for the patient. */
        BOOKED,
        /** Another record was merged into it. */
        MERGED,
        /** It is somebody's guardian. */
        GUARDIAN,
        /** Somebody has changed it. */
        CHANGED
    }

    /** A record that stays, and why. */
    public record Kept(UUID patientId, String name, Reason reason) {}

    /** What became of the records. */
    public record Undone(int removed, List<Kept> kept) {}
}
