package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Progress;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.platform.LiveUpdates;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a meeting's start and end mean for its visit: told by the provider's events, or asked for once where the visit
 * should be over and nobody told.
 */
@Component
class VisitCourse implements Job {

    static final String KIND = "follow-visit";

    /** A visit that runs over is asked about again at this distance, for as long as the provider says that it runs. */
    private static final Duration RUNNING_OVER = Duration.ofMinutes(30);

    /** After that, a person has to say. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(12);

    private final Meetings meetings;
    private final Appointments appointments;
    private final Progress progress;
    private final PatientDoor door;
    private final ObjectProvider<VideoProvider> providers;
    private final Jobs jobs;
    private final LiveUpdates live;
    private final TransactionTemplate transactions;
    private final Clock clock;

    VisitCourse(
            Meetings meetings,
            Appointments appointments,
            Progress progress,
            PatientDoor door,
            ObjectProvider<VideoProvider> providers,
            Jobs jobs,
            LiveUpdates live,
            TransactionTemplate transactions,
            Clock clock) {
        this.meetings = meetings;
        this.appointments = appointments;
        this.progress = progress;
        this.door = door;
        this.providers = providers;
        this.jobs = jobs;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes that the meeting was started, or ended, at a time, and what follows. In the caller's transaction, which holds the appointment. */
    void note(UUID appointmentId, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        Meetings.Course course = meetings.follow(appointmentId, startedAt, endedAt);
        appointments.find(appointmentId).ifPresent(appointment -> {
            Instant opens = door.window(appointment).opens();
            statusBy(course, startedAt != null, appointment, opens, clock.instant())
                    .ifPresent(status -> progress.follow(appointmentId, status));
            if (course.isRunning() && clock.instant().isBefore(opens)) {
                jobs.enqueueAt(KIND, appointmentId, opens.toEpochMilli(), opens);
            }
            announce(appointmentId);
        });
    }

    /** Has open pages read the visit again. */
    void announce(UUID appointmentId) {
        appointments
                .find(appointmentId)
                .ifPresent(
                        it -> live.publish("appointment", appointmentId, it.doctorAccountId(), it.patientAccountId()));
    }

    /**
     * The rule. Who opens the room before patients may come only tries it out, and a meeting that ended before the
     * visit's start was tried out or broke off: neither begins nor completes the visit. One that is started again goes on.
     * A start that is told after its end begins the visit as it would have before it.
     */
    private static Optional<Appointment.Status> statusBy(
            Meetings.Course course, boolean startTold, Appointment appointment, Instant opens, Instant now) {
        Instant ended = course.isRunning() ? null : course.endedAt();
        if (ended != null && !ended.isBefore(appointment.start())) {
            return Optional.of(Appointment.Status.COMPLETED);
        }
        Instant ranUntil = ended == null ? now : ended;
        boolean ran = course.isRunning() || startTold;
        return ran && !ranUntil.isBefore(opens) ? Optional.of(Appointment.Status.IN_PROGRESS) : Optional.empty();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Looks at a visit whose room was opened early when its time has come, and at one that should be over. */
    @Override
    public Next run(UUID appointmentId) {
        Appointment appointment = appointments.find(appointmentId).orElse(null);
        Meeting meeting = meetings.find(appointmentId).orElse(null);
        if (appointment == null
                || meeting == null
                || meeting.ref() == null
                || !appointment.status().isLive()) {
            return new Next.Done();
        }
        if (clock.instant().isBefore(appointment.end())) {
            if (meeting.status() == Meeting.Status.STARTED) {
                locked(meeting, null, null);
            }
            return new Next.Done();
        }
        Instant givenUp = appointment.end().plus(GIVEN_UP_AFTER);
        return clock.instant().isAfter(givenUp) ? new Next.Done() : ask(meeting);
    }

    /** Without a transaction. What cannot be learned stays as it is: the visit is on its doctor's list to close. */
    private Next ask(Meeting meeting) {
        return switch (providers.getObject().read(meeting.hostOfRef(), Objects.requireNonNull(meeting.ref()))) {
            case Answer.There(var room)
            when room.running() -> {
                locked(meeting, meeting.status() == Meeting.Status.STARTED ? null : clock.instant(), null);
                yield new Next.Again(clock.instant().plus(RUNNING_OVER));
            }
            case Answer.There _, Answer.Gone _ -> {
                if (meeting.status() == Meeting.Status.STARTED) {
                    locked(meeting, null, clock.instant());
                }
                yield new Next.Done();
            }
            case Answer.Later(var at, var _) -> new Next.Again(at);
            case Answer.Unknown _, Answer.Disconnected _, Answer.Refused _ -> new Next.Done();
        };
    }

    /** If it is still the meeting, and as it was seen: an event may have been faster. */
    private void locked(Meeting seen, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        transactions.executeWithoutResult(_ -> {
            appointments.toChange(seen.appointmentId());
            meetings.lock(seen.appointmentId())
                    .filter(now -> now.isWhere(seen) && now.status() == seen.status())
                    .ifPresent(now -> note(now.appointmentId(), startedAt, endedAt));
        });
    }
}
