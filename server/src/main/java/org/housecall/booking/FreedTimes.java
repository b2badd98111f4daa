package org.housecall.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Booking;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.Slot;
import org.housecall.availability.Slots;
import org.housecall.availability.Timetable.Booker;
import org.housecall.booking.WaitingEntry.Offer;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.housecall.platform.LiveUpdates;
import org.housecall.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers time that a visit has given back to those who wait, one after the other: each is asked alone for a while, then
 * the next is asked as well, and whoever accepts first has it. Nothing is held for them, so the front desk can give the
 * time away as any.
 */
@Component
public class FreedTimes implements Job {

    static final Duration ALONE = Duration.ofHours(2);
    private static final String KIND = "offer-freed-time";

    private final JdbcClient jdbc;
    private final WaitingList waiting;
    private final Slots slots;
    private final Clinics clinics;
    private final Booking booking;
    private final Jobs jobs;
    private final Audit audit;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FreedTimes(
            JdbcClient jdbc,
            WaitingList waiting,
            Slots slots,
            Clinics clinics,
            Booking booking,
            Jobs jobs,
            Audit audit,
            LiveUpdates live,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.slots = slots;
        this.clinics = clinics;
        this.booking = booking;
        this.jobs = jobs;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record FreedTime(UUID id, UUID doctorId, Interval during) {}

    @EventListener
    void on(Appointment.Changed changed) {
        Appointment before = changed.before();
        Appointment after = changed.after();
        boolean gone = after.status() == Appointment.Status.CANCELLED
                || !before.interval().equals(after.interval())
                || !before.doctorId().equals(after.doctorId());
        if (gone && before.status().isLive() && before.start().isAfter(clock.instant())) {
            UUID id = Ids.next();
            jdbc.sql("insert into freed_time (clinic_id, id, doctor_id, starts_at, ends_at) values (?, ?, ?, ?, ?)")
                    .params(
                            CurrentClinic.id(),
                            id,
                            before.doctorId(),
                            before.start().atOffset(ZoneOffset.UTC),
                            before.end().atOffset(ZoneOffset.UTC))
                    .update();
            jobs.enqueue(KIND, id, 0);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID freedTimeId) {
        return Objects.requireNonNull(transactions.execute(_ -> offer(locked(freedTimeId))));
    }

    private Next offer(FreedTime freed) {
        Instant now = clock.instant();
        if (!freed.during().start().isAfter(now)) {
            return new Next.Done();
        }
        Optional<Instant> askedAloneUntil = askedAloneUntil(freed.id(), now);
        if (askedAloneUntil.isPresent()) {
            return new Next.Again(askedAloneUntil.get());
        }
        ZoneId zone = clinics.current().timeZone();
        LocalDate date = freed.during().start().atZone(zone).toLocalDate();
        for (WaitingEntry entry : waiting.fitting(freed.doctorId(), date, freed.id())) {
            Optional<Slot> slot = slotFor(entry, freed, date, zone);
            if (slot.isPresent()) {
                make(entry, freed, slot.get(), now);
                return new Next.Again(now.plus(ALONE));
            }
        }
        return new Next.Done();
    }

    /** The first slot of the entry's own service that the time freed has room for. */
    private Optional<Slot> slotFor(WaitingEntry entry, FreedTime freed, LocalDate date, ZoneId zone) {
        Slots.Search search = new Slots.Search(
                entry.serviceId(), freed.doctorId(), new Dates(date, date), null, Booker.PATIENT, Integer.MAX_VALUE);
        return slots.free(search).orElseThrow().stream()
                .filter(slot -> new Interval(slot.start(), slot.end()).overlaps(freed.during()))
                .filter(slot -> entry.suits(slot, zone))
                .findFirst();
    }

    private void make(WaitingEntry entry, FreedTime freed, Slot slot, Instant now) {
        Offer offer = jdbc.sql("""
                        with made as (
                          insert into waiting_offer
                            (clinic_id, id, entry_id, freed_time_id, doctor_id, starts_at, reply, made_at, alone_until)
                          values (:clinic, :id, :entry, :freed, :doctor, :start, 'OPEN', :now, :alone) returning *)
                        select made.*, d.name as doctor_name from made join doctor d on d.id = made.doctor_id""")
                .param("clinic", CurrentClinic.id())
                .param("id", Ids.next())
                .param("entry", entry.id())
                .param("freed", freed.id())
                .param("doctor", slot.doctorId())
                .param("start", slot.start().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("alone", now.plus(ALONE).atOffset(ZoneOffset.UTC))
                .query(WaitingList::offer)
                .single();
        audit.record(Action.FREED_TIME_OFFERED, entry.id());
        events.publishEvent(new WaitingEntry.Offered(
                entry.id(), entry.patientId(), entry.publicServiceName(), offer.doctorName(), offer.start()));
        live.publish("waiting-list", entry.id());
    }

    /** Books what was offered, whoever was asked after; fails with {@code SlotTaken} where somebody was faster. */
    public Appointment accept(Viewer viewer, UUID entryId, UUID offerId) {
        WaitingEntry entry = waiting.visibleTo(viewer, entryId).orElseThrow(Problem::notFound);
        Offer offer = open(entry, offerId);
        if (entry.status() != WaitingEntry.Status.WAITING) {
            throw new Problem(HttpStatus.CONFLICT, "waits-no-longer");
        }
        return booking.book(
                viewer,
                new Booking.Wish(
                        offer.doctorId(), entry.serviceId(), entry.patientId(), offer.start(), null, null, null, null));
    }

    /** Somebody does not want what was offered, so the next is asked now; they stay on the list. */
    @Transactional
    public void decline(Viewer viewer, UUID entryId, UUID offerId) {
        WaitingEntry entry = waiting.visibleTo(viewer, entryId).orElseThrow(Problem::notFound);
        Offer offer = open(entry, offerId);
        UUID freedTimeId = jdbc.sql(
                        "update waiting_offer set reply = 'DECLINED' where id = ? and reply = 'OPEN' returning freed_time_id")
                .param(offer.id())
                .query(UUID.class)
                .single();
        jobs.enqueue(KIND, freedTimeId, entry.offers().indexOf(offer) + 1L);
    }

    private static Offer open(WaitingEntry entry, UUID offerId) {
        return entry.offers().stream()
                .filter(offer -> offer.id().equals(offerId) && offer.reply() == Offer.Reply.OPEN)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private FreedTime locked(UUID id) {
        return jdbc.sql("select * from freed_time where id = ? for update")
                .param(id)
                .query((row, number) -> new FreedTime(
                        id,
                        row.getObject("doctor_id", UUID.class),
                        new Interval(
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant())))
                .single();
    }

    private Optional<Instant> askedAloneUntil(UUID freedTimeId, Instant now) {
        return jdbc.sql("""
                        select alone_until from waiting_offer
                        where freed_time_id = ? and reply = 'OPEN' and alone_until > ? order by alone_until desc limit 1""")
                .params(freedTimeId, now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
