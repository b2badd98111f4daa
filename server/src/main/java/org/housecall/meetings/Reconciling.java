package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.Reconciliations.Reconciliation;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Room;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares a clinic's upcoming meetings with what the provider has, one after another, and has each that differs looked
 * after by {@link MeetingSync}. Where it was cut off, or the provider asked for patience, it goes on after the last one.
 */
@Component
class Reconciling implements Job {

    static final String KIND = "reconcile-meetings";

    private static final int BATCH = 50;
    private static final Duration SOON = Duration.ofSeconds(1);

    /** What is not mended by then is told as it is. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Reconciliations reconciliations;
    private final Appointments appointments;
    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final ObjectProvider<VideoProvider> providers;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reconciling(
            Reconciliations reconciliations,
            Appointments appointments,
            Meetings meetings,
            MeetingWishes wishes,
            ObjectProvider<VideoProvider> providers,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.appointments = appointments;
        this.meetings = meetings;
        this.wishes = wishes;
        this.providers = providers;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins one in the current clinic, unless one is under way. */
    void begin(boolean byHand) {
        transactions.executeWithoutResult(_ -> reconciliations.begin(byHand).ifPresent(id -> {
            audit.record(Action.MEETINGS_COMPARED, null);
            jobs.enqueue(KIND, id, clock.millis());
        }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID id) {
        Optional<Reconciliation> found = transactions.execute(_ -> reconciliations.find(id));
        if (found == null || found.filter(it -> it.finishedAt() == null).isEmpty()) {
            return new Next.Done();
        }
        Reconciliation run = found.get();
        Instant from = run.afterStart() == null ? run.startedAt() : run.afterStart();
        List<Appointment> batch = appointments.upcomingVideo(from, run.afterId(), BATCH);
        for (Appointment appointment : batch) {
            Optional<Instant> later = compare(run, appointment);
            if (later.isPresent()) {
                return new Next.Again(later.get());
            }
        }
        return batch.size() < BATCH ? conclude(run) : new Next.Again(clock.instant());
    }

    /** When to go on, where the provider asks for patience. One that waits for its sync, or for a person, is that one's. */
    private Optional<Instant> compare(Reconciliation run, Appointment appointment) {
        Optional<Meeting> meeting = meetings.find(appointment.id()).filter(it -> it.isInStep() && it.ref() != null);
        if (meeting.isEmpty()) {
            transactions.executeWithoutResult(
                    _ -> reconciliations.goOnAfter(run.id(), appointment.start(), appointment.id(), false));
            return Optional.empty();
        }
        Meeting known = meeting.get();
        Answer answer = providers.getObject().read(known.hostOfRef(), Objects.requireNonNull(known.ref()));
        if (answer instanceof Answer.Later(var at, var _)) {
            return Optional.of(at);
        }
        transactions.executeWithoutResult(_ -> {
            appointments.toChange(appointment.id());
            // What changed meanwhile is looked after already.
            // But this very question may have noticed a lost connection, and so changed it: that is told.
            meetings.lock(appointment.id())
                    .filter(now -> now.isWhere(known))
                    .filter(now ->
                            now.wantedRevision() == known.wantedRevision() || answer instanceof Answer.Disconnected)
                    .ifPresent(now -> note(run.id(), appointment, now, answer));
            reconciliations.goOnAfter(run.id(), appointment.start(), appointment.id(), true);
        });
        return Optional.empty();
    }

    private void note(UUID runId, Appointment appointment, Meeting meeting, Answer answer) {
        switch (answer) {
            case Answer.There(var room) -> {
                if (!room.isAt(appointment.start(), appointment.duration())) {
                    restore(runId, meeting, Drift.Found.MOVED);
                }
                if (isOpened(meeting, room)) {
                    restore(runId, meeting, Drift.Found.OPENED);
                }
                if (room.renamed()) {
                    reconciliations.add(runId, meeting, Drift.Found.RENAMED, Drift.Done.ACCEPTED, null);
                }
            }
            case Answer.Gone() -> restore(runId, meeting, Drift.Found.DELETED);
            case Answer.Disconnected(var why) -> notRead(runId, meeting, why);
            case Answer.Refused(var why) -> notRead(runId, meeting, why);
            case Answer.Unknown(), Answer.Later _ -> notRead(runId, meeting, MeetingProblem.ZOOM_UNREACHABLE);
        }
    }

    /** What the account's own rules keep otherwise is known, and shown with the meeting. */
    private static boolean isOpened(Meeting meeting, Room room) {
        return !room.differences().isEmpty() && !room.differences().equals(meeting.differences());
    }

    private void restore(UUID runId, Meeting meeting, Drift.Found found) {
        reconciliations.add(runId, meeting, found, null, null);
        wishes.wantAgain(meeting.appointmentId());
    }

    private void notRead(UUID runId, Meeting meeting, MeetingProblem why) {
        reconciliations.add(runId, meeting, Drift.Found.NOT_READ, Drift.Done.LEFT, why);
    }

    /** Notes what came of each difference once its meeting is in step again. */
    private Next conclude(Reconciliation run) {
        boolean all = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean settled = true;
            for (Drift drift : reconciliations.driftsOf(run.id())) {
                settled &= drift.done() != null || settle(drift);
            }
            if (settled) {
                reconciliations.finish(run.id());
            }
            return settled;
        }));
        return all ? new Next.Done() : new Next.Again(clock.instant().plus(SOON));
    }

    private boolean settle(Drift drift) {
        Meeting meeting = meetings.find(drift.appointmentId()).orElseThrow();
        if (!meeting.isInStep() && clock.instant().isBefore(drift.at().plus(PATIENCE))) {
            return false;
        }
        reconciliations.done(drift.id(), done(drift, meeting), meeting.problem());
        return true;
    }

    private static Drift.Done done(Drift drift, Meeting meeting) {
        if (meeting.waitsForPerson()) {
            return Drift.Done.PARKED;
        }
        if (!meeting.isInStep() || meeting.problem() != null || meeting.ref() == null) {
            return Drift.Done.LEFT;
        }
        return drift.found() == Drift.Found.DELETED ? Drift.Done.MADE_AGAIN : Drift.Done.RESTORED;
    }
}
