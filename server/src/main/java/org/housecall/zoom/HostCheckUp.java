package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.housecall.appointments.Appointments;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.MeetingProblem;
import org.housecall.meetings.VideoProvider.Hosting;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The day before, asks Zoom about every host of tomorrow's video visits: while there is still time, a doctor whose
 * connection does not work is told, and so is the front desk. That Zoom does not answer says nothing, and is asked again.
 */
@Component
public class HostCheckUp implements Job {

    private static final String KIND = "check-host";

    private static final Duration ONCE_FOUND_GOOD = Duration.ofHours(12);
    private static final Duration ONCE_FOUND_BAD = Duration.ofHours(1);

    /** Spread over so long, so that not all doctors of all clinics are asked about in the same second. */
    private static final long SPREAD_MILLIS = Duration.ofMinutes(5).toMillis();

    private final Clinics clinics;
    private final Doctors doctors;
    private final Appointments appointments;
    private final ZoomMeetings meetings;
    private final Connections connections;
    private final HostAccess access;
    private final ZoomClient zoom;
    private final HostChecks checks;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    HostCheckUp(
            Clinics clinics,
            Doctors doctors,
            Appointments appointments,
            ZoomMeetings meetings,
            Connections connections,
            HostAccess access,
            ZoomClient zoom,
            HostChecks checks,
            Jobs jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.clinics = clinics;
        this.doctors = doctors;
        this.appointments = appointments;
        this.meetings = meetings;
        this.connections = connections;
        this.access = access;
        this.zoom = zoom;
        this.checks = checks;
        this.jobs = jobs;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A doctor whose visits of tomorrow nothing hosts as it should. */
    public record Trouble(Doctor doctor, int visits, MeetingProblem problem) {}

    /** Tomorrow, in the current clinic. */
    public LocalDate tomorrow() {
        return clock.instant()
                .atZone(clinics.current().timeZone())
                .toLocalDate()
                .plusDays(1);
    }

    /** The doctors of the current clinic with video visits tomorrow that will not work as things stand, by name. */
    public List<Trouble> troubles() {
        Map<UUID, Integer> visits = visitsOf(tomorrow());
        List<Trouble> troubles = new ArrayList<>();
        for (Doctor doctor : visits.isEmpty() ? List.<Doctor>of() : doctors.all()) {
            Integer number = visits.get(doctor.id());
            if (number != null) {
                problemNow(doctor.id()).ifPresent(problem -> troubles.add(new Trouble(doctor, number, problem)));
            }
        }
        return troubles;
    }

    /** What is known without asking; a look from before the last authorization counts no more. */
    private Optional<MeetingProblem> problemNow(UUID doctorId) {
        return switch (meetings.hostFor(doctorId)) {
            case Hosting.Nobody(var why) -> Optional.of(why);
            case Hosting.By(var host) ->
                checks.of(doctorId)
                        .filter(check -> check.date().equals(tomorrow()))
                        .filter(check -> !authorizedSince(ZoomHost.of(host), check.checkedAt()))
                        .map(HostChecks.Check::problem);
        };
    }

    private boolean authorizedSince(ZoomHost host, Instant time) {
        return host instanceof ZoomHost.Connected(var id)
                && connections
                        .find(id)
                        .filter(connection -> connection.connectedAt().isAfter(time))
                        .isPresent();
    }

    private Map<UUID, Integer> visitsOf(LocalDate date) {
        Interval day = new Dates(date, date).in(clinics.current().timeZone());
        return appointments.liveVideoBetween(day.start(), day.end());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Has every host of the current clinic looked at that is due. */
    void enqueueDue() {
        LocalDate date = tomorrow();
        for (UUID doctorId : visitsOf(date).keySet()) {
            if (checks.of(doctorId).map(check -> isDue(check, date)).orElse(true)) {
                Instant at =
                        clock.instant().plusMillis(ThreadLocalRandom.current().nextLong(SPREAD_MILLIS));
                jobs.enqueueAt(KIND, doctorId, date.toEpochDay(), at);
            }
        }
    }

    private boolean isDue(HostChecks.Check check, LocalDate date) {
        Duration counts = check.problem() == null ? ONCE_FOUND_GOOD : ONCE_FOUND_BAD;
        return !check.date().equals(date) || !check.checkedAt().plus(counts).isAfter(clock.instant());
    }

    @Override
    public Next run(UUID doctorId) {
        LocalDate date = tomorrow();
        Integer visits = visitsOf(date).get(doctorId);
        Doctor doctor = doctors.find(doctorId).orElse(null);
        return visits == null || doctor == null ? new Next.Done() : check(doctor, date, visits);
    }

    private Next check(Doctor doctor, LocalDate date, int visits) {
        switch (meetings.hostFor(doctor.id())) {
            case Hosting.Nobody(var why) -> note(doctor, date, visits, Optional.of(why), true);
            case Hosting.By(var host) -> {
                ZoomHost zoomHost = ZoomHost.of(host);
                ZoomAnswer answer = access.call(
                        zoomHost,
                        Errand.soon(Errand.Operation.READ),
                        token -> zoom.user(token, HostAccess.user(zoomHost)));
                if (answer instanceof ZoomAnswer.NotOurTurn(var until)) {
                    return new Next.Again(until);
                }
                if (answer instanceof ZoomAnswer.ScopesMissing) {
                    access.lacksScopes(zoomHost);
                }
                // Whose connection was lost by this very call, has been told so.
                boolean tell = !(answer instanceof ZoomAnswer.NotConnected);
                switch (judged(answer)) {
                    case Judgement.Works() -> note(doctor, date, visits, Optional.empty(), tell);
                    case Judgement.Fails(var why) -> note(doctor, date, visits, Optional.of(why), tell);
                    case Judgement.NotKnown() -> {}
                }
            }
        }
        return new Next.Done();
    }

    private void note(Doctor doctor, LocalDate date, int visits, Optional<MeetingProblem> problem, boolean tell) {
        transactions.executeWithoutResult(_ -> {
            boolean told = checks.of(doctor.id())
                    .filter(before -> before.date().equals(date))
                    .map(HostChecks.Check::problem)
                    .equals(problem);
            checks.write(doctor.id(), date, problem.orElse(null));
            UUID accountId = doctor.accountId();
            if (problem.isPresent() && tell && !told && accountId != null && !doctor.left()) {
                events.publishEvent(new HostTrouble(doctor.id(), accountId, date, visits, problem.get()));
            }
        });
    }

    private sealed interface Judgement {
        record Works() implements Judgement {}

        record Fails(MeetingProblem why) implements Judgement {}

        record NotKnown() implements Judgement {}
    }

    private static Judgement judged(ZoomAnswer answer) {
        return switch (answer) {
            case ZoomAnswer.Done done -> {
                String status = done.text("status");
                yield status == null || status.equals("active")
                        ? new Judgement.Works()
                        : new Judgement.Fails(MeetingProblem.HOST_UNUSABLE);
            }
            case ZoomAnswer.NotConnected(var why) -> new Judgement.Fails(why);
            case ZoomAnswer.TokenRefused() -> new Judgement.Fails(MeetingProblem.NEEDS_RECONNECT);
            case ZoomAnswer.ScopesMissing() -> new Judgement.Fails(MeetingProblem.MISSING_SCOPES);
            case ZoomAnswer.AppRefused() -> new Judgement.Fails(MeetingProblem.APP_REFUSED);
            case ZoomAnswer.HostUnusable() -> new Judgement.Fails(MeetingProblem.HOST_UNUSABLE);
            case ZoomAnswer.NotSent(),
                    ZoomAnswer.Lost(),
                    ZoomAnswer.TooFast _,
                    ZoomAnswer.DayIsFull _,
                    ZoomAnswer.AccountDayIsFull _,
                    ZoomAnswer.NotOurTurn _,
                    ZoomAnswer.NoSuchMeeting(),
                    ZoomAnswer.NotTheHost(),
                    ZoomAnswer.InProgress(),
                    ZoomAnswer.Over(),
                    ZoomAnswer.Inaccessible(),
                    ZoomAnswer.Rejected() -> new Judgement.NotKnown();
        };
    }
}
