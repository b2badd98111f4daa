package org.housecall.appointments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.housecall.availability.BookedVisits;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The appointments to come, as availability asks for them. */
@Repository
class BookedAppointments implements BookedVisits {

    private final JdbcClient jdbc;

    BookedAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<BookedVisit> between(@Nullable UUID doctorId, Instant from, @Nullable Instant until) {
        return jdbc.sql("""
                        select a.id, a.doctor_id, d.name as doctor_name, p.name as patient_name,
                               s.name as service_name, a.starts_at, a.ends_at
                        from appointment a
                        join doctor d on d.id = a.doctor_id
                        join patient p on p.id = a.patient_id
                        join service s on s.id = a.service_id
                        where a.status in ('BOOKED', 'CHECKED_IN') and a.starts_at >= :from
                          and (cast(:until as timestamptz) is null or a.starts_at < :until)
                          and (cast(:doctor as uuid) is null or a.doctor_id = :doctor)
                        order by a.starts_at, a.id""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("doctor", doctorId)
                .query((row, number) -> new BookedVisit(
                        row.getObject("id", UUID.class),
                        row.getObject("doctor_id", UUID.class),
                        row.getString("doctor_name"),
                        row.getString("patient_name"),
                        row.getString("service_name"),
                        new Interval(
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant())))
                .list();
    }
}
