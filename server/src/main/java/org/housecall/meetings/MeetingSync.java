package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.meetings.VideoProvider.Hosting;
import org.housecall.meetings.VideoProvider.Room;
import org.housecall.meetings.VideoProvider.Wish;
import org.housecall.platform.Ids;
import org.housecall.platform.LiveUpdates;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a meeting in step with its appointment: reads what should be and what is, and does the one thing that is
 * missing, until nothing is. Level-triggered: many changes cost one run, and running twice is harmless. What happens
 * when Zoom is down: {@link Answer.Later} and {@link Answer.Unknown} below.
 */
@Component
@EnableConfigurationProperties(MeetingSettings.class)
class MeetingSync implements Job {

    static final String KIND = "sync-meeting";

    /** Longer than all calls of a run can take together. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration SECOND_DELETION = Duration.ofDays(1);
    private static final int MOST_STEPS = 8;

    private final Meetings meetings;
    private final Appointments appointments;
    private final Clinics clinics;
    private final ObjectProvider<VideoProvider> providers;
    private final MeetingSettings settings;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeetingSync(
            Meetings meetings,
            Appointments appointments,
            Clinics clinics,
            ObjectProvider<VideoProvider> providers,
            MeetingSettings settings,
            LiveUpdates live,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.meetings = meetings;
        this.appointments = appointments;
        this.clinics = clinics;
        this.providers = providers;
        this.settings = settings;
        this.live = live;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Enqueues a sync in the caller's transaction. */
    static void enqueue(Jobs jobs, UUID appointmentId, int revision) {
        jobs.enqueue(KIND, appointmentId, revision);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID appointmentId) {
        UUID claim = Ids.next();
        Boolean claimed = transactions.execute(
                _ -> meetings.claim(appointmentId, claim, clock.instant().plus(CLAIM)));
        if (!Boolean.TRUE.equals(claimed)) {
            return meetings.find(appointmentId).isEmpty() ? new Next.Done() : again(SOON);
        }
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                Optional<Next> next = step(appointmentId);
                if (next.isPresent()) {
                    return next.get();
                }
            }
            return again(SOON);
        } finally {
            transactions.executeWithoutResult(_ -> meetings.unclaim(appointmentId, claim));
        }
    }

    /** One step; empty: look again, there may be more to do. */
    private Optional<Next> step(UUID appointmentId) {
        Meeting meeting = meetings.find(appointmentId).orElseThrow();
        Appointment appointment = appointments.find(appointmentId).orElseThrow();
        removeSurplus(appointmentId);
        if (meeting.intent() != null) {
            return resolve(meeting, meeting.intent(), appointment);
        }
        if (!appointment.isVideo() || appointment.status() == Appointment.Status.CANCELLED) {
            return remove(meeting, appointment);
        }
        if (!appointment.status().isLive()) {
            return inStep(meeting, appointment, meeting.status(), meeting.problem());
        }
        return switch (provider().hostFor(appointment.doctorId())) {
            case Hosting.Nobody(var why) -> inStep(meeting, appointment, Meeting.Status.WAITING_FOR_CONNECTION, why);
            case Hosting.By(var host) -> provide(meeting, appointment, host);
        };
    }

    private Optional<Next> provide(Meeting meeting, Appointment appointment, Host host) {
        if (meeting.ref() == null) {
            return create(meeting, appointment, host);
        }
        if (!host.equals(meeting.host())) {
            return inTransaction(() -> {
                meetings.addSurplus(meeting.appointmentId(), hostOf(meeting), meeting.ref(), null);
                meetings.detach(meeting.appointmentId());
                return Optional.empty();
            });
        }
        return compare(meeting, appointment, host, meeting.ref());
    }

    private Optional<Next> create(Meeting meeting, Appointment appointment, Host host) {
        Meeting.Intent intent = new Meeting.Intent(Marker.next(), host, clock.instant());
        transactions.executeWithoutResult(_ -> meetings.begin(meeting.appointmentId(), intent));
        Answer answer = provider().create(host, wish(appointment), intent.marker());
        return switch (answer) {
            case Answer.There(var room) -> found(meeting, appointment, host, room);
            // Made or not, nobody knows: the intent stays and is looked into, the create is never sent again blindly.
            case Answer.Unknown() ->
                later(
                        meeting,
                        appointment,
                        MeetingProblem.UNCONFIRMED,
                        clock.instant().plus(SOON));
            case Answer.Later(var at, var why) -> {
                forgetIntent(meeting);
                yield later(meeting, appointment, why, at);
            }
            case Answer.Disconnected(var why) -> {
                forgetIntent(meeting);
                yield inStep(meeting, appointment, Meeting.Status.WAITING_FOR_CONNECTION, why);
            }
            case Answer.Refused(var why) -> {
                forgetIntent(meeting);
                yield inStep(meeting, appointment, Meeting.Status.FAILED, why);
            }
            case Answer.Gone() -> {
                forgetIntent(meeting);
                yield inStep(meeting, appointment, Meeting.Status.FAILED, MeetingProblem.REFUSED);
            }
        };
    }

    /** Looks for the meeting of a create whose answer was lost: in a lost answer or a crash. */
    private Optional<Next> resolve(Meeting meeting, Meeting.Intent intent, Appointment appointment) {
        Instant waitedEnough = intent.at().plus(settings.lostAnswerWait());
        boolean waiting = clock.instant().isBefore(waitedEnough);
        Answer found = provider().find(intent.host(), intent.marker()).orElse(new Answer.Unknown());
        return switch (found) {
            case Answer.There(var room) -> found(meeting, appointment, intent.host(), room);
            case Answer.Gone() when waiting -> later(meeting, appointment, MeetingProblem.UNCONFIRMED, waitedEnough);
            case Answer.Gone() -> {
                forgetIntent(meeting);
                yield Optional.empty();
            }
            case Answer.Unknown() when waiting -> later(meeting, appointment, MeetingProblem.UNCONFIRMED, waitedEnough);
            // Nobody could tell us. The possible meeting is written down and shown, and the visit gets one that is
            // certain.
            case Answer.Unknown() ->
                inTransaction(() -> {
                    meetings.addSurplus(meeting.appointmentId(), intent.host(), null, intent.marker());
                    meetings.forgetIntent(meeting.appointmentId());
                    return Optional.empty();
                });
            case Answer.Later(var at, var why) -> later(meeting, appointment, why, at);
            case Answer.Disconnected(var why) ->
                inStep(meeting, appointment, Meeting.Status.WAITING_FOR_CONNECTION, why);
            case Answer.Refused(var why) -> inStep(meeting, appointment, Meeting.Status.FAILED, why);
        };
    }

    private Optional<Next> compare(Meeting meeting, Appointment appointment, Host host, String ref) {
        Wish wish = wish(appointment);
        Answer answer = provider().read(host, ref);
        if (answer instanceof Answer.There(var room) && !isAsWished(room, wish, meeting)) {
            answer = provider().update(host, ref, wish);
        }
        return switch (answer) {
            case Answer.There(var room) -> found(meeting, appointment, host, room);
            case Answer.Gone() -> deletedAtProvider(meeting, appointment);
            case Answer.Unknown() ->
                later(
                        meeting,
                        appointment,
                        MeetingProblem.ZOOM_UNREACHABLE,
                        clock.instant().plus(LATER));
            case Answer.Later(var at, var why) -> later(meeting, appointment, why, at);
            case Answer.Disconnected(var why) ->
                inStep(meeting, appointment, Meeting.Status.WAITING_FOR_CONNECTION, why);
            case Answer.Refused(var why) -> inStep(meeting, appointment, Meeting.Status.FAILED, why);
        };
    }

    /** Differences known from before are the account's own rules; asking again would change nothing. */
    private static boolean isAsWished(Room room, Wish wish, Meeting meeting) {
        return room.isAt(wish)
                && (room.differences().isEmpty() || room.differences().equals(meeting.differences()));
    }

    private Optional<Next> deletedAtProvider(Meeting meeting, Appointment appointment) {
        Instant last = meeting.recreatedAt();
        if (last != null && clock.instant().isBefore(last.plus(SECOND_DELETION))) {
            transactions.executeWithoutResult(_ -> meetings.detach(meeting.appointmentId()));
            return inStep(meeting, appointment, Meeting.Status.FAILED, MeetingProblem.DELETED_IN_ZOOM);
        }
        return inTransaction(() -> {
            meetings.detach(meeting.appointmentId());
            meetings.markRecreated(meeting.appointmentId());
            events.publishEvent(new Meeting.Recreated(meeting.appointmentId()));
            return Optional.empty();
        });
    }

    private Optional<Next> remove(Meeting meeting, Appointment appointment) {
        if (meeting.ref() == null) {
            return inStep(meeting, appointment, Meeting.Status.REMOVED, null);
        }
        return switch (provider().delete(hostOf(meeting), meeting.ref())) {
            case Answer.Gone() -> {
                transactions.executeWithoutResult(_ -> meetings.detach(meeting.appointmentId()));
                yield Optional.empty();
            }
            case Answer.Later(var at, var why) -> later(meeting, appointment, why, at);
            case Answer.There(var _) ->
                later(
                        meeting,
                        appointment,
                        MeetingProblem.IN_PROGRESS,
                        clock.instant().plus(LATER));
            case Answer.Unknown() ->
                later(
                        meeting,
                        appointment,
                        MeetingProblem.ZOOM_UNREACHABLE,
                        clock.instant().plus(LATER));
            // It stays known with its host, and goes when that host can be reached again.
            case Answer.Disconnected(var _) ->
                inTransaction(() -> {
                    meetings.addSurplus(meeting.appointmentId(), hostOf(meeting), meeting.ref(), null);
                    meetings.detach(meeting.appointmentId());
                    return Optional.empty();
                });
            case Answer.Refused(var why) -> inStep(meeting, appointment, Meeting.Status.FAILED, why);
        };
    }

    private void removeSurplus(UUID appointmentId) {
        for (Meetings.Surplus surplus : meetings.surplusOf(appointmentId)) {
            if (surplus.ref() != null && provider().delete(surplus.host(), surplus.ref()) instanceof Answer.Gone) {
                transactions.executeWithoutResult(_ -> meetings.surplusRemoved(surplus.id()));
            }
        }
    }

    /** The provider has it. If another one was adopted meanwhile, this is one too many. */
    private Optional<Next> found(Meeting meeting, Appointment appointment, Host host, Room room) {
        return inTransaction(() -> {
            Meeting now = meetings.lock(meeting.appointmentId()).orElseThrow();
            if (now.ref() != null && !now.ref().equals(room.ref())) {
                meetings.addSurplus(now.appointmentId(), host, room.ref(), null);
                meetings.remember(room.ref(), now.appointmentId());
                meetings.forgetIntent(now.appointmentId());
                return Optional.empty();
            }
            meetings.adopt(now.appointmentId(), host, room.ref());
            meetings.describe(now.appointmentId(), room);
            Meeting.Status status = now.status().isThere() ? now.status() : Meeting.Status.READY;
            meetings.become(
                    now.appointmentId(), status, room.differences().isEmpty() ? null : MeetingProblem.SETTINGS_LOCKED);
            announce(appointment);
            return room.isAt(wish(appointment)) || !appointment.start().isAfter(clock.instant())
                    ? settle(meeting, now)
                    : Optional.of(again(LATER));
        });
    }

    private Optional<Next> later(Meeting meeting, Appointment appointment, MeetingProblem why, Instant at) {
        return inTransaction(() -> {
            Meeting now = meetings.lock(meeting.appointmentId()).orElseThrow();
            if (!now.status().isThere()) {
                meetings.become(now.appointmentId(), Meeting.Status.PENDING, why);
                announce(appointment);
            }
            return Optional.of(new Next.Again(at));
        });
    }

    private Optional<Next> inStep(
            Meeting meeting, Appointment appointment, Meeting.Status status, @Nullable MeetingProblem problem) {
        return inTransaction(() -> {
            Meeting now = meetings.lock(meeting.appointmentId()).orElseThrow();
            meetings.become(now.appointmentId(), status, problem);
            announce(appointment);
            return settle(meeting, now);
        });
    }

    /** Done only if what was brought about is still what is wanted. */
    private Optional<Next> settle(Meeting seen, Meeting now) {
        if (seen.wantedRevision() != now.wantedRevision()) {
            return Optional.empty();
        }
        meetings.synced(now.appointmentId(), now.wantedRevision());
        return Optional.of(new Next.Done());
    }

    private void forgetIntent(Meeting meeting) {
        transactions.executeWithoutResult(_ -> meetings.forgetIntent(meeting.appointmentId()));
    }

    private void announce(Appointment appointment) {
        live.publish("appointment", appointment.id(), appointment.doctorAccountId(), appointment.patientAccountId());
    }

    private Wish wish(Appointment appointment) {
        return new Wish(
                appointment.start(), appointment.duration(), clinics.current().timeZone());
    }

    private static Host hostOf(Meeting meeting) {
        if (meeting.host() == null) {
            throw new IllegalStateException("A meeting at the provider has a host");
        }
        return meeting.host();
    }

    private VideoProvider provider() {
        return providers.getObject();
    }

    private Next again(Duration pause) {
        return new Next.Again(clock.instant().plus(pause));
    }

    private Optional<Next> inTransaction(Supplier<Optional<Next>> work) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
