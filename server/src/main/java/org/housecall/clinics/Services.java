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
import java.util.stream.Collectors;
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

    private static final List<String> COLUMNS = List.of(
            "name",
            "public_name",
            "description",
            "mode",
            "duration_minutes",
            "buffer_before_minutes",
            "buffer_after_minutes",
            "price",
            "currency",
            "colour",
            "bookable_by");

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
    public UUID create(Service.Details details) {
        UUID id = Ids.next();
        String columns = String.join(", ", COLUMNS);
        String values = COLUMNS.stream().map(":%s"::formatted).collect(Collectors.joining(", "));
        write(
                "insert into service (clinic_id, id, created_at, %s) values (:clinic, :id, :now, %s)"
                        .formatted(columns, values),
                id,
                details);
        offer(id, details.doctorIds());
        audit.record(Action.SERVICE_CREATED, id);
        return id;
    }

    /** Changes a service; what was booked stays as it is. */
    @Transactional
    public void change(UUID id, Service.Details details, boolean active) {
        String changes = COLUMNS.stream().map("%1$s = :%1$s"::formatted).collect(Collectors.joining(", "));
        if (write("update service set active = %s, %s where id = :id".formatted(active, changes), id, details) == 0) {
            throw Problem.notFound();
        }
        // Who has left offers it again when they come back.
        jdbc.sql("""
                        delete from service_doctor t using doctor d
                        where t.service_id = ? and d.id = t.doctor_id and d.left_at is null""").param(id).update();
        offer(id, details.doctorIds());
        audit.record(Action.SERVICE_CHANGED, id);
    }

    private int write(String sql, UUID id, Service.Details details) {
        Service.Price price = details.price();
        return jdbc.sql(sql)
                .param("clinic", CurrentClinic.id())
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .param("name", details.name())
                .param("public_name", details.publicName())
                .param("description", details.description())
                .param("mode", details.mode().name())
                .param("duration_minutes", details.durationMinutes())
                .param("buffer_before_minutes", details.bufferBeforeMinutes())
                .param("buffer_after_minutes", details.bufferAfterMinutes())
                .param("price", price == null ? null : price.amount())
                .param("currency", price == null ? null : price.currency())
                .param("colour", details.colour())
                .param("bookable_by", details.bookableBy().name())
                .update();
    }

    private void offer(UUID id, List<UUID> doctorIds) {
        Set<UUID> offeredBy = new LinkedHashSet<>(doctorIds);
        if (offeredBy.stream()
                .anyMatch(doctorId ->
                        doctors.find(doctorId).filter(doctor -> !doctor.left()).isEmpty())) {
            throw Problem.invalid("doctorIds", "clinics.doctor.unknown");
        }
        for (UUID doctorId : offeredBy) {
            jdbc.sql("""
                            insert into service_doctor (clinic_id, service_id, doctor_id) values (?, ?, ?)
                            on conflict do nothing""").params(CurrentClinic.id(), id, doctorId).update();
        }
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
