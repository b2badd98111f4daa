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
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.meetings.VideoProvider.Wish;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.LiveUpdates;
import org.housecall.zoom.Probes.Probe;
import org.springframework.stereotype.Component;

/**
 * Makes one meeting on trial with a new connection, compares it with what we asked for, and deletes it: so that what the
 * account has locked or does not allow is known before a visit needs it. It costs one of the host's 100 writes a day.
 * The marker is committed first, as with every meeting of ours, so that none is left behind unknown.
 */
@Component
class HostProbe implements Job {

    private static final String KIND = "probe-connection";

    /** Who reconnects within a day after a good trial is not tried again. */
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final Duration LOOKED_FOR = Duration.ofMinutes(10);
    private static final Duration NOT_LISTED_YET = Duration.ofMinutes(1);

    private final Connections connections;
    private final Probes probes;
    private final ZoomMeetings meetings;
    private final HostAccess access;
    private final ZoomClient zoom;
    private final Jobs jobs;
    private final LiveUpdates live;
    private final Clock clock;

    HostProbe(
            Connections connections,
            Probes probes,
            ZoomMeetings meetings,
            HostAccess access,
            ZoomClient zoom,
            Jobs jobs,
            LiveUpdates live,
            Clock clock) {
        this.connections = connections;
        this.probes = probes;
        this.meetings = meetings;
        this.access = access;
        this.zoom = zoom;
        this.jobs = jobs;
        this.live = live;
        this.clock = clock;
    }

    /** Enqueues a trial in the caller's transaction. */
    static void enqueue(Jobs jobs, UUID connectionId, Instant now) {
        jobs.enqueue(KIND, connectionId, now.toEpochMilli());
    }

    /** Tries once more, whatever is known. */
    void again(Connection connection) {
        probes.forget(connection.id());
        enqueue(jobs, connection.id(), clock.instant());
    }

    /** A meeting was made; true where it is one on trial of this app's. Where nobody is at it any more, it is deleted soon. */
    boolean created(ZoomApp app, String ref, String topic) {
        Optional<UUID> connectionId = probes.found(app.id(), Marker.in(topic), ref);
        connectionId.ifPresent(id -> CurrentClinic.in(CurrentClinic.NONE, () -> {
            jobs.enqueueAt(KIND, id, 0, clock.instant().plus(LOOK_AGAIN));
            return id;
        }));
        return connectionId.isPresent();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID connectionId) {
        Connection connection = connections.find(connectionId).orElse(null);
        if (connection == null || connection.status() != Connection.Status.CONNECTED) {
            return new Next.Done(); // its next authorization has it looked at again
        }
        Probe probe = probes.of(connectionId).orElse(Probe.NONE);
        if (probe.marker() != null) {
            return cleanUp(connection, probe);
        }
        boolean known = probe.probedAt() != null
                && probe.foundNothingWrong()
                && probe.probedAt().isAfter(clock.instant().minus(GOOD_FOR));
        return known || connection.problem() != null ? new Next.Done() : tryOut(connection);
    }

    private Next tryOut(Connection connection) {
        ZoomHost host = new ZoomHost.Connected(connection.id());
        if (access.call(host, token -> zoom.user(token, "me")) instanceof ZoomAnswer.Done done) {
            ZoomUser.of(done).ifPresent(user -> connections.noteType(connection, user));
        }
        String marker = Marker.next();
        if (!probes.begin(connection, marker)) {
            return soon();
        }
        Wish wish = new Wish(clock.instant().plus(Duration.ofHours(1)), Duration.ofMinutes(30), ZoneOffset.UTC);
        Next next = switch (meetings.create(host.asHost(), wish, marker)) {
            case Answer.There(var room) -> {
                probes.made(connection.id(), room.ref(), room.differences());
                yield cleanUp(connection, probes.of(connection.id()).orElse(Probe.NONE));
            }
            case Answer.Unknown() -> soon();
            case Answer.Refused(var why) -> {
                probes.refused(connection.id(), why);
                yield new Next.Done();
            }
            case Answer.Later(var at, var _) -> {
                probes.gone(connection.id());
                yield new Next.Again(at);
            }
            case Answer.Disconnected _, Answer.Gone() -> {
                probes.gone(connection.id());
                yield new Next.Done();
            }
        };
        live.publish("connection", connection.id(), connection.accountId());
        return next;
    }

    private Next cleanUp(Connection connection, Probe probe) {
        Host host = new ZoomHost.Connected(connection.id()).asHost();
        if (probe.marker() == null) {
            return new Next.Done();
        }
        return probe.ref() == null ? lookFor(connection, host, probe) : delete(connection, host, probe.ref());
    }

    private Next lookFor(Connection connection, Host host, Probe probe) {
        Duration age = Duration.between(probe.begunAt() == null ? Instant.EPOCH : probe.begunAt(), clock.instant());
        return switch (meetings.find(host, String.valueOf(probe.marker()))) {
            case Answer.There(var room) -> {
                probes.made(connection.id(), room.ref(), room.differences());
                yield delete(connection, host, room.ref());
            }
            case Answer.Gone() -> {
                if (age.compareTo(NOT_LISTED_YET) < 0) {
                    yield soon();
                }
                probes.gone(connection.id());
                yield new Next.Again(clock.instant());
            }
            case Answer.Later(var at, var _) -> new Next.Again(at);
            // Nobody lets us look: Zoom's own notice tells, or it stays on record as one that may exist.
            case Answer.Unknown(), Answer.Refused _, Answer.Disconnected _ ->
                age.compareTo(LOOKED_FOR) < 0 ? soon() : new Next.Done();
        };
    }

    private Next delete(Connection connection, Host host, String ref) {
        return switch (meetings.delete(host, ref)) {
            case Answer.Gone() -> {
                probes.gone(connection.id());
                yield new Next.Done();
            }
            case Answer.Later(var at, var _) -> new Next.Again(at);
            case Answer.There _, Answer.Unknown(), Answer.Refused _, Answer.Disconnected _ -> new Next.Done();
        };
    }

    private Next soon() {
        return new Next.Again(clock.instant().plus(LOOK_AGAIN));
    }
}
