package org.housecall.availability;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.Service;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short claims on slots while someone fills in a form. One that has expired counts nowhere from that moment on; its row
 * goes when somebody takes the time, or its owner holds the next slot.
 */
@Component
public class Holds {

    /** Enough for a person with some windows open; whoever keeps a doctor's day from others wants more. */
    private static final int MOST_AT_ONCE = 5;

    private final Timetables timetables;
    private final DoctorTime doctorTime;
    private final HostTime hostTime;
    private final Slots slots;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Holds(
            Timetables timetables,
            DoctorTime doctorTime,
            HostTime hostTime,
            Slots slots,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.timetables = timetables;
        this.doctorTime = doctorTime;
        this.hostTime = hostTime;
        this.slots = slots;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A slot held until the given moment. */
    public record Hold(UUID id, Instant start, Instant end, UUID doctorId, Instant expiresAt) {}

    /**
     * What to hold.
     *
     * @param replaces a hold of the same account that is given back for it; null: none
     */
    public record Wish(
            UUID doctorId,
            UUID serviceId,
            Instant start,
            @Nullable UUID replaces) {}

    /** Holds a slot for an account. Fails with {@link SlotTaken}, or with a problem that names the field. */
    public Hold place(UUID accountId, Wish wish, Booker booker) {
        Instant start = wish.start().truncatedTo(ChronoUnit.SECONDS);
        return slots.orNextFree(
                wish.serviceId(),
                wish.doctorId(),
                start,
                booker,
                () -> Objects.requireNonNull(
                        transactions.execute(_ -> placeInTransaction(accountId, wish, start, booker))));
    }

    private Hold placeInTransaction(UUID accountId, Wish wish, Instant start, Booker booker) {
        if (wish.replaces() != null) {
            giveBack(accountId, wish.replaces());
        }
        dropExpired(accountId);
        Timetable table = timetables
                .around(wish.serviceId(), wish.doctorId(), start, null)
                .orElseThrow(() -> Problem.invalid("serviceId", "availability.service.unknown"));
        DoctorHours doctor = table.doctor(wish.doctorId())
                .orElseThrow(() -> Problem.invalid("doctorId", "availability.doctor.not-offering"));
        Interval visit = Interval.of(start, table.service().duration());
        table.refusal(doctor, visit, booker).ifPresent(refusal -> {
            throw Refusals.problem(refusal, table);
        });
        if (standing(accountId) >= MOST_AT_ONCE) {
            throw new Problem(HttpStatus.CONFLICT, "too-many-holds");
        }
        Hold hold = new Hold(
                Ids.next(),
                start,
                visit.end(),
                wish.doctorId(),
                clock.instant().plus(table.rules().hold()).truncatedTo(ChronoUnit.SECONDS));
        Interval claimed = table.service().claimedAround(visit);
        doctorTime.hold(doctor.accountId(), claimed, hold.id(), hold.expiresAt());
        doctorTime.refuseMore(doctor.accountId(), claimed, table);
        if (table.service().mode() == Service.Mode.VIDEO) {
            hostTime.hold(doctor, visit, hold.id(), hold.expiresAt());
        }
        jdbc.sql("""
                        insert into slot_hold (clinic_id, id, account_id, doctor_id, service_id, starts_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        CurrentClinic.id(),
                        hold.id(),
                        accountId,
                        wish.doctorId(),
                        wish.serviceId(),
                        start.atOffset(ZoneOffset.UTC),
                        hold.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        return hold;
    }

    /** Gives an account's hold back; false where it has none such. */
    @Transactional
    public boolean giveBack(UUID accountId, UUID id) {
        int own = jdbc.sql("delete from slot_hold where id = ? and account_id = ?")
                .params(id, accountId)
                .update();
        if (own == 1) {
            doctorTime.release(id);
        }
        return own == 1;
    }

    private void dropExpired(UUID accountId) {
        jdbc.sql("delete from slot_hold where account_id = ? and expires_at <= ? returning id")
                .params(accountId, OffsetDateTime.now(clock))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .forEach(doctorTime::release);
    }

    private long standing(UUID accountId) {
        return jdbc.sql("select count(*) from slot_hold where account_id = ?")
                .param(accountId)
                .query(Long.class)
                .single();
    }
}
