package org.housecall.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.booking.WaitingEntry.Offer;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Patients;
import org.housecall.clinics.Services;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who waits for a visit in the current clinic. The front desk sees all, a doctor who waits for them, a patient their own. */
@Repository
public class WaitingList {

    private static final int MOST = 500;

    private static final String SELECT = """
            select e.*, p.name as patient_name, s.name as service_name,
                   coalesce(s.public_name, s.name) as public_service_name, d.name as doctor_name
            from waiting_entry e
            join patient p on p.id = e.patient_id
            join service s on s.id = e.service_id
            left join doctor d on d.id = e.doctor_id
            """;
    private static final String VISIBLE =
            "(:all or p.account_id = :viewer or (d.account_id = :viewer and d.left_at is null)) ";

    private final JdbcClient jdbc;
    private final Patients patients;
    private final Services services;
    private final Clinics clinics;
    private final Audit audit;
    private final Clock clock;

    WaitingList(JdbcClient jdbc, Patients patients, Services services, Clinics clinics, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.patients = patients;
        this.services = services;
        this.clinics = clinics;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * For what to wait.
     *
     * @param doctorId null: any who offers the service
     */
    public record Wish(
            UUID patientId,
            UUID serviceId,
            @Nullable UUID doctorId,
            Dates dates,
            @Nullable LocalTime fromTime,
            @Nullable LocalTime toTime) {}

    /** Adds a patient whom the viewer sees. Fails with a problem that names the field. */
    @Transactional
    public UUID add(Viewer viewer, Wish wish) {
        boolean own = patients.visibleTo(viewer, wish.patientId())
                .filter(patient ->
                        viewer.worksIn(CurrentClinic.id()) || viewer.accountId().equals(patient.accountId()))
                .isPresent();
        if (!own) {
            throw Problem.invalid("patientId", "appointments.patient.unknown");
        }
        boolean offered = services.find(wish.serviceId())
                .filter(service ->
                        service.active() && (viewer.worksIn(CurrentClinic.id()) || service.isBookableByPatients()))
                .filter(service ->
                        wish.doctorId() == null || service.doctorIds().contains(wish.doctorId()))
                .isPresent();
        if (!offered) {
            throw Problem.invalid("serviceId", "booking.waiting.service");
        }
        LocalDate today = LocalDate.now(clock.withZone(clinics.current().timeZone()));
        if (wish.dates().last().isBefore(today)) {
            throw Problem.invalid("lastDate", "booking.waiting.past");
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into waiting_entry (clinic_id, id, patient_id, service_id, doctor_id, first_date, last_date,
                          from_time, to_time, status, created_at)
                        values (:clinic, :id, :patient, :service, :doctor, :first, :last, :from, :to, 'WAITING', :now)""")
                .param("clinic", CurrentClinic.id())
                .param("id", id)
                .param("patient", wish.patientId())
                .param("service", wish.serviceId())
                .param("doctor", wish.doctorId())
                .param("first", wish.dates().first())
                .param("last", wish.dates().last())
                .param("from", wish.fromTime())
                .param("to", wish.toTime())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(Action.WAITING_LIST_JOINED, id);
        return id;
    }

    /** Those who wait, the longest first; and, for a while, what came of the others. */
    @Transactional(readOnly = true)
    public List<WaitingEntry> visibleTo(Viewer viewer, WaitingEntry.@Nullable Status status) {
        List<WaitingEntry> entries = jdbc.sql(SELECT + "where " + VISIBLE + """
                        and (cast(:status as text) is null or e.status = :status)
                        order by e.created_at, e.id limit :most""")
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .param("status", status == null ? null : status.name())
                .param("most", MOST)
                .query(WaitingList::row)
                .list();
        Map<UUID, List<Offer>> offers =
                offersTo(entries.stream().map(WaitingEntry::id).toList());
        return entries.stream()
                .map(entry -> with(entry, offers.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<WaitingEntry> visibleTo(Viewer viewer, UUID id) {
        return jdbc.sql(SELECT + "where e.id = :id and " + VISIBLE)
                .param("id", id)
                .param("all", viewer.seesAll(CurrentClinic.id()))
                .param("viewer", viewer.accountId())
                .query(WaitingList::row)
                .optional()
                .map(entry -> with(entry, offersTo(List.of(id)).getOrDefault(id, List.of())));
    }

    /** Takes somebody off the list; nothing changes for whoever waits no longer. */
    @Transactional
    public void remove(UUID id) {
        int removed = jdbc.sql("update waiting_entry set status = 'REMOVED' where id = ? and status = 'WAITING'")
                .param(id)
                .update();
        if (removed == 1) {
            audit.record(Action.WAITING_LIST_LEFT, id);
        }
    }

    /** Those who might take a doctor's time on a date, the longest waiting first, but for those who were offered it before. */
    List<WaitingEntry> fitting(UUID doctorId, LocalDate date, UUID freedTimeId) {
        return jdbc.sql(SELECT + """
                        where e.status = 'WAITING' and :date between e.first_date and e.last_date
                          and (e.doctor_id is null or e.doctor_id = :doctor)
                          and exists (select from service_doctor o where o.service_id = e.service_id and o.doctor_id = :doctor)
                          and not exists (select from waiting_offer o
                                          where o.entry_id = e.id and o.freed_time_id = :freed)
                        order by e.created_at, e.id limit :most""")
                .param("date", date)
                .param("doctor", doctorId)
                .param("freed", freedTimeId)
                .param("most", MOST)
                .query(WaitingList::row)
                .list();
    }

    /** Whoever gets such a visit, by whatever door, waits no longer, and has accepted what was offered of it. */
    @EventListener
    void on(Appointment.Booked booked) {
        Appointment appointment = booked.appointment();
        LocalDate date =
                appointment.start().atZone(clinics.current().timeZone()).toLocalDate();
        jdbc.sql("""
                        with booked as (
                          update waiting_entry set status = 'BOOKED', appointment_id = :appointment
                          where id = (select e.id from waiting_entry e
                                      where e.status = 'WAITING' and e.patient_id = :patient and e.service_id = :service
                                        and (e.doctor_id is null or e.doctor_id = :doctor)
                                        and :date between e.first_date and e.last_date
                                      order by exists (select from waiting_offer o
                                                       where o.entry_id = e.id and o.doctor_id = :doctor
                                                         and o.starts_at = :start) desc, e.created_at, e.id
                                      limit 1)
                          returning id)
                        update waiting_offer o set reply = 'ACCEPTED' from booked
                        where o.entry_id = booked.id and o.doctor_id = :doctor and o.starts_at = :start
                          and o.reply = 'OPEN'""")
                .param("appointment", appointment.id())
                .param("patient", appointment.patientId())
                .param("service", appointment.serviceId())
                .param("doctor", appointment.doctorId())
                .param("date", date)
                .param("start", appointment.start().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<UUID, List<Offer>> offersTo(List<UUID> entryIds) {
        return jdbc.sql("""
                        select o.*, d.name as doctor_name from waiting_offer o join doctor d on d.id = o.doctor_id
                        where o.entry_id = any(:entries) order by o.made_at desc""").param("entries", entryIds.toArray(UUID[]::new)).query(WaitingList::offer).list().stream()
                .collect(Collectors.groupingBy(Offer::entryId));
    }

    static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("doctor_id", UUID.class),
                row.getString("doctor_name"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                Offer.Reply.valueOf(row.getString("reply")));
    }

    private static WaitingEntry row(ResultSet row, int number) throws SQLException {
        return new WaitingEntry(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getString("patient_name"),
                row.getObject("service_id", UUID.class),
                row.getString("service_name"),
                row.getString("public_service_name"),
                row.getObject("doctor_id", UUID.class),
                row.getString("doctor_name"),
                row.getObject("first_date", LocalDate.class),
                row.getObject("last_date", LocalDate.class),
                row.getObject("from_time", LocalTime.class),
                row.getObject("to_time", LocalTime.class),
                WaitingEntry.Status.valueOf(row.getString("status")),
                row.getObject("appointment_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static WaitingEntry with(WaitingEntry it, List<Offer> offers) {
        return new WaitingEntry(
                it.id(),
                it.patientId(),
                it.patientName(),
                it.serviceId(),
                it.serviceName(),
                it.publicServiceName(),
                it.doctorId(),
                it.doctorName(),
                it.firstDate(),
                it.lastDate(),
                it.fromTime(),
                it.toTime(),
                it.status(),
                it.appointmentId(),
                it.createdAt(),
                offers);
    }
}
