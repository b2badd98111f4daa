package org.housecall.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Availability.WeeklyHours;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The doctors' availability in the current clinic, as it is kept; {@link Timetables} reads it for booking. */
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
        List<WeeklyHours> weekly = jdbc.sql("""
                        select day, from_time, to_time, valid_from, valid_until from availability_hours
                        where doctor_id = ? order by valid_from nulls first, day, from_time""")
                .param(doctorId)
                .query((row, number) -> new WeeklyHours(
                        DayOfWeek.of(row.getInt("day")),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("to_time", LocalTime.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
        List<DayException> exceptions = jdbc.sql("""
                        select date, last_date, from_time, to_time, available, reason from availability_exception
                        where doctor_id = ? order by date, from_time nulls first, id""")
                .param(doctorId)
                .query((row, number) -> new DayException(
                        row.getObject("date", LocalDate.class),
                        row.getObject("last_date", LocalDate.class),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("to_time", LocalTime.class),
                        row.getBoolean("available"),
                        row.getString("reason")))
                .list();
        return new Availability(weekly, exceptions);
    }

    @Transactional
    public void replace(UUID doctorId, Availability availability) {
        jdbc.sql("delete from availability_hours where doctor_id = ?")
                .param(doctorId)
                .update();
        jdbc.sql("delete from availability_exception where doctor_id = ?")
                .param(doctorId)
                .update();
        availability.weekly().forEach(hours -> add(doctorId, hours));
        availability.exceptions().forEach(exception -> add(doctorId, exception));
        audit.record(Action.AVAILABILITY_CHANGED, doctorId);
    }

    private void add(UUID doctorId, WeeklyHours hours) {
        jdbc.sql("""
                        insert into availability_hours (clinic_id, doctor_id, id, day, from_time, to_time, valid_from, valid_until)
                        values (:clinic, :doctor, :id, :day, :from, :to, :validFrom, :validUntil)""")
                .param("clinic", CurrentClinic.id())
                .param("doctor", doctorId)
                .param("id", Ids.next())
                .param("day", hours.day().getValue())
                .param("from", hours.from())
                .param("to", hours.to())
                .param("validFrom", hours.validFrom())
                .param("validUntil", hours.validUntil())
                .update();
    }

    /** Adds one exception to what is there, unless it is there. */
    @Transactional
    public void except(UUID doctorId, DayException exception) {
        if (of(doctorId).exceptions().contains(exception)) {
            return;
        }
        add(doctorId, exception);
        audit.record(Action.AVAILABILITY_CHANGED, doctorId);
    }

    private void add(UUID doctorId, DayException exception) {
        jdbc.sql("""
                        insert into availability_exception
                          (clinic_id, doctor_id, id, date, last_date, from_time, to_time, available, reason)
                        values (:clinic, :doctor, :id, :date, :lastDate, :from, :to, :available, :reason)""")
                .param("clinic", CurrentClinic.id())
                .param("doctor", doctorId)
                .param("id", Ids.next())
                .param("date", exception.date())
                .param("lastDate", exception.lastDate())
                .param("from", exception.from())
                .param("to", exception.to())
                .param("available", exception.available())
                .param("reason", exception.reason())
                .update();
    }
}
