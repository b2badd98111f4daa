package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.jobs.Job.Next;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.meetings.VideoProvider.Room;
import org.housecall.platform.LiveUpdates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what was decided about a meeting, in one transaction, and says what follows; empty: look again. */
@Component
class MeetingBookkeeping {

    private static final Duration SECOND_DELETION = Duration.ofDays(1);

    private final Meetings meetings;
    private final SurplusMeetings surplusMeetings;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeetingBookkeeping(
            Meetings meetings,
            SurplusMeetings surplusMeetings,
            LiveUpdates live,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.meetings = meetings;
        this.surplusMeetings = surplusMeetings;
        this.live = live;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes a decision.
     *
     * @param seen the meeting on which it was decided
     */
    Optional<Next> write(Meeting seen, Appointment appointment, Decision decision) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Meeting now = meetings.lock(seen.appointmentId()).orElseThrow();
            return now.isWhere(seen) || isOfCurrent(now, decision)
                    ? write(seen, now, appointment, decision)
                    : overtaken(seen, now, decision);
        }));
    }

    /** The provider's own event may have told of our meeting before its answer did. */
    private static boolean isOfCurrent(Meeting now, Decision decision) {
        return decision instanceof Decision.Have(var _, var room) && room.ref().equals(now.ref());
    }

    /** Another run, or an event, was faster. A meeting that was made and is not the one is one too many. */
    private Optional<Next> overtaken(Meeting seen, Meeting now, Decision decision) {
        if (seen.intent() != null && decision instanceof Decision.Unconfirmed && now.ref() != null) {
            surplusMeetings.addAdopted(seen.appointmentId(), now.hostOfRef(), now.ref(), seen.intent());
        }
        if (seen.intent() != null && decision instanceof Decision.Have(var host, var room)) {
            String marker = seen.intent().marker();
            surplusMeetings.addFound(seen.appointmentId(), host, room.ref(), marker);
            meetings.remember(room.ref(), seen.appointmentId());
        }
        return Optional.empty();
    }

    private Optional<Next> write(Meeting seen, Meeting now, Appointment appointment, Decision decision) {
        UUID id = now.appointmentId();
        return switch (decision) {
            case Decision.Have(var host, var room) -> have(seen, now, appointment, host, room);
            case Decision.Found(var host, var ref) ->
                thenLookAgain(() -> {
                    surplusMeetings.addAdopted(id, host, ref, now.begun());
                    meetings.adopt(id, host, ref);
                });
            case Decision.Deleted() -> deleted(seen, now, appointment);
            case Decision.Removed() -> {
                meetings.detach(id);
                yield inStep(seen, now, appointment, Meeting.Status.REMOVED, null);
            }
            case Decision.SetAside() ->
                thenLookAgain(() -> {
                    surplusMeetings.add(id, now.hostOfRef(), now.ref());
                    meetings.detach(id);
                });
            case Decision.Unconfirmed(var until) -> {
                become(now, appointment, Meeting.Status.PENDING, MeetingProblem.UNCONFIRMED);
                yield Optional.of(new Next.Again(until));
            }
            case Decision.NotMade() ->
                thenLookAgain(() -> {
                    surplusMeetings.addNotMade(id, now.begun());
                    meetings.forgetIntent(id);
                });
            case Decision.PossiblyMade() ->
                thenLookAgain(() -> {
                    surplusMeetings.addPossible(id, now.begun());
                    meetings.forgetIntent(id);
                });
            case Decision.TryAgain(var at, var problem) -> tryAgain(now, appointment, at, problem);
            case Decision.Wait(var why) -> inStep(seen, now, appointment, Meeting.Status.WAITING_FOR_CONNECTION, why);
            case Decision.Park(var why) -> inStep(seen, now, appointment, Meeting.Status.FAILED, why);
            case Decision.KeepAsIs(var why) -> inStep(seen, now, appointment, now.status(), why);
            case Decision.Nothing() -> settle(seen, now);
        };
    }

    private Optional<Next> have(Meeting seen, Meeting now, Appointment appointment, Host host, Room room) {
        if (!room.ref().equals(now.ref())) {
            meetings.adopt(now.appointmentId(), host, room.ref());
        }
        meetings.describe(now.appointmentId(), room);
        announce(appointment);
        Meeting.Status status = now.status().isThere() ? now.status() : Meeting.Status.READY;
        boolean moved = room.isAt(appointment.start(), appointment.duration())
                || !appointment.start().isAfter(clock.instant());
        if (!moved) {
            become(now, appointment, status, MeetingProblem.NOT_MOVED);
            return patiently(now, clock.instant().plus(Decision.LATER), MeetingProblem.NOT_MOVED);
        }
        boolean closed = room.differences().isEmpty();
        return inStep(seen, now, appointment, status, closed ? null : MeetingProblem.SETTINGS_LOCKED);
    }

    private Optional<Next> deleted(Meeting seen, Meeting now, Appointment appointment) {
        meetings.detach(now.appointmentId());
        Instant last = now.recreatedAt();
        if (last != null && clock.instant().isBefore(last.plus(SECOND_DELETION))) {
            return inStep(seen, now, appointment, Meeting.Status.FAILED, MeetingProblem.DELETED_IN_ZOOM);
        }
        return thenLookAgain(() -> {
            meetings.markRecreated(now.appointmentId());
            events.publishEvent(new Meeting.Recreated(now.appointmentId()));
        });
    }

    /** A meeting that is there stays usable while a change of it waits; the problem says what is not done yet. */
    private Optional<Next> tryAgain(
            Meeting now, Appointment appointment, Instant at, @Nullable MeetingProblem problem) {
        if (problem == null) {
            return Optional.of(new Next.Again(at));
        }
        boolean there = now.ref() != null && now.status().isThere();
        become(now, appointment, there ? now.status() : Meeting.Status.PENDING, problem);
        return patiently(now, at, problem);
    }

    private Optional<Next> patiently(Meeting now, Instant at, MeetingProblem problem) {
        Instant since = problem == now.problem() ? now.since() : clock.instant();
        return Optional.of(new Next.Again(Patience.afterTrouble(since, clock.instant(), at)));
    }

    private Optional<Next> inStep(
            Meeting seen,
            Meeting now,
            Appointment appointment,
            Meeting.Status status,
            @Nullable MeetingProblem problem) {
        become(now, appointment, status, problem);
        return settle(seen, now);
    }

    /** Done only if what was brought about is still what is wanted. */
    private Optional<Next> settle(Meeting seen, Meeting now) {
        if (seen.wantedRevision() != now.wantedRevision()) {
            return Optional.empty();
        }
        meetings.synced(now.appointmentId(), now.wantedRevision());
        return Optional.of(new Next.Done());
    }

    private static Optional<Next> thenLookAgain(Runnable work) {
        work.run();
        return Optional.empty();
    }

    private void become(Meeting now, Appointment appointment, Meeting.Status status, @Nullable MeetingProblem problem) {
        if (meetings.become(now.appointmentId(), status, problem)) {
            announce(appointment);
        }
    }

    private void announce(Appointment appointment) {
        live.publish("appointment", appointment.id(), appointment.doctorAccountId(), appointment.patientAccountId());
    }
}
