package org.housecall.zoom;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.housecall.jobs.Job;
import org.housecall.meetings.MeetingEvents;
import org.housecall.meetings.MeetingProblem;
import org.housecall.meetings.VideoProvider.Host;
import org.springframework.stereotype.Component;

/** Does what follows from a notification: in any order, and again where it was cut off. */
@Component
class EventFollowing implements Job {

    static final String KIND = "follow-zoom-event";

    private final ZoomEvents events;
    private final ZoomApps apps;
    private final Connections connections;
    private final Relinks relinks;
    private final HostProbe probe;
    private final MeetingEvents meetings;
    private final HostAccess access;
    private final Observations observations;
    private final ZoomClient zoom;

    EventFollowing(
            ZoomEvents events,
            ZoomApps apps,
            Connections connections,
            Relinks relinks,
            HostProbe probe,
            MeetingEvents meetings,
            HostAccess access,
            Observations observations,
            ZoomClient zoom) {
        this.events = events;
        this.apps = apps;
        this.connections = connections;
        this.relinks = relinks;
        this.probe = probe;
        this.meetings = meetings;
        this.access = access;
        this.observations = observations;
        this.zoom = zoom;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID id) {
        events.find(id).ifPresent(event -> {
            apps.find(event.appId()).ifPresent(app -> follow(app, event));
            events.remove(id);
        });
        return new Next.Done();
    }

    private void follow(ZoomApp app, ZoomEvent event) {
        if (event.kind().scope() != null) {
            observations.scopeUsed(app.id(), event.kind().scope());
        }
        Predicate<Host> sender = speaksFor(app);
        switch (event.kind()) {
            case CREATED -> {
                String marker = Objects.requireNonNull(event.marker());
                if (!probe.created(app, ref(event), marker)) {
                    meetings.created(ref(event), marker, sender);
                }
            }
            case CHANGED -> meetings.changed(ref(event), sender);
            case STARTED -> meetings.started(ref(event), event.occurredAt(), sender);
            case ENDED -> meetings.ended(ref(event), event.occurredAt(), sender);
            case WAITING -> meetings.waiting(ref(event), event.occurredAt(), sender.and(this::maySeeWaiting));
            case WAITING_NO_MORE ->
                meetings.waitingNoMore(ref(event), event.occurredAt(), sender.and(this::maySeeWaiting));
            case DEAUTHORIZED -> deauthorized(app, event);
        }
    }

    private static String ref(ZoomEvent event) {
        return Objects.requireNonNull(event.meetingRef());
    }

    /** Who holds an app's secret can say anything about any meeting; it counts for the meetings that this app makes alone. */
    private Predicate<Host> speaksFor(ZoomApp app) {
        return host -> appOf(ZoomHost.of(host)).filter(app.id()::equals).isPresent();
    }

    private Optional<UUID> appOf(ZoomHost host) {
        return switch (host) {
            case ZoomHost.Connected(var id) -> connections.find(id).map(Connection::appId);
            case ZoomHost.Mapped(var appId, var _) -> Optional.of(appId);
        };
    }

    private boolean maySeeWaiting(Host host) {
        return access.isGranted(ZoomHost.of(host), Scope.SEE_WAITING);
    }

    /** The app was removed in Zoom. */
    private void deauthorized(ZoomApp app, ZoomEvent event) {
        String user = Objects.requireNonNull(event.zoomUser());
        relinks.ofZoomUser(app.id(), user)
                .filter(relink ->
                        !relink.begunAt().truncatedTo(ChronoUnit.MILLIS).isAfter(event.occurredAt()))
                .ifPresent(relinks::take);
        connections.ofZoomUser(app.id(), user).ifPresent(connection -> {
            if (connection.problem() == MeetingProblem.RELINKED) {
                // The authorization that was removed is another account's; this one's ended when that began.
                connections.forgetEmail(connection);
            } else if (isMeant(connection, event)) {
                connections.lose(connection, Connection.Reason.REMOVED_IN_ZOOM);
                observations.note(app.id(), Observation.Fact.DEAUTHORIZED);
            }
        });
    }

    /** Our own disconnect has this sent, too, and it may arrive after the doctor has connected again: then Zoom is asked. */
    private boolean isMeant(Connection connection, ZoomEvent event) {
        if (!connection.connectedAt().truncatedTo(ChronoUnit.MILLIS).isAfter(event.occurredAt())) {
            return true;
        }
        ZoomAnswer answer = access.call(new ZoomHost.Connected(connection.id()), token -> zoom.user(token, "me"));
        return answer instanceof ZoomAnswer.TokenRefused || answer instanceof ZoomAnswer.NotConnected;
    }
}
