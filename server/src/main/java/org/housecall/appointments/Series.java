package org.housecall.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.DoctorHours;
import org.housecall.availability.DoctorTime;
import org.housecall.availability.Slot;
import org.housecall.availability.Slots;
import org.housecall.availability.Timetable;
import org.housecall.availability.Timetable.Booker;
import org.housecall.availability.Timetable.Refusal;
import org.housecall.availability.Timetables;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Ids;
import org.housecall.platform.Interval;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appointments that repeat. A visit keeps its time on the clinic's wall through clock changes. All of a series is booked
 * or changed in one transaction, or nothing is; what stands in the way is listed before.
 */
@Component
public class Series {

    public static final int MOST = 52;
    private static final int ALTERNATIVES = 3;

    private final Appointments appointments;
    private final Booking booking;
    private final Progress progress;
    private final DoctorTime doctorTime;
    private final Timetables timetables;
    private final Slots slots;
    private final Clinics clinics;
    private final Doctors doctors;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Series(
            Appointments appointments,
            Booking booking,
            Progress progress,
            DoctorTime doctorTime,
            Timetables timetables,
            Slots slots,
            Clinics clinics,
            Doctors doctors,
            JdbcClient jdbc,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.progress = progress;
        this.doctorTime = doctorTime;
        this.timetables = timetables;
        this.slots = slots;
        this.clinics = clinics;
        this.doctors = doctors;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * How an appointment repeats: until a date of the clinic's zone, included, or so often; itself counts as the first.
     *
     * @param everyWeeks 1 is every week
     */
    public record Rule(
            int everyWeeks,
            @Nullable Integer count,
            @Nullable LocalDate until) {

        List<LocalDate> datesAfter(LocalDate first) {
            List<LocalDate> dates = new ArrayList<>();
            LocalDate next = first.plusWeeks(everyWeeks);
            while (dates.size() < MOST && !isOver(dates.size() + 1, next)) {
                dates.add(next);
                next = next.plusWeeks(everyWeeks);
            }
            return dates;
        }

        private boolean isOver(int before, LocalDate next) {
            return (count != null && before >= count) || (until != null && next.isAfter(until));
        }
    }

    /** What stands in the way of a visit. */
    public enum Obstacle {
        TAKEN,
        PAST,
        TOO_SOON,
        BEYOND_HORIZON,
        OUTSIDE_AVAILABILITY,
        DAY_FULL;

        static Obstacle of(Refusal refusal) {
            return switch (refusal) {
                case PAST -> PAST;
                case TOO_SOON -> TOO_SOON;
                case BEYOND_HORIZON -> BEYOND_HORIZON;
                case OUTSIDE_AVAILABILITY -> OUTSIDE_AVAILABILITY;
                case DAY_FULL -> DAY_FULL;
            };
        }
    }

    /**
     * One visit as it would come.
     *
     * @param appointmentId which one would move; null: a new one
     * @param obstacle null: nothing stands in the way
     * @param alternatives free slots of the same doctor on the same date; where there is an obstacle only
     */
    public record PlannedVisit(
            @Nullable UUID appointmentId,
            Instant start,
            Instant end,
            @Nullable Obstacle obstacle,
            List<Slot> alternatives) {}

    /** The visits after this one, as the rule has them. */
    @Transactional(readOnly = true)
    public List<PlannedVisit> plan(Viewer viewer, UUID appointmentId, Rule rule) {
        Appointment first = appointments.visibleTo(viewer, appointmentId).orElseThrow(Problem::notFound);
        ZoneId zone = clinics.current().timeZone();
        LocalDateTime local = first.start().atZone(zone).toLocalDateTime();
        return rule.datesAfter(local.toLocalDate()).stream()
                .map(date -> date.atTime(local.toLocalTime()).atZone(zone).toInstant())
                .map(start -> planned(viewer, new Want(null, first.doctorId(), first.serviceId(), start)))
                .toList();
    }

    /**
     * Books the visits that repeat an appointment at these starts, all or none.
     *
     * @throws org.housecall.availability.SlotTaken where one of them was taken meanwhile
     */
    public List<Appointment> repeat(Viewer viewer, UUID appointmentId, int everyWeeks, List<Instant> starts) {
        Appointment first = appointments.visibleTo(viewer, appointmentId).orElseThrow(Problem::notFound);
        Attempt attempt = new Attempt(viewer, first);
        return attempt.run(() -> {
            Appointment locked = appointments.toChange(viewer, appointmentId).orElseThrow(Problem::notFound);
            UUID seriesId = locked.seriesId() == null ? begin(locked, everyWeeks) : locked.seriesId();
            List<Appointment> booked = new ArrayList<>();
            for (Instant wanted : starts) {
                Instant start = Booking.toSecond(wanted);
                attempt.at(start);
                booked.add(booking.bookInTransaction(viewer, wish(locked, seriesId, start), start));
            }
            return booked;
        });
    }

    private UUID begin(Appointment first, int everyWeeks) {
        UUID seriesId = Ids.next();
        jdbc.sql("insert into appointment_series (clinic_id, id, every_weeks, created_at) values (?, ?, ?, ?)")
                .params(CurrentClinic.id(), seriesId, everyWeeks, OffsetDateTime.now(clock))
                .update();
        appointments.joinSeries(first.id(), seriesId);
        audit.record(Action.SERIES_BOOKED, seriesId);
        return seriesId;
    }

    private static Booking.Wish wish(Appointment first, UUID seriesId, Instant start) {
        return new Booking.Wish(
                first.doctorId(), first.serviceId(), first.patientId(), start, first.mode(), null, seriesId, null);
    }

    /** What a change of one visit would mean for it and those of its series that follow. */
    @Transactional
    public List<PlannedVisit> planChange(Viewer viewer, UUID appointmentId, Booking.Change change) {
        Appointment from = appointments.visibleTo(viewer, appointmentId).orElseThrow(Problem::notFound);
        Move move = new Move(from, change);
        return following(viewer, from).stream()
                .map(each -> planned(viewer, move.wantOf(each)))
                .toList();
    }

    /** Changes a visit and those of its series that follow: each by as much as the first, on the clinic's wall. */
    public List<Appointment> changeFollowing(Viewer viewer, UUID appointmentId, Booking.Change change) {
        Appointment seen = appointments.visibleTo(viewer, appointmentId).orElseThrow(Problem::notFound);
        Attempt attempt = new Attempt(viewer, seen);
        return attempt.run(() -> {
            Move move = new Move(seen, change);
            List<Appointment> visits = following(viewer, seen);
            lockDoctorsOf(visits, change.doctorId());
            List<Appointment> changed = new ArrayList<>();
            for (Appointment each : move.ordered(visits)) {
                attempt.at(move.startOf(each));
                changed.add(booking.changeInTransaction(viewer, each, move.changeOf(each)));
            }
            return changed;
        });
    }

    /** Cancels a visit and those of its series that follow. */
    public List<Appointment> cancelFollowing(Viewer viewer, UUID appointmentId, @Nullable String reason) {
        Appointment from = appointments.visibleTo(viewer, appointmentId).orElseThrow(Problem::notFound);
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<Appointment> visits = following(viewer, from);
            lockDoctorsOf(visits, null);
            return visits.stream()
                    .map(each -> progress.cancel(viewer, each.id(), reason, null))
                    .toList();
        }));
    }

    /** All at once, in the order in which everybody locks them: one by one is a deadlock. */
    private void lockDoctorsOf(List<Appointment> visits, @Nullable UUID nextDoctorId) {
        Stream<UUID> next = Optional.ofNullable(nextDoctorId).flatMap(doctors::find).map(Doctor::accountId).stream();
        doctorTime.lock(Stream.concat(visits.stream().map(Appointment::doctorAccountId), next)
                .toArray(UUID[]::new));
    }

    /** A doctor's reach ends where a visit of the series went to somebody else. */
    private List<Appointment> following(Viewer viewer, Appointment from) {
        if (from.seriesId() == null) {
            throw Problem.invalid("scope", "appointments.series.none");
        }
        boolean all = viewer.seesAll(CurrentClinic.id());
        return appointments.followingToChange(from.seriesId(), from.start()).stream()
                .filter(each -> all || each.doctorAccountId().equals(viewer.accountId()))
                .toList();
    }

    /** A visit that is to be. */
    private record Want(@Nullable UUID appointmentId, UUID doctorId, UUID serviceId, Instant start) {}

    private PlannedVisit planned(Viewer viewer, Want want) {
        Timetable table = timetables
                .around(want.serviceId(), want.doctorId(), want.start(), want.appointmentId())
                .orElseThrow(() -> Problem.invalid("serviceId", "appointments.service.unknown"));
        DoctorHours doctor = table.doctor(want.doctorId())
                .orElseThrow(() -> Problem.invalid("doctorId", "appointments.doctor.not-offering"));
        Interval visit = Interval.of(want.start(), table.service().duration());
        Obstacle obstacle = table.refusal(doctor, visit, Booker.of(viewer))
                .map(Obstacle::of)
                .orElse(table.isTaken(doctor, visit) ? Obstacle.TAKEN : null);
        return new PlannedVisit(
                want.appointmentId(),
                visit.start(),
                visit.end(),
                obstacle,
                obstacle == null ? List.of() : sameDay(table, want.start()));
    }

    /** Those nearest to the time that was wanted. */
    private static List<Slot> sameDay(Timetable table, Instant start) {
        LocalDate date = start.atZone(table.zone()).toLocalDate();
        return table.free(new Dates(date, date), table.zone(), Booker.STAFF).stream()
                .sorted(Comparator.comparing(slot -> distance(slot, start)))
                .limit(ALTERNATIVES)
                .sorted(Comparator.comparing(Slot::start))
                .toList();
    }

    private static Duration distance(Slot slot, Instant start) {
        return Duration.between(slot.start(), start).abs();
    }

    /** One change, carried over to the other visits of a series. */
    private final class Move {
        private final Booking.Change change;
        private final Duration byWall;
        private final ZoneId zone = clinics.current().timeZone();

        Move(Appointment from, Booking.Change change) {
            this.change = change;
            Instant wanted = change.start() == null ? from.start() : change.start();
            byWall = Duration.between(
                    from.start().atZone(zone).toLocalDateTime(),
                    wanted.atZone(zone).toLocalDateTime());
        }

        Instant startOf(Appointment each) {
            return each.start()
                    .atZone(zone)
                    .toLocalDateTime()
                    .plus(byWall)
                    .atZone(zone)
                    .toInstant();
        }

        Booking.Change changeOf(Appointment each) {
            return new Booking.Change(startOf(each), change.doctorId(), change.serviceId(), change.mode(), null);
        }

        /** Where all move later, the last goes first, so that none takes the time that the next still has. */
        List<Appointment> ordered(List<Appointment> following) {
            return byWall.isNegative() ? following : following.reversed();
        }

        Want wantOf(Appointment each) {
            return new Want(
                    each.id(),
                    change.doctorId() == null ? each.doctorId() : change.doctorId(),
                    change.serviceId() == null ? each.serviceId() : change.serviceId(),
                    startOf(each));
        }
    }

    /** Bookings in one transaction, of which it is known which one is being made. */
    private final class Attempt {
        private final Viewer viewer;
        private final Appointment like;
        private Instant current;

        Attempt(Viewer viewer, Appointment like) {
            this.viewer = viewer;
            this.like = like;
            current = like.start();
        }

        void at(Instant start) {
            current = start;
        }

        List<Appointment> run(Supplier<List<Appointment>> work) {
            try {
                return Objects.requireNonNull(transactions.execute(_ -> work.get()));
            } catch (DoctorTime.TimeTaken e) {
                throw slots.taken(like.serviceId(), like.doctorId(), current, Booker.of(viewer));
            }
        }
    }
}
