package org.housecall.appointments;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.housecall.clinics.Patient;
import org.housecall.clinics.PatientsInUse;
import org.housecall.platform.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the appointments of a merged record along to the kept one, and tells whose records have any. */
@Component
class PatientMerges implements PatientsInUse {

    private final JdbcClient jdbc;
    private final LiveUpdates live;

    PatientMerges(JdbcClient jdbc, LiveUpdates live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    @EventListener
    void on(Patient.Merged merged) {
        jdbc.sql("""
                        update appointment a set patient_id = ?, version = a.version + 1 from doctor d
                        where a.patient_id = ? and d.id = a.doctor_id returning a.id, d.account_id""").params(merged.keptId(), merged.goneId()).query(row -> {
            live.publish("appointment", row.getObject("id", UUID.class), row.getObject("account_id", UUID.class));
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> among(Collection<UUID> patientIds) {
        return new HashSet<>(
                jdbc.sql("select distinct patient_id from appointment where patient_id = any (cast(? as uuid[]))")
                        .param(patientIds.stream().map(UUID::toString).toArray(String[]::new))
                        .query((row, number) -> row.getObject("patient_id", UUID.class))
                        .list());
    }
}
