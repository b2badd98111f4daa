package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.MeetingEvents;
import org.housecall.meetings.MeetingProblem;
import org.springframework.stereotype.Service;

/**
 * Ends a connection: our tokens are wiped at once, whatever Zoom answers. Where meetings are removed first, a job sees to
 * it that what was begun comes to its end.
 */
@Service
public class Disconnecting implements Job {

    private static final String KIND = "end-connection";

    /** By then whoever began it is through with it, as a rule; that both are at it harms nothing. */
    private static final Duration CUT_OFF_AFTER = Duration.ofMinutes(1);

    private final ZoomApps apps;
    private final Connections connections;
    private final TokenEndpoint endpoint;
    private final MeetingEvents meetings;
    private final Observations observations;
    private final Clock clock;

    Disconnecting(
            ZoomApps apps,
            Connections connections,
            TokenEndpoint endpoint,
            MeetingEvents meetings,
            Observations observations,
            Clock clock) {
        this.apps = apps;
        this.connections = connections;
        this.endpoint = endpoint;
        this.meetings = meetings;
        this.observations = observations;
        this.clock = clock;
    }

    /**
     * Disconnects an account from the app that counts in the current clinic; from other clinics on the same app, too.
     *
     * @param removeMeetings whether to remove upcoming meetings from Zoom first, while that is still possible
     */
    public void disconnect(UUID accountId, boolean removeMeetings) {
        Connection connection = apps.effective(ZoomApp.Kind.GENERAL)
                .flatMap(app -> connections.of(app.id(), accountId))
                .orElse(null);
        if (connection == null) {
            return;
        }
        if (removeMeetings) {
            connections.noLongerHosts(connection);
            removeMeetings(connection);
        }
        end(connection);
    }

    private Optional<Instant> removeMeetings(Connection connection) {
        return meetings.removeUpcoming(connection.accountId(), new ZoomHost.Connected(connection.id()).asHost());
    }

    /** Enqueues, in the caller's transaction, that a connection's end is seen through. */
    static void enqueue(Jobs jobs, UUID connectionId, Instant now) {
        jobs.enqueueAt(KIND, connectionId, now.toEpochMilli(), now.plus(CUT_OFF_AFTER));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nothing, as a rule: the connection is gone, or was made anew. */
    @Override
    public Next run(UUID connectionId) {
        Connection cutOff = connections
                .find(connectionId)
                .filter(connection -> connection.problem() == MeetingProblem.NO_CONNECTION)
                .orElse(null);
        if (cutOff == null) {
            return new Next.Done();
        }
        Optional<Instant> later = removeMeetings(cutOff);
        if (later.isPresent()) {
            return new Next.Again(later.get());
        }
        end(cutOff);
        return new Next.Done();
    }

    /** Wipes a connection's tokens, and revokes them at Zoom if that answers. */
    void end(Connection connection) {
        // Read again: removing meetings may have renewed the tokens.
        Optional<Connection> current = connections.find(connection.id());
        Held held = current.map(this::held).orElse(Held.NOTHING);
        connections.disconnect(connection);
        observations.note(connection.appId(), Observation.Fact.DISCONNECTED);
        revoke(connection, held);
    }

    /**
     * Zoom ends earlier authorizations of the same client id by itself, and leaves those of an app's other pair alone. What
     * a new authorization takes the place of is revoked before, so that no tokens are left which nobody has.
     */
    void revokeOtherPair(ZoomApp app, UUID accountId, ZoomUser user) {
        Stream.of(connections.of(app.id(), accountId), connections.ofZoomUser(app.id(), user.id()))
                .flatMap(Optional::stream)
                .filter(connection -> !connection.clientId().equals(app.clientId()))
                .distinct()
                .forEach(connection -> revoke(connection, held(connection)));
    }

    private Held held(Connection connection) {
        return new Held(
                Optional.of(connection)
                        .filter(it -> it.isGoodUntil(clock.instant(), -1))
                        .map(connections::accessToken)
                        .map(AccessToken::value),
                connections.refreshToken(connection));
    }

    private void revoke(Connection connection, Held held) {
        apps.find(connection.appId(), connection.clientId())
                .ifPresent(app -> held.access()
                        .or(() -> held.refresh().flatMap(token -> renewed(app, token)))
                        .ifPresent(token -> endpoint.revoke(app, token)));
    }

    /** Zoom revokes by a valid access token only. */
    private Optional<String> renewed(ZoomApp app, String refreshToken) {
        return endpoint.refresh(app, refreshToken) instanceof TokenAnswer.Granted(var tokens)
                ? Optional.of(tokens.access())
                : Optional.empty();
    }

    /** The tokens of a connection, as long as there is one. */
    private record Held(Optional<String> access, Optional<String> refresh) {

        private static final Held NOTHING = new Held(Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "Held[…]";
        }
    }
}
