package org.housecall.booking;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.housecall.clinics.Patient;
import org.housecall.clinics.PatientsInUse;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the kept one of two merged records wait on, and tells who waits. */
@Component
class WaitingPatients implements PatientsInUse {

    private final JdbcClient jdbc;

    WaitingPatients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Patient.Merged merged) {
        jdbc.sql("update waiting_entry set patient_id = ? where patient_id = ?")
                .params(merged.keptId(), merged.goneId())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> among(Collection<UUID> patientIds) {
        return new HashSet<>(
                jdbc.sql("select distinct patient_id from waiting_entry where patient_id = any (cast(? as uuid[]))")
                        .param(patientIds.stream().map(UUID::toString).toArray(String[]::new))
                        .query((row, number) -> row.getObject("patient_id", UUID.class))
                        .list());
    }
}
