package org.housecall.clinics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The holidays of the current clinic. */
@Repository
public class Holidays {

    private final JdbcClient jdbc;
    private final Audit audit;

    Holidays(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public Holiday add(String name, Dates dates) {
        Holiday holiday = new Holiday(Ids.next(), name, dates);
        jdbc.sql("insert into clinic_holiday (clinic_id, id, name, first_date, last_date) values (?, ?, ?, ?, ?)")
                .params(CurrentClinic.id(), holiday.id(), name, dates.first(), dates.last())
                .update();
        audit.record(Action.HOLIDAYS_CHANGED, CurrentClinic.id());
        return holiday;
    }

    @Transactional
    public void remove(UUID id) {
        if (jdbc.sql("delete from clinic_holiday where id = ?").param(id).update() == 0) {
            throw Problem.notFound();
        }
        audit.record(Action.HOLIDAYS_CHANGED, CurrentClinic.id());
    }

    /** By date, those that end on this date or later. */
    @Transactional(readOnly = true)
    public List<Holiday> from(LocalDate date) {
        return jdbc.sql("select * from clinic_holiday where last_date >= ? order by first_date, last_date, id")
                .param(date)
                .query((row, number) -> new Holiday(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new Dates(
                                row.getObject("first_date", LocalDate.class),
                                row.getObject("last_date", LocalDate.class))))
                .list();
    }
}
