package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a meeting in step with its appointment: reads what should be and what is, and does the one thing that is
 * missing, until nothing is. Level-triggered: many changes cost one run, and running twice is harmless. What an answer
 * means, Zoom being down among them: {@link Decision}.
 */
@Component
@EnableConfigurationProperties(MeetingSettings.class)
class MeetingSync implements Job {

    static final String KIND = "sync-meeting";

    /**
     * Renewed with every step. Short, so that a dead node's meetings are taken over soon; a step that outlasts it finds
     * its ground gone and changes nothing.
     */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final int MOST_STEPS = 8;

    private final Meetings meetings;
    private final Appointments appointments;
    private final Clinics clinics;
    private final ObjectProvider<VideoProvider> providers;
    private final MeetingBookkeeping bookkeeping;
    private final SurplusRemoval surplus;
    private final MeetingSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeetingSync(
            Meetings meetings,
            Appointments appointments,
            Clinics clinics,
            ObjectProvider<VideoProvider> providers,
            MeetingBookkeeping bookkeeping,
            SurplusRemoval surplus,
            MeetingSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.meetings = meetings;
        this.appointments = appointments;
        this.clinics = clinics;
        this.providers = providers;
        this.bookkeeping = bookkeeping;
        this.surplus = surplus;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Enqueues a sync in the caller's transaction. */
    static void enqueue(Jobs jobs, UUID appointmentId, int revision, Jobs.Priority priority) {
        jobs.enqueue(KIND, appointmentId, revision, priority);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID appointmentId) {
        if (meetings.find(appointmentId).isEmpty()) {
            return new Next.Done();
        }
        UUID claim = Ids.next();
        try {
            return MeetingAttempts.during(appointmentId, () -> run(appointmentId, claim));
        } finally {
            transactions.executeWithoutResult(_ -> meetings.unclaim(appointmentId, claim));
        }
    }

    private Next run(UUID appointmentId, UUID claim) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!claimed(appointmentId, claim)) {
                return soon();
            }
            Optional<Next> next = step(appointmentId, claim);
            if (next.isPresent()) {
                return earlier(next.get(), surplus.remove(appointmentId));
            }
        }
        return soon();
    }

    /** One step; empty: look again, there may be more to do. */
    private Optional<Next> step(UUID appointmentId, UUID claim) {
        // The meeting first: a change that comes after it raises the revision, and is found at the end.
        Meeting meeting = meetings.find(appointmentId).orElseThrow();
        Appointment appointment = appointments.find(appointmentId).orElseThrow();
        if (meeting.isInStep()) {
            return Optional.of(new Next.Done());
        }
        return switch (next(meeting, appointment)) {
            case Step.Decided(var decision) -> bookkeeping.write(meeting, appointment, decision);
            case Step.Create create -> create(meeting, appointment, create, claim);
            case Step.Check check -> check(meeting, appointment, check);
            case Step.Asking step -> bookkeeping.write(meeting, appointment, decide(step, ask(step)));
        };
    }

    /** What is missing. */
    private Step next(Meeting meeting, Appointment appointment) {
        if (meeting.intent() != null) {
            return new Step.LookFor(meeting.intent());
        }
        if (!appointment.isVideo() || appointment.status() == Appointment.Status.CANCELLED) {
            return meeting.ref() == null
                    ? new Step.Decided(new Decision.Removed())
                    : new Step.Remove(meeting.hostOfRef(), meeting.ref());
        }
        if (!appointment.status().isLive() || meeting.waitsForPerson()) {
            return new Step.Decided(new Decision.Nothing());
        }
        return switch (provider().hostFor(appointment.doctorId())) {
            case Hosting.Nobody(var why) -> new Step.Decided(new Decision.Wait(why));
            case Hosting.By(var host) -> provide(meeting, host, wish(appointment));
        };
    }

    private Step provide(Meeting meeting, Host host, Wish wish) {
        if (meeting.ref() == null) {
            return new Step.Create(new Meeting.Intent(Marker.next(), host, clock.instant()), wish);
        }
        return host.equals(meeting.host())
                ? new Step.Check(host, meeting.ref(), wish)
                : new Step.Decided(new Decision.SetAside());
    }

    /** The intent is committed before Zoom is asked: a crash in between leaves its trace, and no second create. */
    private Optional<Next> create(Meeting meeting, Appointment appointment, Step.Create create, UUID claim) {
        boolean begun = Boolean.TRUE.equals(
                transactions.execute(_ -> meetings.begin(meeting.appointmentId(), create.intent(), claim)));
        if (!begun) {
            return Optional.empty();
        }
        Answer answer = ask(create);
        Decision decision = decide(create, answer);
        if (answer instanceof Answer.There || answer instanceof Answer.Unknown) {
            return bookkeeping.write(meeting.with(create.intent()), appointment, decision);
        }
        transactions.executeWithoutResult(_ -> meetings.takeBack(meeting.appointmentId(), create.intent()));
        return bookkeeping.write(meeting, appointment, decision);
    }

    private Optional<Next> check(Meeting meeting, Appointment appointment, Step.Check check) {
        Answer answer = ask(check);
        if (answer instanceof Answer.There(var room) && !isAsWished(room, check.wish(), meeting)) {
            Step.Change change = new Step.Change(check.host(), check.ref(), check.wish());
            return bookkeeping.write(meeting, appointment, decide(change, ask(change)));
        }
        return bookkeeping.write(meeting, appointment, decide(check, answer));
    }

    /** Differences accepted before are the account's own rules; asking again would change nothing. */
    private static boolean isAsWished(Room room, Wish wish, Meeting meeting) {
        boolean accepted = meeting.problem() == MeetingProblem.SETTINGS_LOCKED
                && room.differences().equals(meeting.differences());
        return room.isAt(wish.start(), wish.duration())
                && (accepted || room.differences().isEmpty());
    }

    private Answer ask(Step.Asking step) {
        return switch (step) {
            case Step.Create(var intent, var wish) -> provider().create(intent.host(), wish, intent.marker());
            case Step.LookFor(var intent) -> provider().find(intent.host(), intent.marker());
            case Step.Check(var host, var ref, var _) -> provider().read(host, ref);
            case Step.Change(var host, var ref, var wish) -> provider().update(host, ref, wish);
            case Step.Remove(var host, var ref) -> provider().delete(host, ref);
        };
    }

    private Decision decide(Step.Asking step, Answer answer) {
        return Decision.on(step, answer, clock.instant(), settings.lostAnswerWait());
    }

    private Wish wish(Appointment appointment) {
        return new Wish(
                appointment.start(), appointment.duration(), clinics.current().timeZone());
    }

    private boolean claimed(UUID appointmentId, UUID claim) {
        Instant until = clock.instant().plus(CLAIM);
        return Boolean.TRUE.equals(transactions.execute(_ -> meetings.claim(appointmentId, claim, until)));
    }

    private VideoProvider provider() {
        return providers.getObject();
    }

    private Next soon() {
        return new Next.Again(clock.instant().plus(Decision.SOON));
    }

    private static Next earlier(Next next, Optional<Instant> other) {
        return other.filter(at -> !(next instanceof Next.Again(var first)) || at.isBefore(first))
                .<Next>map(Next.Again::new)
                .orElse(next);
    }
}
