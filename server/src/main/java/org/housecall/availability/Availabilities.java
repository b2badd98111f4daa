package org.housecall.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
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
        return of(List.of(doctorId), LocalDate.EPOCH, LocalDate.of(9999, 12, 31))
                .getOrDefault(doctorId, Availability.NONE);
    }

    /** The doctors' weekly hours, and their exceptions on these dates and a day around them. */
    @Transactional(readOnly = true)
    public Map<UUID, Availability> of(Collection<UUID> doctorIds, LocalDate first, LocalDate last) {
        Map<UUID, Availability> found = new HashMap<>();
        doctorIds.forEach(id -> found.put(id, new Availability(new ArrayList<>(), new ArrayList<>())));
        jdbc.sql("""
                        select doctor_id, day, from_time, to_time from availability_hours
                        where doctor_id = any(:ids) order by day, from_time""").param("ids", doctorIds.toArray(UUID[]::new)).query(row -> {
            Availability availability = found.get(row.getObject("doctor_id", UUID.class));
            if (availability != null) {
                availability
                        .weekly()
                        .add(new Availability.WeeklyHours(
                                DayOfWeek.of(row.getInt("day")),
                                row.getObject("from_time", LocalTime.class),
                                row.getObject("to_time", LocalTime.class)));
            }
        });
        jdbc.sql("""
                        select doctor_id, date, from_time, to_time, available from availability_exception
                        where doctor_id = any(:ids) and date between :first and :last order by date, from_time""")
                .param("ids", doctorIds.toArray(UUID[]::new))
                .param("first", first.minusDays(1))
                .param("last", last.plusDays(1))
                .query(row -> {
                    Availability availability = found.get(row.getObject("doctor_id", UUID.class));
                    if (availability != null) {
                        availability
                                .exceptions()
                                .add(new Availability.DayException(
                                        row.getObject("date", LocalDate.class),
                                        row.getObject("from_time", LocalTime.class),
                                        row.getObject("to_time", LocalTime.class),
                                        row.getBoolean("available")));
                    }
                });
        return found;
    }

    /** Whether the doctor works during all of the interval; the zone is the clinic's. */
    @Transactional(readOnly = true)
    public boolean covers(UUID doctorId, Interval interval, ZoneId zone) {
        LocalDate first = interval.start().atZone(zone).toLocalDate();
        LocalDate last = interval.end().atZone(zone).toLocalDate();
        return of(List.of(doctorId), first, last)
                .getOrDefault(doctorId, Availability.NONE)
                .covers(interval, zone);
    }

    @Transactional
    public void replace(UUID doctorId, Availability availability) {
        jdbc.sql("delete from availability_hours where doctor_id = ?")
                .param(doctorId)
                .update();
        jdbc.sql("delete from availability_exception where doctor_id = ?")
                .param(doctorId)
                .update();
        for (Availability.WeeklyHours hours : availability.weekly()) {
            jdbc.sql("""
                            insert into availability_hours (clinic_id, doctor_id, day, from_time, to_time)
                            values (?, ?, ?, ?, ?)""")
                    .params(CurrentClinic.id(), doctorId, hours.day().getValue(), hours.from(), hours.to())
                    .update();
        }
        for (Availability.DayException exception : availability.exceptions()) {
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
