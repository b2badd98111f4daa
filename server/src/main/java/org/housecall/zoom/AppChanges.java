package org.housecall.zoom;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up and removes Zoom apps, with what that means for connections and meetings. */
@Service
public class AppChanges {

    private final ZoomApps apps;
    private final WebhookSecrets webhookSecrets;
    private final Connections connections;
    private final Relinks relinks;
    private final AccountTokens accountTokens;
    private final Deliveries deliveries;
    private final ZoomEvents zoomEvents;
    private final Observations observations;
    private final HostingChanges hosting;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    AppChanges(
            ZoomApps apps,
            WebhookSecrets webhookSecrets,
            Connections connections,
            Relinks relinks,
            AccountTokens accountTokens,
            Deliveries deliveries,
            ZoomEvents zoomEvents,
            Observations observations,
            HostingChanges hosting,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.apps = apps;
        this.webhookSecrets = webhookSecrets;
        this.connections = connections;
        this.relinks = relinks;
        this.accountTokens = accountTokens;
        this.deliveries = deliveries;
        this.zoomEvents = zoomEvents;
        this.observations = observations;
        this.hosting = hosting;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** One app's wish: other credentials, or none. */
    public record Change(ZoomApp.Kind kind, Optional<ZoomApps.AppCredentials> credentials) {}

    /** Changes an owner's apps, all or none. Fails with field errors where a secret is needed and not there. */
    public void apply(UUID owner, List<Change> changes) {
        transactions.executeWithoutResult(_ -> {
            for (Change change : changes) {
                apply(owner, change);
            }
            audit.record(Action.ZOOM_APP_CHANGED, null);
            hosting.ofOwner(owner);
            events.publishEvent(new ZoomApp.Changed());
        });
    }

    /** Ends the rotation of a webhook secret: from now on the current one alone is accepted. */
    public void endRotation(UUID owner, ZoomApp.Kind kind) {
        transactions.executeWithoutResult(_ -> {
            webhookSecrets.forgetPrevious(ZoomApp.idOf(owner, kind));
            audit.record(Action.ZOOM_APP_CHANGED, null);
        });
    }

    /** Whether an app's notifications of patients who wait are followed. */
    public void wantWaitingRoomEvents(UUID owner, ZoomApp.Kind kind, boolean wanted) {
        transactions.executeWithoutResult(_ -> {
            apps.wantWaitingRoomEvents(ZoomApp.idOf(owner, kind), wanted);
            audit.record(Action.ZOOM_APP_CHANGED, null);
            events.publishEvent(new ZoomApp.Changed());
        });
    }

    /** Whether an app asks to list meetings. */
    public void wantMeetingList(UUID owner, ZoomApp.Kind kind, boolean wanted) {
        transactions.executeWithoutResult(_ -> {
            apps.wantMeetingList(ZoomApp.idOf(owner, kind), wanted);
            audit.record(Action.ZOOM_APP_CHANGED, null);
            events.publishEvent(new ZoomApp.Changed());
        });
    }

    /** One of an app's pairs; a secret left out stays as it is stored for that client id. */
    public record EnteredPair(String clientId, @Nullable String clientSecret) {

        @Override
        public String toString() {
            return "EnteredPair[" + clientId + "]";
        }
    }

    /**
     * Stores both pairs of a General App, and which of them new authorizations use. Connections stay that were made with
     * one of the two, whichever is in use. Fails with field errors where a secret is needed and not there.
     */
    public void changePairs(
            UUID owner, EnteredPair production, @Nullable EnteredPair development, ZoomApps.Pair inUse) {
        if (development != null && development.clientId().equals(production.clientId())) {
            throw Problem.invalid("development.clientId", "zoom.app.pair.same");
        }
        if (development == null && inUse == ZoomApps.Pair.DEVELOPMENT) {
            throw Problem.invalid("inUse", "zoom.app.pair.missing");
        }
        UUID id = ZoomApp.idOf(owner, ZoomApp.Kind.GENERAL);
        transactions.executeWithoutResult(_ -> {
            ZoomApps.Pairs before =
                    apps.pairs(id).orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "zoom-app-missing"));
            ZoomApps.Credentials complete = complete(id, "production", production);
            ZoomApps.Credentials other = development == null ? null : complete(id, "development", development);
            apps.savePairs(id, complete, other, inUse);
            if (!before.has(production.clientId())) {
                forgetWhatWasDelivered(id);
            }
            dropOrphans(id);
            audit.record(Action.ZOOM_APP_CHANGED, null);
            hosting.ofOwner(owner);
            events.publishEvent(new ZoomApp.Changed());
        });
    }

    private ZoomApps.Credentials complete(UUID id, String section, EnteredPair entered) {
        String secret = Optional.ofNullable(entered.clientSecret())
                .or(() -> apps.clientSecret(id, entered.clientId()))
                .orElseThrow(() -> Problem.invalid(section + ".clientSecret", "zoom.app.client-secret.required"));
        return new ZoomApps.Credentials(entered.clientId(), secret);
    }

    private void apply(UUID owner, Change change) {
        UUID id = ZoomApp.idOf(owner, change.kind());
        Optional<ZoomApps.Pairs> before = apps.pairs(id);
        Optional<ZoomApps.AppCredentials> credentials = change.credentials();
        credentials.ifPresent(entered -> requireSecret(change.kind(), before, entered));
        before.ifPresent(pairs -> dropWhatBelongsTo(id, pairs, credentials));
        credentials.ifPresentOrElse(
                entered -> apps.save(owner, change.kind(), entered), () -> apps.remove(owner, change.kind()));
        dropOrphans(id);
    }

    /** Tokens belong to the client id they were given to: where that is stored no longer they are worth nothing, and are wiped. */
    private void dropOrphans(UUID appId) {
        Predicate<String> stored =
                clientId -> apps.pairs(appId).map(pairs -> pairs.has(clientId)).orElse(false);
        connections.ofApp(appId).stream()
                .filter(connection -> !stored.test(connection.clientId()))
                .forEach(connection -> connections.lose(connection, Connection.Reason.APP_CHANGED));
        relinks.ofApp(appId).stream()
                .filter(relink -> !stored.test(relink.clientId()))
                .forEach(relinks::take);
    }

    private void forgetWhatWasDelivered(UUID appId) {
        webhookSecrets.forgetPrevious(appId);
        observations.forget(appId);
        deliveries.forget(appId);
        zoomEvents.forget(appId);
    }

    /** What an earlier app or secret delivered, says nothing about this one. */
    private void dropWhatBelongsTo(UUID appId, ZoomApps.Pairs before, Optional<ZoomApps.AppCredentials> next) {
        accountTokens.forget(appId);
        boolean sameClient = next.map(credentials -> credentials.clientId().equals(before.production()))
                .orElse(false);
        if (!sameClient) {
            forgetWhatWasDelivered(appId);
        } else if (next.map(credentials -> bringsAnotherWebhookSecret(appId, credentials))
                .orElse(false)) {
            webhookSecrets.keepCurrent(appId);
            observations.forgetEvents(appId);
        }
    }

    private boolean bringsAnotherWebhookSecret(UUID appId, ZoomApps.AppCredentials credentials) {
        return credentials.webhookSecret() != null
                && webhookSecrets.of(appId).stream()
                        .noneMatch(secret -> secret.current() && secret.value().equals(credentials.webhookSecret()));
    }

    private static void requireSecret(
            ZoomApp.Kind kind, Optional<ZoomApps.Pairs> before, ZoomApps.AppCredentials credentials) {
        String clientId = credentials.clientId();
        if (before.filter(pairs -> clientId.equals(pairs.development())).isPresent()) {
            throw Problem.invalid("oauth.clientId", "zoom.app.pair.same");
        }
        boolean kept =
                before.filter(pairs -> clientId.equals(pairs.production())).isPresent();
        if (credentials.clientSecret() == null && !kept) {
            String section = switch (kind) {
                case GENERAL -> "oauth";
                case SERVER_TO_SERVER -> "serverToServer";
            };
            throw Problem.invalid(section + ".clientSecret", "zoom.app.client-secret.required");
        }
    }
}
