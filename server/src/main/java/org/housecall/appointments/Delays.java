package org.housecall.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Timetables;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A doctor runs late: which visits that concerns, and how late each is said to begin. It concerns whoever waits, and the
 * visits that begin before the doctor's session ends: the open hours of now, without a gap, else the next that begin
 * today. Who works around the clock has a session of twelve hours.
 */
@Component
public class Delays {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final int MOST_VISITS = 200;

    private final Appointments appointments;
    private final Booking booking;
    private final Timetables timetables;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delays(
            Appointments appointments,
            Booking booking,
            Timetables timetables,
            JdbcClient jdbc,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.timetables = timetables;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A visit that is concerned.
     *
     * @param told how many minutes its patient was told; null: nothing
     */
    public record Delayed(Appointment appointment, @Nullable Integer told) {}

    /** The visits that are concerned when a doctor runs late now, by start. */
    @Transactional(readOnly = true)
    public List<Delayed> concerned(UUID doctorId) {
        return concerned(doctorId, false);
    }

    /** Says how late it is, to everyone who was not told so already; answers whom that is. */
    @Transactional
    public List<Delayed> announce(UUID doctorId, int minutes) {
        List<Delayed> news = concerned(doctorId, true).stream()
                .filter(visit -> !Integer.valueOf(minutes).equals(visit.told()))
                .toList();
        for (Delayed visit : news) {
            put(visit.appointment().id(), minutes);
            events.publishEvent(new PatientNotice.Late(visit.appointment(), minutes));
            booking.announce(visit.appointment());
        }
        if (!news.isEmpty()) {
            audit.record(Action.DELAY_ANNOUNCED, doctorId);
        }
        return news;
    }

    /** On time again, for everyone who was told otherwise. */
    @Transactional
    public List<Delayed> takeBack(UUID doctorId) {
        List<Delayed> told = concerned(doctorId, true).stream()
                .filter(visit -> visit.told() != null)
                .toList();
        for (Delayed visit : told) {
            forget(visit.appointment().id());
            events.publishEvent(new PatientNotice.OnTime(visit.appointment()));
            booking.announce(visit.appointment());
        }
        if (!told.isEmpty()) {
            audit.record(Action.DELAY_TAKEN_BACK, doctorId);
        }
        return told;
    }

    /** By appointment, how many minutes late it is said to begin; one that is on time is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> of(Collection<UUID> appointmentIds) {
        Map<UUID, Integer> minutes = new HashMap<>();
        jdbc.sql("select appointment_id, minutes from visit_delay where appointment_id = any(?)")
                .param(appointmentIds.toArray(UUID[]::new))
                .query(row -> {
                    minutes.put(row.getObject("appointment_id", UUID.class), row.getInt("minutes"));
                });
        return minutes;
    }

    /** What was said counts until the visit begins, and for no other time or doctor. */
    @EventListener
    void on(Appointment.Changed changed) {
        Appointment before = changed.before();
        Appointment after = changed.after();
        boolean stands = after.status().isChangeable()
                && after.start().equals(before.start())
                && after.doctorId().equals(before.doctorId());
        if (!stands) {
            forget(after.id());
        }
    }

    private List<Delayed> concerned(UUID doctorId, boolean lock) {
        Instant now = clock.instant();
        Interval near = new Interval(now.minus(LONGEST_SESSION), now.plus(LONGEST_SESSION));
        List<Appointment> visits = appointments.changeableOf(doctorId, near, MOST_VISITS, lock);
        if (visits.isEmpty()) {
            return List.of();
        }
        Instant end = sessionEnd(doctorId, visits.getFirst().serviceId(), now).orElse(now);
        Map<UUID, Integer> told = of(visits.stream().map(Appointment::id).toList());
        return visits.stream()
                .filter(visit -> visit.start().isAfter(now) ? visit.start().isBefore(end) : waits(visit, now))
                .map(visit -> new Delayed(visit, told.get(visit.id())))
                .toList();
    }

    /** Nobody waits for a visit whose time has passed, unless they were seen at the desk. */
    private static boolean waits(Appointment visit, Instant now) {
        return visit.status() == Appointment.Status.CHECKED_IN || visit.end().isAfter(now);
    }

    private Optional<Instant> sessionEnd(UUID doctorId, UUID serviceId, Instant now) {
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return timetables
                .of(serviceId, doctorId, new Dates(today, today))
                .flatMap(table -> table.doctor(doctorId).flatMap(table::session))
                .map(Interval::end);
    }

    private void put(UUID appointmentId, int minutes) {
        jdbc.sql("""
                        insert into visit_delay (clinic_id, appointment_id, minutes, announced_at) values (?, ?, ?, ?)
                        on conflict (appointment_id) do update
                        set minutes = excluded.minutes, announced_at = excluded.announced_at""")
                .params(CurrentClinic.id(), appointmentId, minutes, OffsetDateTime.now(clock))
                .update();
    }

    private void forget(UUID appointmentId) {
        jdbc.sql("delete from visit_delay where appointment_id = ?")
                .param(appointmentId)
                .update();
    }
}
