package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.housecall.meetings.MeetingProblem;
import org.springframework.stereotype.Service;

/**
 * Access tokens of connections, renewed early. Zoom replaces the refresh token with each renewal and never repeats an
 * answer, so a pair is committed before it is first used, and nobody renews what another has renewed already.
 */
@Service
class ConnectionTokens {

    static final long NONE_REFUSED = -1;

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(30);

    private final Connections connections;
    private final ZoomApps apps;
    private final TokenEndpoint endpoint;
    private final SharedRefresh refreshes;
    private final Clock clock;

    ConnectionTokens(
            Connections connections, ZoomApps apps, TokenEndpoint endpoint, SharedRefresh refreshes, Clock clock) {
        this.connections = connections;
        this.apps = apps;
        this.endpoint = endpoint;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    TokenUse accessToken(UUID connectionId) {
        return accessTokenBut(connectionId, NONE_REFUSED);
    }

    /** As {@link #accessToken}, but one that is good for so long at least, so that nobody has to renew it before. */
    TokenUse keepFor(UUID connectionId, Duration time) {
        return token(connectionId, time, NONE_REFUSED);
    }

    /** As {@link #accessToken}, but newer than the version that Zoom has just refused. */
    TokenUse accessTokenBut(UUID connectionId, long refusedVersion) {
        return token(connectionId, EARLY, refusedVersion);
    }

    private TokenUse token(UUID connectionId, Duration early, long refusedVersion) {
        return refreshes.token(
                connectionId.toString(),
                () -> goodFor(early, connectionId, refusedVersion),
                () -> goodFor(LAST_MOMENT, connectionId, refusedVersion),
                () -> renew(connectionId, refusedVersion));
    }

    /**
     * Zoom refuses even a token it has just given: the authorization is over, whatever it says at the token endpoint. False
     * where that is not the newest token any more.
     */
    boolean giveUp(UUID connectionId, long refusedVersion) {
        return connections
                .find(connectionId)
                .filter(connection -> connection.tokenVersion() == refusedVersion)
                .map(connections::refusedByZoom)
                .orElse(false);
    }

    private Optional<TokenUse> goodFor(Duration time, UUID id, long refusedVersion) {
        Optional<Connection> connection = connections.find(id);
        if (connection.isEmpty()) {
            return unusable(new ZoomAnswer.NotConnected(MeetingProblem.NO_CONNECTION));
        }
        if (connection.get().status() == Connection.Status.NEEDS_RECONNECT) {
            MeetingProblem problem = connection.get().problem();
            return unusable(new ZoomAnswer.NotConnected(problem == null ? MeetingProblem.NEEDS_RECONNECT : problem));
        }
        return connection
                .filter(it -> it.isGoodUntil(clock.instant().plus(time), refusedVersion))
                .map(connections::accessToken)
                .map(TokenUse.Usable::new);
    }

    private Optional<TokenUse> renew(UUID id, long refusedVersion) {
        Connection connection = connections.find(id).orElse(null);
        if (connection == null) {
            return unusable(new ZoomAnswer.NotConnected(MeetingProblem.NO_CONNECTION));
        }
        ZoomApp app = apps.find(connection.appId(), connection.clientId()).orElse(null);
        if (app == null) {
            return unusable(new ZoomAnswer.NotConnected(MeetingProblem.NO_APP));
        }
        String refreshToken = connections.refreshToken(connection).orElse(null);
        if (refreshToken == null) {
            return refusedByZoom(connection);
        }
        return switch (refreshTwiceIfLost(app, refreshToken)) {
            case TokenAnswer.Granted(var tokens) ->
                connections.refreshed(connection, tokens)
                        ? goodFor(Duration.ZERO, id, refusedVersion)
                        : Optional.empty();
            case TokenAnswer.GrantRefused() -> refusedByZoom(connection);
            // Our own credentials are wrong; that is no connection's fault.
            case TokenAnswer.ClientRefused() -> meanwhile(id, refusedVersion, new ZoomAnswer.AppRefused());
            case TokenAnswer.Lost() -> meanwhile(id, refusedVersion, new ZoomAnswer.NotSent());
            case TokenAnswer.Later(var at) -> meanwhile(id, refusedVersion, new ZoomAnswer.TooFast(at));
        };
    }

    /** After a lost answer Zoom may know the old token or only a new one that nobody has. Sending the old one again tells. */
    private TokenAnswer refreshTwiceIfLost(ZoomApp app, String refreshToken) {
        TokenAnswer answer = endpoint.refresh(app, refreshToken);
        return answer instanceof TokenAnswer.Lost ? endpoint.refresh(app, refreshToken) : answer;
    }

    private Optional<TokenUse> meanwhile(UUID id, long refusedVersion, ZoomAnswer.Failure otherwise) {
        return goodFor(LAST_MOMENT, id, refusedVersion).or(() -> unusable(otherwise));
    }

    /** Empty where the connection was renewed in the meantime, so that Zoom's refusal was about a token of the past. */
    private Optional<TokenUse> refusedByZoom(Connection connection) {
        return connections.refusedByZoom(connection)
                ? unusable(new ZoomAnswer.NotConnected(MeetingProblem.NEEDS_RECONNECT))
                : Optional.empty();
    }

    private static Optional<TokenUse> unusable(ZoomAnswer.Failure why) {
        return Optional.of(new TokenUse.Unusable(why));
    }
}
