package org.housecall.clinics;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The booking rules of the current clinic. */
@Repository
public class BookingRuleBook {

    private final JdbcClient jdbc;
    private final Audit audit;

    BookingRuleBook(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public BookingRules current() {
        return jdbc.sql("select * from booking_rules")
                .query((row, number) -> row(row))
                .optional()
                .orElse(BookingRules.DEFAULT);
    }

    @Transactional
    public void change(BookingRules rules) {
        jdbc.sql("""
                        insert into booking_rules (clinic_id, lead_minutes, horizon_days, step_minutes, daily_maximum,
                          cancel_until_minutes, change_until_minutes, hold_minutes)
                        values (:clinic, :lead, :horizon, :step, :maximum, :cancel, :change, :hold)
                        on conflict (clinic_id) do update set lead_minutes = excluded.lead_minutes,
                          horizon_days = excluded.horizon_days, step_minutes = excluded.step_minutes,
                          daily_maximum = excluded.daily_maximum, cancel_until_minutes = excluded.cancel_until_minutes,
                          change_until_minutes = excluded.change_until_minutes, hold_minutes = excluded.hold_minutes""")
                .param("clinic", CurrentClinic.id())
                .param("lead", rules.leadMinutes())
                .param("horizon", rules.horizonDays())
                .param("step", rules.stepMinutes())
                .param("maximum", rules.dailyMaximum())
                .param("cancel", rules.cancelUntilMinutes())
                .param("change", rules.changeUntilMinutes())
                .param("hold", rules.holdMinutes())
                .update();
        audit.record(Action.BOOKING_RULES_CHANGED, CurrentClinic.id());
    }

    /** The rules in a row; their defaults where it has none, as an outer join leaves it. */
    public static BookingRules row(ResultSet row) throws SQLException {
        Integer horizon = row.getObject("horizon_days", Integer.class);
        if (horizon == null) {
            return BookingRules.DEFAULT;
        }
        return new BookingRules(
                row.getInt("lead_minutes"),
                horizon,
                row.getObject("step_minutes", Integer.class),
                row.getObject("daily_maximum", Integer.class),
                row.getInt("cancel_until_minutes"),
                row.getInt("change_until_minutes"),
                row.getInt("hold_minutes"));
    }
}
