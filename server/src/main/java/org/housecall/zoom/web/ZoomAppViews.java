package org.housecall.zoom.web;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.zoom.Connecting;
import org.housecall.zoom.Connections;
import org.housecall.zoom.Webhooks;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.housecall.zoom.ZoomPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an owner's Zoom apps are shown: all of them but the secrets. */
@Component
class ZoomAppViews {

    private final ZoomApps apps;
    private final Connections connections;
    private final Connecting connecting;
    private final PlatformSettings platform;

    ZoomAppViews(ZoomApps apps, Connections connections, Connecting connecting, PlatformSettings platform) {
        this.apps = apps;
        this.connections = connections;
        this.connecting = connecting;
        this.platform = platform;
    }

    ZoomAppView of(UUID owner) {
        return new ZoomAppView(
                connecting.redirectUrl(),
                source(owner),
                new WebhookUrls(
                        webhookUrl(owner, ZoomApp.Kind.GENERAL), webhookUrl(owner, ZoomApp.Kind.SERVER_TO_SERVER)),
                apps.of(owner, ZoomApp.Kind.GENERAL).map(this::view).orElse(null),
                pairs(ZoomApp.idOf(owner, ZoomApp.Kind.GENERAL)),
                apps.of(owner, ZoomApp.Kind.SERVER_TO_SERVER).map(this::view).orElse(null));
    }

    private ZoomAppController.Source source(UUID owner) {
        UUID effective = apps.effectiveOwner(owner);
        if (!apps.hasAny(effective)) {
            return ZoomAppController.Source.NONE;
        }
        return effective.equals(CurrentClinic.NONE)
                ? ZoomAppController.Source.INSTALLATION
                : ZoomAppController.Source.CLINIC;
    }

    private @Nullable CredentialPairs pairs(UUID appId) {
        return apps.pairs(appId)
                .map(it -> new CredentialPairs(
                        new CredentialPairView(it.production(), connections.madeWith(appId, it.production())),
                        it.development() == null
                                ? null
                                : new CredentialPairView(
                                        it.development(), connections.madeWith(appId, it.development())),
                        it.inUse()))
                .orElse(null);
    }

    private AppView view(ZoomApp app) {
        UUID owner = app.clinicId() == null ? CurrentClinic.NONE : app.clinicId();
        return new AppView(
                app.zoomAccountId(),
                apps.pairs(app.id()).map(ZoomApps.Pairs::production).orElse(app.clientId()),
                true,
                app.webhookSecretSet(),
                app.previousWebhookSecretUntil(),
                app.heardAt(),
                app.waitingRoomEvents(),
                app.listsMeetings(),
                webhookUrl(owner, app.kind()),
                app.plan());
    }

    private URI webhookUrl(UUID owner, ZoomApp.Kind kind) {
        return platform.url(Webhooks.PATH + ZoomApp.idOf(owner, kind));
    }

    record ZoomAppView(
            URI redirectUrl,
            ZoomAppController.Source source,
            WebhookUrls webhookUrls,
            @Nullable AppView oauth,
            @Nullable CredentialPairs pairs,
            @Nullable AppView serverToServer) {}

    /** Both pairs of the General App, and the one with which doctors connect from now on. */
    record CredentialPairs(
            CredentialPairView production, @Nullable CredentialPairView development, ZoomApps.Pair inUse) {}

    /** A pair, without its secret, and how many doctors are connected by it. */
    record CredentialPairView(String clientId, long connections) {}

    record WebhookUrls(URI oauth, URI serverToServer) {}

    record AppView(
            @Nullable String accountId,
            String clientId,
            boolean clientSecretSet,
            boolean webhookSecretSet,
            @Nullable Instant previousWebhookSecretUntil,
            @Nullable Instant webhookHeardAt,
            boolean waitingRoomEvents,
            boolean listsMeetings,
            URI webhookUrl,
            ZoomPlan plan) {}
}
