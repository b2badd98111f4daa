package org.housecall.availability;

import java.util.Map;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Interval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which shared host, if any, each doctor of the current clinic has: said by whoever knows hosts, and with the doctor's time
 * locked before the visits are read: so that each is either among them, or finds the host when it is booked.
 */
@Repository
public class SharedHosts {

    private final JdbcClient jdbc;
    private final HostTime hostTime;

    SharedHosts(JdbcClient jdbc, HostTime hostTime) {
        this.jdbc = jdbc;
        this.hostTime = hostTime;
    }

    /**
     * A doctor's visits are hosted there from now on; those booked already claim its time even where that is taken.
     *
     * @param visits the doctor's visits that are not over, which need a host
     * @param places how many meetings the host runs at once: 1 or 2
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(UUID doctorId, UUID host, int places, Map<UUID, Interval> visits) {
        jdbc.sql("""
                        insert into shared_host (clinic_id, doctor_id, host, places) values (?, ?, ?, ?)
                        on conflict (doctor_id) do update set host = excluded.host, places = excluded.places""").params(CurrentClinic.id(), doctorId, host, places).update();
        visits.keySet().forEach(hostTime::release);
        visits.forEach((ref, visit) -> hostTime.claimOnPurpose(host, places, visit, ref));
    }

    /** A doctor shares no host any more; what the visits have claimed goes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID doctorId, Map<UUID, Interval> visits) {
        jdbc.sql("delete from shared_host where doctor_id = ?").param(doctorId).update();
        visits.keySet().forEach(hostTime::release);
    }

    /** Whether that is what is known of the doctor; a null host: none. */
    @Transactional(readOnly = true)
    public boolean isAssigned(UUID doctorId, UUID host, int places) {
        return jdbc.sql("select exists (select from shared_host where doctor_id = ? and host = ? and places = ?)")
                .params(doctorId, host, places)
                .query(Boolean.class)
                .single();
    }

    /** Whether the doctor has any. */
    @Transactional(readOnly = true)
    public boolean hasAny(UUID doctorId) {
        return jdbc.sql("select exists (select from shared_host where doctor_id = ?)")
                .param(doctorId)
                .query(Boolean.class)
                .single();
    }
}
