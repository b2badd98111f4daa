package org.housecall.zoom.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.access.Permission;
import org.housecall.access.RecentSignIn;
import org.housecall.access.Requires;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.zoom.AppChanges;
import org.housecall.zoom.Connecting;
import org.housecall.zoom.CredentialTrial;
import org.housecall.zoom.Webhooks;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.housecall.zoom.ZoomPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The Zoom app of a clinic, or of the installation where the route names no clinic. Secrets go in and never come out. */
@RestController
class ZoomAppController {

    private static final String OF_CLINIC = "/api/v1/clinics/{clinicId}/zoom";
    private static final String OF_INSTALLATION = "/api/v1/zoom";

    /** Sent to Zoom as name and password of HTTP's basic authentication: a colon ends the name, and neither may leave ASCII. */
    private static final String ID = "[!-9;-~\\s]*";

    private static final String SECRET = "[!-~\\s]*";
    private static final String UNSENDABLE = "{zoom.app.credential.characters}";

    private final ZoomApps apps;
    private final AppChanges changes;
    private final CredentialTrial trial;
    private final Connecting connecting;
    private final PlatformSettings platform;
    private final MessageSource messages;

    ZoomAppController(
            ZoomApps apps,
            AppChanges changes,
            CredentialTrial trial,
            Connecting connecting,
            PlatformSettings platform,
            MessageSource messages) {
        this.apps = apps;
        this.changes = changes;
        this.trial = trial;
        this.connecting = connecting;
        this.platform = platform;
        this.messages = messages;
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @GetMapping({OF_CLINIC + "/app", OF_INSTALLATION + "/app"})
    ZoomAppView show() {
        UUID owner = CurrentClinic.idOrNone();
        return new ZoomAppView(
                connecting.redirectUrl(),
                source(owner),
                new WebhookUrls(
                        webhookUrl(owner, ZoomApp.Kind.GENERAL), webhookUrl(owner, ZoomApp.Kind.SERVER_TO_SERVER)),
                apps.of(owner, ZoomApp.Kind.GENERAL).map(this::view).orElse(null),
                apps.of(owner, ZoomApp.Kind.SERVER_TO_SERVER).map(this::view).orElse(null));
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @RecentSignIn
    @PutMapping({OF_CLINIC + "/app", OF_INSTALLATION + "/app"})
    ZoomAppView change(@Valid @RequestBody ZoomAppChange change) {
        changes.apply(CurrentClinic.idOrNone(), change.changes());
        return show();
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @PutMapping({OF_CLINIC + "/test", OF_INSTALLATION + "/test"})
    Trial test() {
        List<CredentialTrial.Result> results = trial.run();
        if (results.isEmpty()) {
            return new Trial(false, message("zoom.test.nothing"));
        }
        return new Trial(
                results.stream().allMatch(it -> it.finding().good()),
                results.stream()
                        .map(it -> message("zoom.test." + it.kind().name() + "."
                                + it.finding().name()))
                        .collect(Collectors.joining(" ")));
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @RecentSignIn
    @PostMapping({OF_CLINIC + "/app/end-rotation", OF_INSTALLATION + "/app/end-rotation"})
    ZoomAppView endRotation(@Valid @RequestBody RotationToEnd rotation) {
        changes.endRotation(CurrentClinic.idOrNone(), rotation.kind());
        return show();
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @PutMapping({OF_CLINIC + "/app/waiting-room", OF_INSTALLATION + "/app/waiting-room"})
    ZoomAppView followWaitingRoom(@Valid @RequestBody WaitingRoomWish wish) {
        changes.wantWaitingRoomEvents(CurrentClinic.idOrNone(), wish.kind(), wish.wanted());
        return show();
    }

    private Source source(UUID owner) {
        UUID effective = apps.effectiveOwner(owner);
        if (!apps.hasAny(effective)) {
            return Source.NONE;
        }
        return effective.equals(CurrentClinic.NONE) ? Source.INSTALLATION : Source.CLINIC;
    }

    private AppView view(ZoomApp app) {
        UUID owner = app.clinicId() == null ? CurrentClinic.NONE : app.clinicId();
        return new AppView(
                app.zoomAccountId(),
                app.clientId(),
                true,
                app.webhookSecretSet(),
                app.previousWebhookSecretUntil(),
                app.heardAt(),
                app.waitingRoomEvents(),
                webhookUrl(owner, app.kind()),
                app.plan());
    }

    private URI webhookUrl(UUID owner, ZoomApp.Kind kind) {
        return platform.url(Webhooks.PATH + ZoomApp.idOf(owner, kind));
    }

    private String message(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, locale);
    }

    /** A section left out stays as it is; one that is null goes. A class, because a record cannot tell the two apart. */
    static final class ZoomAppChange {

        @Valid
        private @Nullable OAuthSection oauth;

        @Valid
        private @Nullable ServerSection serverToServer;

        private boolean oauthGiven;
        private boolean serverToServerGiven;

        @JsonSetter
        void setOauth(@Nullable OAuthSection section) {
            oauth = section;
            oauthGiven = true;
        }

        @JsonSetter
        void setServerToServer(@Nullable ServerSection section) {
            serverToServer = section;
            serverToServerGiven = true;
        }

        List<AppChanges.Change> changes() {
            List<AppChanges.Change> changes = new ArrayList<>();
            if (oauthGiven) {
                changes.add(new AppChanges.Change(
                        ZoomApp.Kind.GENERAL, Optional.ofNullable(oauth).map(OAuthSection::credentials)));
            }
            if (serverToServerGiven) {
                changes.add(new AppChanges.Change(
                        ZoomApp.Kind.SERVER_TO_SERVER,
                        Optional.ofNullable(serverToServer).map(ServerSection::credentials)));
            }
            return changes;
        }
    }

    record OAuthSection(
            @NotBlank @Size(max = 200) @Pattern(regexp = ID, message = UNSENDABLE)
            String clientId,

            @Nullable @Size(max = 200) @Pattern(regexp = SECRET, message = UNSENDABLE)
            String clientSecret,

            @Nullable @Size(max = 200) String webhookSecret,

            @Nullable ZoomPlan plan) {

        ZoomApps.AppCredentials credentials() {
            return new ZoomApps.AppCredentials(
                    clientId.strip(), secret(clientSecret), secret(webhookSecret), null, plan);
        }

        @Override
        public String toString() {
            return "OAuthSection[" + clientId + "]";
        }
    }

    record ServerSection(
            @NotBlank @Size(max = 200) String accountId,

            @NotBlank @Size(max = 200) @Pattern(regexp = ID, message = UNSENDABLE)
            String clientId,

            @Nullable @Size(max = 200) @Pattern(regexp = SECRET, message = UNSENDABLE)
            String clientSecret,

            @Nullable @Size(max = 200) String webhookSecret,

            @Nullable ZoomPlan plan) {

        ZoomApps.AppCredentials credentials() {
            return new ZoomApps.AppCredentials(
                    clientId.strip(), secret(clientSecret), secret(webhookSecret), accountId.strip(), plan);
        }

        @Override
        public String toString() {
            return "ServerSection[" + clientId + "]";
        }
    }

    private static @Nullable String secret(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }

    record ZoomAppView(
            URI redirectUrl,
            Source source,
            WebhookUrls webhookUrls,
            @Nullable AppView oauth,
            @Nullable AppView serverToServer) {}

    /** Whose app a clinic uses. */
    enum Source {
        CLINIC,
        INSTALLATION,
        NONE
    }

    record WebhookUrls(URI oauth, URI serverToServer) {}

    record AppView(
            @Nullable String accountId,
            String clientId,
            boolean clientSecretSet,
            boolean webhookSecretSet,
            @Nullable Instant previousWebhookSecretUntil,
            @Nullable Instant webhookHeardAt,
            boolean waitingRoomEvents,
            URI webhookUrl,
            ZoomPlan plan) {}

    /** Whether patients who wait at Zoom are shown. */
    record WaitingRoomWish(@NotNull ZoomApp.Kind kind, boolean wanted) {}

    /** Of which app the previous webhook secret is accepted no longer. */
    record RotationToEnd(@NotNull ZoomApp.Kind kind) {}

    record Trial(boolean ok, String message) {}
}
