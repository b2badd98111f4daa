package org.housecall.zoom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.meetings.MeetingProblem;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the last look at each doctor's host of the current clinic found. */
@Repository
class HostChecks {

    private final JdbcClient jdbc;
    private final Clock clock;

    HostChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Check> of(UUID doctorId) {
        return jdbc.sql("select for_date, checked_at, problem from zoom_host_check where doctor_id = ?")
                .param(doctorId)
                .query(HostChecks::row)
                .optional();
    }

    void write(UUID doctorId, LocalDate date, @Nullable MeetingProblem problem) {
        jdbc.sql("""
                        insert into zoom_host_check (clinic_id, doctor_id, for_date, checked_at, problem)
                        values (:clinic, :doctor, :date, :now, :problem)
                        on conflict (doctor_id) do update set
                          for_date = excluded.for_date, checked_at = excluded.checked_at, problem = excluded.problem""")
                .param("clinic", CurrentClinic.id())
                .param("doctor", doctorId)
                .param("date", date)
                .param("now", OffsetDateTime.now(clock))
                .param("problem", problem == null ? null : problem.name())
                .update();
    }

    private static Check row(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        return new Check(
                row.getObject("for_date", LocalDate.class),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                problem == null ? null : MeetingProblem.valueOf(problem));
    }

    /**
     * What a look found.
     *
     * @param date of the visits it was for
     * @param problem null: the host works
     */
    record Check(
            LocalDate date, Instant checkedAt, @Nullable MeetingProblem problem) {}
}
