package org.housecall.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Availability.WeeklyHours;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The doctors' availability in the current clinic. */
@Repository
public class Availabilities {

    private final JdbcClient jdbc;
    private final Audit audit;

    Availabilities(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** All of a doctor's availability. */
    @Transactional(readOnly = true)
    public Availability of(UUID doctorId) {
        return ofOne(doctorId, LocalDate.EPOCH, LocalDate.of(9999, 12, 31));
    }

    /** Compared with an array, however short, PostgreSQL would plan the query anew each time. */
    private Availability ofOne(UUID doctorId, LocalDate first, LocalDate last) {
        return read("doctor_id = :doctors", doctorId, first, last).getOrDefault(doctorId, Availability.NONE);
    }

    /** The doctors' weekly hours, and their exceptions on these dates and a day around them. */
    @Transactional(readOnly = true)
    public Map<UUID, Availability> of(Collection<UUID> doctorIds, LocalDate first, LocalDate last) {
        return read("doctor_id = any(:doctors)", doctorIds.toArray(UUID[]::new), first, last);
    }

    private Map<UUID, Availability> read(String whose, Object doctors, LocalDate first, LocalDate last) {
        Map<UUID, Availability> found = new HashMap<>();
        jdbc.sql("""
                        select doctor_id, day, null as date, from_time, to_time, true as available
                        from availability_hours where %1$s
                        union all
                        select doctor_id, null, date, from_time, to_time, available
                        from availability_exception where %1$s and date between :first and :last
                        order by day, date, from_time""".formatted(whose))
                .param("doctors", doctors)
                .param("first", first.minusDays(1))
                .param("last", last.plusDays(1))
                .query(row -> {
                    Availability availability = found.computeIfAbsent(
                            row.getObject("doctor_id", UUID.class),
                            _ -> new Availability(new ArrayList<>(), new ArrayList<>()));
                    LocalDate date = row.getObject("date", LocalDate.class);
                    LocalTime from = row.getObject("from_time", LocalTime.class);
                    LocalTime to = row.getObject("to_time", LocalTime.class);
                    if (date == null) {
                        availability.weekly().add(new WeeklyHours(DayOfWeek.of(row.getInt("day")), from, to));
                    } else {
                        availability.exceptions().add(new DayException(date, from, to, row.getBoolean("available")));
                    }
                });
        return found;
    }

    /** Whether the doctor works during all of the interval; the zone is the clinic's. */
    @Transactional(readOnly = true)
    public boolean covers(UUID doctorId, Interval interval, ZoneId zone) {
        LocalDate first = interval.start().atZone(zone).toLocalDate();
        LocalDate last = interval.end().atZone(zone).toLocalDate();
        return ofOne(doctorId, first, last).covers(interval, zone);
    }

    @Transactional
    public void replace(UUID doctorId, Availability availability) {
        jdbc.sql("delete from availability_hours where doctor_id = ?")
                .param(doctorId)
                .update();
        jdbc.sql("delete from availability_exception where doctor_id = ?")
                .param(doctorId)
                .update();
        for (WeeklyHours hours : availability.weekly()) {
            jdbc.sql("""
                            insert into availability_hours (clinic_id, doctor_id, day, from_time, to_time)
                            values (?, ?, ?, ?, ?)""")
                    .params(CurrentClinic.id(), doctorId, hours.day().getValue(), hours.from(), hours.to())
                    .update();
        }
        for (DayException exception : availability.exceptions()) {
            jdbc.sql("""
                            insert into availability_exception (clinic_id, doctor_id, id, date, from_time, to_time, available)
                            values (:clinic, :doctor, :id, :date, :from, :to, :available)""")
                    .param("clinic", CurrentClinic.id())
                    .param("doctor", doctorId)
                    .param("id", Ids.next())
                    .param("date", exception.date())
                    .param("from", exception.from())
                    .param("to", exception.to())
                    .param("available", exception.available())
                    .update();
        }
        audit.record(Action.AVAILABILITY_CHANGED, doctorId);
    }
}
