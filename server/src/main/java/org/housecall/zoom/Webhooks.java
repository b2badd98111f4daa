package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.housecall.meetings.MeetingEvents;
import org.housecall.meetings.MeetingProblem;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * What Zoom tells of its own accord: late, doubled and out of order at times, and about all meetings of a doctor, private
 * ones too. So nothing of it is stored, and what it says about a meeting is a hint to look.
 */
@Service
public class Webhooks {

    /** Where Zoom delivers; an app's id follows. */
    public static final String PATH = "/zoom/webhooks/";

    private final ZoomApps apps;
    private final Deliveries deliveries;
    private final Connections connections;
    private final Relinks relinks;
    private final HostProbe probe;
    private final MeetingEvents meetings;
    private final HostAccess access;
    private final ZoomClient zoom;
    private final Clock clock;

    Webhooks(
            ZoomApps apps,
            Deliveries deliveries,
            Connections connections,
            Relinks relinks,
            HostProbe probe,
            MeetingEvents meetings,
            HostAccess access,
            ZoomClient zoom,
            Clock clock) {
        this.apps = apps;
        this.deliveries = deliveries;
        this.connections = connections;
        this.relinks = relinks;
        this.probe = probe;
        this.meetings = meetings;
        this.access = access;
        this.zoom = zoom;
        this.clock = clock;
    }

    /** The headers that Zoom sends along. */
    public record Headers(
            @Nullable String signature,
            @Nullable String timestamp,
            @Nullable String requestId) {}

    /** Our proof that we hold the secret. */
    public record Challenge(String plainToken, String encryptedToken) {}

    /** When Zoom last told us something, signed with the app's secret. */
    public Optional<Instant> lastHeard(UUID appId) {
        return deliveries.latest(appId);
    }

    /** Takes a delivery. A challenge is answered only where it is signed itself: else we would sign for anyone. */
    public Optional<Challenge> receive(UUID appId, Headers headers, byte[] body) {
        ZoomApp app = apps.find(appId).orElseThrow(Problem::notFound);
        // Zoom repeats what it got a 5xx for, and gives up on a 4xx: a missing secret is our omission.
        String secret = apps.webhookSecret(appId)
                .orElseThrow(() -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, "zoom-webhook-secret-missing"));
        if (!WebhookSignature.matches(secret, headers.signature(), headers.timestamp(), body, clock.instant())) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "zoom-webhook-unsigned");
        }
        JsonNode event = Fields.object(body);
        if ("endpoint.url_validation".equals(Fields.text(event, "event"))) {
            return Optional.ofNullable(Fields.text(event.path("payload"), "plainToken"))
                    .map(token -> new Challenge(
                            token, WebhookSignature.hmac(secret, token.getBytes(StandardCharsets.UTF_8))));
        }
        Deliveries.Delivery delivery = Deliveries.Delivery.of(appId, headers.requestId(), body);
        if (!deliveries.known(delivery)) {
            handle(app, event);
            // Only now: what failed half-way is to be delivered again, and doing it twice does no harm.
            deliveries.remember(delivery);
        }
        return Optional.empty();
    }

    private void handle(ZoomApp app, JsonNode event) {
        JsonNode payload = event.path("payload");
        JsonNode object = payload.path("object");
        // Text in some events, a number in others.
        String ref = Optional.ofNullable(Fields.text(object, "id"))
                .filter(id -> id.matches("\\d{1,20}"))
                .orElse(null);
        switch (String.valueOf(Fields.text(event, "event"))) {
            case "app_deauthorized" -> deauthorized(app, payload, occurred(event, payload, "deauthorization_time"));
            case "meeting.created" -> {
                String topic = Fields.text(object, "topic");
                if (ref != null && topic != null && !probe.created(app, ref, topic)) {
                    meetings.created(ref, topic, speaksFor(app));
                }
            }
            case "meeting.updated", "meeting.deleted", "meeting.permanently_deleted", "meeting.recovered" -> {
                if (ref != null) {
                    meetings.changed(ref, speaksFor(app));
                }
            }
            case "meeting.started" -> {
                if (ref != null) {
                    meetings.started(ref, occurred(event, object, "start_time"), speaksFor(app));
                }
            }
            case "meeting.ended" -> {
                if (ref != null) {
                    meetings.ended(ref, occurred(event, object, "end_time"), speaksFor(app));
                }
            }
            default -> {}
        }
    }

    /** Who holds an app's secret can say anything about any meeting; it counts for the meetings of that app's owner alone. */
    private Predicate<Host> speaksFor(ZoomApp app) {
        return host -> appOf(ZoomHost.of(host))
                .filter(hosting -> Objects.equals(hosting.clinicId(), app.clinicId()))
                .isPresent();
    }

    private Optional<ZoomApp> appOf(ZoomHost host) {
        return switch (host) {
            case ZoomHost.Connected(var id) ->
                connections.find(id).flatMap(connection -> apps.find(connection.appId()));
            case ZoomHost.Mapped(var appId, var _) -> apps.find(appId);
        };
    }

    /** The app was removed in Zoom. */
    private void deauthorized(ZoomApp app, JsonNode payload, Instant occurred) {
        String user = Fields.text(payload, "user_id");
        String clientId = Fields.text(payload, "client_id");
        if (user == null || (clientId != null && !clientId.equals(app.clientId()))) {
            return;
        }
        relinks.ofZoomUser(app.id(), user)
                .filter(relink ->
                        !relink.begunAt().truncatedTo(ChronoUnit.MILLIS).isAfter(occurred))
                .ifPresent(relinks::take);
        connections.ofZoomUser(app.id(), user).ifPresent(connection -> {
            if (connection.problem() == MeetingProblem.RELINKED) {
                // The authorization that was removed is another account's; this one's ended when that began.
                connections.forgetEmail(connection);
            } else if (isMeant(connection, occurred)) {
                connections.lose(connection, Connection.Reason.REMOVED_IN_ZOOM);
            }
        });
    }

    /** Our own disconnect has this sent, too, and it may arrive after the doctor has connected again: then Zoom is asked. */
    private boolean isMeant(Connection connection, Instant occurred) {
        if (!connection.connectedAt().truncatedTo(ChronoUnit.MILLIS).isAfter(occurred)) {
            return true;
        }
        ZoomAnswer answer = access.call(new ZoomHost.Connected(connection.id()), token -> zoom.user(token, "me"));
        return answer instanceof ZoomAnswer.TokenRefused || answer instanceof ZoomAnswer.NotConnected;
    }

    /**
     * In milliseconds, beside the payload or, in some notifications, inside it. The fields in words count whole seconds
     * only, too coarse to tell a restart from the end before it.
     */
    private Instant occurred(JsonNode event, JsonNode object, String field) {
        long millis = Fields.number(event, "event_ts")
                .orElse(Fields.number(event.path("payload"), "event_ts").orElse(0));
        return millis > 0 ? Instant.ofEpochMilli(millis) : time(object, field).orElseGet(clock::instant);
    }

    private static Optional<Instant> time(JsonNode object, String field) {
        try {
            return Optional.ofNullable(Fields.text(object, field))
                    .filter(text -> !text.isEmpty())
                    .map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
