package org.housecall.clinics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The services of the current clinic. */
@Repository
public class Services {

    private static final String SELECT = """
            select s.*,
                   array(select t.doctor_id from service_doctor t join doctor d on d.id = t.doctor_id
                         where t.service_id = s.id and d.left_at is null order by t.doctor_id) as doctor_ids
            from service s
            """;

    private final JdbcClient jdbc;
    private final Doctors doctors;
    private final Audit audit;
    private final Clock clock;

    Services(JdbcClient jdbc, Doctors doctors, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.doctors = doctors;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID create(String name, Service.Mode mode, int durationMinutes, List<UUID> doctorIds) {
        Set<UUID> offeredBy = new LinkedHashSet<>(doctorIds);
        if (offeredBy.stream()
                .anyMatch(
                        id -> doctors.find(id).filter(doctor -> !doctor.left()).isEmpty())) {
            throw Problem.invalid("doctorIds", "clinics.doctor.unknown");
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into service (clinic_id, id, name, mode, duration_minutes, created_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(CurrentClinic.id(), id, name, mode.name(), durationMinutes, OffsetDateTime.now(clock))
                .update();
        for (UUID doctorId : offeredBy) {
            jdbc.sql("insert into service_doctor (clinic_id, service_id, doctor_id) values (?, ?, ?)")
                    .params(CurrentClinic.id(), id, doctorId)
                    .update();
        }
        audit.record(Action.SERVICE_CREATED, id);
        return id;
    }

    @Transactional(readOnly = true)
    public List<Service> all() {
        return jdbc.sql(SELECT + "order by s.name, s.id").query(Services::row).list();
    }

    @Transactional(readOnly = true)
    public Optional<Service> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = ?")
                .param(id)
                .query(Services::row)
                .optional();
    }

    /** The row of a service; {@code doctor_ids} is an array. */
    public static Service row(ResultSet row, int number) throws SQLException {
        UUID[] doctorIds = (UUID[]) row.getArray("doctor_ids").getArray();
        return new Service(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("public_name"),
                row.getString("description"),
                Service.Mode.valueOf(row.getString("mode")),
                row.getInt("duration_minutes"),
                row.getInt("buffer_before_minutes"),
                row.getInt("buffer_after_minutes"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getString("colour"),
                Service.BookableBy.valueOf(row.getString("bookable_by")),
                row.getBoolean("active"),
                Arrays.asList(doctorIds));
    }
}
