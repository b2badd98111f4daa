package org.housecall.zoom;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up and removes Zoom apps, with what that means for connections and meetings. */
@Service
public class AppChanges {

    private final ZoomApps apps;
    private final Connections connections;
    private final Relinks relinks;
    private final AccountTokens accountTokens;
    private final Deliveries deliveries;
    private final ZoomEvents zoomEvents;
    private final HostingChanges hosting;
    private final Audit audit;
    private final TransactionTemplate transactions;

    AppChanges(
            ZoomApps apps,
            Connections connections,
            Relinks relinks,
            AccountTokens accountTokens,
            Deliveries deliveries,
            ZoomEvents zoomEvents,
            HostingChanges hosting,
            Audit audit,
            TransactionTemplate transactions) {
        this.apps = apps;
        this.connections = connections;
        this.relinks = relinks;
        this.accountTokens = accountTokens;
        this.deliveries = deliveries;
        this.zoomEvents = zoomEvents;
        this.hosting = hosting;
        this.audit = audit;
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
        });
    }

    /** Ends the rotation of a webhook secret: from now on the current one alone is accepted. */
    public void endRotation(UUID owner, ZoomApp.Kind kind) {
        transactions.executeWithoutResult(_ -> {
            apps.forgetPreviousWebhookSecret(ZoomApp.idOf(owner, kind));
            audit.record(Action.ZOOM_APP_CHANGED, null);
        });
    }

    /** Whether an app's notifications of patients who wait are followed. */
    public void wantWaitingRoomEvents(UUID owner, ZoomApp.Kind kind, boolean wanted) {
        transactions.executeWithoutResult(_ -> {
            apps.wantWaitingRoomEvents(ZoomApp.idOf(owner, kind), wanted);
            audit.record(Action.ZOOM_APP_CHANGED, null);
        });
    }

    private void apply(UUID owner, Change change) {
        Optional<ZoomApp> before = apps.of(owner, change.kind());
        Optional<ZoomApps.AppCredentials> credentials = change.credentials();
        credentials.ifPresent(entered -> requireSecret(change.kind(), before, entered));
        before.ifPresent(app -> dropWhatBelongsTo(app, credentials));
        credentials.ifPresentOrElse(
                entered -> apps.save(owner, change.kind(), entered), () -> apps.remove(owner, change.kind()));
    }

    /**
     * Tokens belong to the client id they were given to: with another one they are worth nothing, and are wiped. And what
     * an earlier app or secret delivered, says nothing about this one.
     */
    private void dropWhatBelongsTo(ZoomApp before, Optional<ZoomApps.AppCredentials> next) {
        accountTokens.forget(before.id());
        boolean sameClient = next.map(credentials -> credentials.clientId().equals(before.clientId()))
                .orElse(false);
        if (!sameClient) {
            for (Connection connection : connections.ofApp(before.id())) {
                connections.lose(connection, Connection.Reason.APP_CHANGED);
            }
            apps.forgetPreviousWebhookSecret(before.id());
            apps.forgetHeard(before.id());
            relinks.ofApp(before.id()).forEach(relinks::take);
            deliveries.forget(before.id());
            zoomEvents.forget(before.id());
        } else if (next.map(credentials -> bringsAnotherWebhookSecret(before, credentials))
                .orElse(false)) {
            apps.keepWebhookSecret(before.id());
            apps.forgetHeard(before.id());
        }
    }

    private boolean bringsAnotherWebhookSecret(ZoomApp before, ZoomApps.AppCredentials credentials) {
        return credentials.webhookSecret() != null
                && apps.webhookSecrets(before.id()).stream()
                        .noneMatch(secret -> secret.current() && secret.value().equals(credentials.webhookSecret()));
    }

    private static void requireSecret(
            ZoomApp.Kind kind, Optional<ZoomApp> before, ZoomApps.AppCredentials credentials) {
        boolean kept = before.filter(app -> app.clientId().equals(credentials.clientId()))
                .isPresent();
        if (credentials.clientSecret() == null && !kept) {
            String section = switch (kind) {
                case GENERAL -> "oauth";
                case SERVER_TO_SERVER -> "serverToServer";
            };
            throw Problem.invalid(section + ".clientSecret", "zoom.app.client-secret.required");
        }
    }
}
