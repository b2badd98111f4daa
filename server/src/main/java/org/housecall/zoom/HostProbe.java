package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.Marker;
import org.housecall.meetings.MeetingProblem;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.meetings.VideoProvider.Wish;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.LiveUpdates;
import org.housecall.zoom.Probes.Probe;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes one meeting on trial with a new connection, or as a user of the clinic's account whom a doctor was mapped to,
 * compares it with what we asked for, and deletes it: so that what the account has locked or does not allow is known before
 * a visit needs it. It costs one of the host's 100 writes a day. The marker is committed first, as with every meeting of
 * ours, so that none is left behind unknown.
 */
@Component
class HostProbe implements Job {

    private static final String KIND = "probe-connection";

    /** Who is connected or mapped again within a day after a good trial is not tried again. */
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final Duration LOOKED_FOR = Duration.ofMinutes(10);
    private static final Duration NOT_LISTED_YET = Duration.ofMinutes(1);

    private final ZoomApps apps;
    private final Connections connections;
    private final MappedUsers users;
    private final Probes probes;
    private final ZoomMeetings meetings;
    private final HostAccess access;
    private final ZoomClient zoom;
    private final Jobs jobs;
    private final LiveUpdates live;
    private final Clock clock;

    HostProbe(
            ZoomApps apps,
            Connections connections,
            MappedUsers users,
            Probes probes,
            ZoomMeetings meetings,
            HostAccess access,
            ZoomClient zoom,
            Jobs jobs,
            LiveUpdates live,
            Clock clock) {
        this.apps = apps;
        this.connections = connections;
        this.users = users;
        this.probes = probes;
        this.meetings = meetings;
        this.access = access;
        this.zoom = zoom;
        this.jobs = jobs;
        this.live = live;
        this.clock = clock;
    }

    /** Enqueues a trial in the caller's transaction. */
    static void enqueue(Jobs jobs, UUID hostId, Instant now) {
        jobs.enqueue(KIND, hostId, now.toEpochMilli());
    }

    /** Tries once more, whatever is known. */
    void again(Connection connection) {
        probes.forget(connection.id());
        enqueue(jobs, connection.id(), clock.instant());
    }

    /** Enqueues a trial of an account's user in the caller's transaction, unless there was one; once for all who share it. */
    void once(UUID appId, MappedUsers.Mapped user) {
        if (probes.add(user.hostId(appId), user.in(appId))) {
            jobs.enqueue(KIND, user.hostId(appId), 0);
        }
    }

    /** As {@link #once}, because a doctor is mapped to the user now: also where the last one was long ago, or found something. */
    void anew(UUID appId, MappedUsers.Mapped user) {
        probes.addAgain(user.hostId(appId), user.in(appId));
        enqueue(jobs, user.hostId(appId), clock.instant());
    }

    /** Tries an account's user once more, whatever is known. */
    void again(UUID appId, MappedUsers.Mapped user) {
        probes.forget(user.hostId(appId));
        anew(appId, user);
    }

    /** A meeting was made; true where it is one on trial of this app's. Where nobody is at it any more, it is deleted soon. */
    boolean created(ZoomApp app, String ref, String topic) {
        Optional<UUID> hostId = probes.found(app.id(), Marker.in(topic), ref);
        hostId.ifPresent(id -> CurrentClinic.in(CurrentClinic.NONE, () -> {
            jobs.enqueueAt(KIND, id, 0, clock.instant().plus(LOOK_AGAIN));
            return id;
        }));
        return hostId.isPresent();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID hostId) {
        Optional<Subject> subject = subject(hostId);
        Next next = subject.map(this::run).orElseGet(Next.Done::new);
        subject.ifPresent(it -> live.publish("connection", it.id(), it.accountId()));
        if (next instanceof Next.Done && (subject.isEmpty() || isProbed(hostId))) {
            probes.forgetUser(hostId);
        }
        return next;
    }

    private boolean isProbed(UUID hostId) {
        return probes.of(hostId).map(Probe::probedAt).isPresent();
    }

    /**
     * What is tried out.
     *
     * @param hosts whether meetings may be made with it as things stand
     * @param accountId whose page shows what is found, besides the clinic's
     */
    private record Subject(
            UUID id,
            UUID appId,
            ZoomHost host,
            boolean hosts,
            @Nullable UUID accountId) {}

    /** None where a connection is over, whose next authorization has it looked at again, or an app is set up no longer. */
    private Optional<Subject> subject(UUID hostId) {
        return probes.user(hostId)
                .filter(user -> apps.find(user.appId()).isPresent())
                .map(user -> new Subject(hostId, user.appId(), user, true, null))
                .or(() -> connections
                        .find(hostId)
                        .filter(connection -> connection.status() == Connection.Status.CONNECTED)
                        .map(connection -> new Subject(
                                hostId,
                                connection.appId(),
                                new ZoomHost.Connected(hostId),
                                connection.problem() == null,
                                connection.accountId())));
    }

    private Next run(Subject subject) {
        Probe probe = probes.of(subject.id()).orElse(Probe.NONE);
        if (probe.marker() != null) {
            return cleanUp(subject, probe);
        }
        boolean known = probe.probedAt() != null
                && probe.foundNothingWrong()
                && probe.probedAt().isAfter(clock.instant().minus(GOOD_FOR));
        return known || !subject.hosts() ? new Next.Done() : tryOut(subject);
    }

    private Next tryOut(Subject subject) {
        ZoomHost host = subject.host();
        switch (access.call(
                host, Errand.soon(Errand.Operation.READ), token -> zoom.user(token, HostAccess.user(host)))) {
            case ZoomAnswer.NotOurTurn(var until) -> {
                return new Next.Again(until);
            }
            case ZoomAnswer.Done done -> ZoomUser.of(done).ifPresent(user -> noteType(host, user));
            case ZoomAnswer.Failure _ -> {} // the meeting tells more
        }
        String marker = Marker.next();
        if (!probes.begin(subject.id(), subject.appId(), marker)) {
            return soon();
        }
        return make(subject, marker);
    }

    private void noteType(ZoomHost host, ZoomUser user) {
        switch (host) {
            case ZoomHost.Connected(var id) -> connections.noteType(id, user);
            case ZoomHost.Mapped(var _, var name) -> users.noteType(name, user);
        }
    }

    private Next make(Subject subject, String marker) {
        Host host = subject.host().asHost();
        Wish wish = new Wish(clock.instant().plus(Duration.ofHours(1)), Duration.ofMinutes(30), ZoneOffset.UTC);
        return switch (meetings.create(host, wish, marker)) {
            case Answer.There(var room) -> {
                probes.made(subject.id(), room.ref(), room.differences());
                // Whoever lets us list shows here that what Zoom does not confirm would be found again.
                meetings.find(host, marker);
                yield cleanUp(subject, probes.of(subject.id()).orElse(Probe.NONE));
            }
            case Answer.Unknown() -> soon();
            case Answer.Refused(var why) -> refused(subject, why);
            case Answer.Later(var at, var _) -> {
                probes.gone(subject.id());
                yield new Next.Again(at);
            }
            case Answer.Disconnected(var why) -> disconnected(subject, why);
            case Answer.Gone() -> {
                probes.gone(subject.id());
                yield new Next.Done();
            }
        };
    }

    private Next refused(Subject subject, MeetingProblem why) {
        probes.refused(subject.id(), why);
        return new Next.Done();
    }

    /** A connection says so itself; an account's app that lacks scopes has no other place. */
    private Next disconnected(Subject subject, MeetingProblem why) {
        if (subject.host() instanceof ZoomHost.Mapped && why == MeetingProblem.MISSING_SCOPES) {
            return refused(subject, why);
        }
        probes.gone(subject.id());
        probes.forgetUser(subject.id());
        return new Next.Done();
    }

    private Next cleanUp(Subject subject, Probe probe) {
        if (probe.marker() == null) {
            return new Next.Done();
        }
        return probe.ref() == null ? lookFor(subject, probe) : delete(subject, probe.ref());
    }

    private Next lookFor(Subject subject, Probe probe) {
        Duration age = Duration.between(probe.begunAt() == null ? Instant.EPOCH : probe.begunAt(), clock.instant());
        return switch (meetings.find(subject.host().asHost(), String.valueOf(probe.marker()))) {
            case Answer.There(var room) -> {
                probes.made(subject.id(), room.ref(), room.differences());
                yield delete(subject, room.ref());
            }
            case Answer.Gone() -> {
                if (age.compareTo(NOT_LISTED_YET) < 0) {
                    yield soon();
                }
                probes.gone(subject.id());
                yield new Next.Again(clock.instant());
            }
            case Answer.Later(var at, var _) -> new Next.Again(at);
            // Nobody lets us look: Zoom's own notice tells, or it stays on record as one that may exist.
            case Answer.Unknown(), Answer.Refused _, Answer.Disconnected _ ->
                age.compareTo(LOOKED_FOR) < 0 ? soon() : new Next.Done();
        };
    }

    private Next delete(Subject subject, String ref) {
        return switch (meetings.delete(subject.host().asHost(), ref)) {
            case Answer.Gone() -> {
                probes.gone(subject.id());
                // Somebody has asked for another look meanwhile, or the answer that would have told was lost.
                yield isProbed(subject.id()) ? new Next.Done() : new Next.Again(clock.instant());
            }
            case Answer.Later(var at, var _) -> new Next.Again(at);
            case Answer.There _, Answer.Unknown(), Answer.Refused _, Answer.Disconnected _ -> new Next.Done();
        };
    }

    private Next soon() {
        return new Next.Again(clock.instant().plus(LOOK_AGAIN));
    }
}
