package org.housecall.zoom;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.housecall.meetings.MeetingEvents;
import org.springframework.stereotype.Service;

/** Ends a connection: our tokens are wiped at once, whatever Zoom answers. */
@Service
public class Disconnecting {

    private final ZoomApps apps;
    private final Connections connections;
    private final TokenEndpoint endpoint;
    private final MeetingEvents meetings;
    private final Clock clock;

    Disconnecting(ZoomApps apps, Connections connections, TokenEndpoint endpoint, MeetingEvents meetings, Clock clock) {
        this.apps = apps;
        this.connections = connections;
        this.endpoint = endpoint;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * Disconnects an account from the app that counts in the current clinic; from other clinics on the same app, too.
     *
     * @param removeMeetings whether to remove upcoming meetings from Zoom first, while that is still possible
     */
    public void disconnect(UUID accountId, boolean removeMeetings) {
        ZoomApp app = apps.effective(ZoomApp.Kind.GENERAL).orElse(null);
        Connection connection =
                app == null ? null : connections.of(app.id(), accountId).orElse(null);
        if (app == null || connection == null) {
            return;
        }
        if (removeMeetings) {
            connections.noLongerHosts(connection);
            meetings.removeUpcoming(accountId, new ZoomHost.Connected(connection.id()).asHost());
        }
        end(app, connection);
    }

    /** Wipes a connection's tokens, and revokes them at Zoom if that answers. */
    void end(ZoomApp app, Connection connection) {
        // Read again: removing meetings may have renewed the tokens.
        Optional<Connection> current = connections.find(connection.id());
        Optional<String> accessToken = current.filter(it -> it.isGoodUntil(clock.instant(), -1))
                .map(connections::accessToken)
                .map(AccessToken::value);
        Optional<String> refreshToken = current.flatMap(connections::refreshToken);
        connections.disconnect(connection);
        accessToken
                .or(() -> refreshToken.flatMap(token -> renewed(app, token)))
                .ifPresent(token -> endpoint.revoke(app, token));
    }

    /** Zoom revokes by a valid access token only. */
    private Optional<String> renewed(ZoomApp app, String refreshToken) {
        return endpoint.refresh(app, refreshToken) instanceof TokenAnswer.Granted(var tokens)
                ? Optional.of(tokens.access())
                : Optional.empty();
    }
}
