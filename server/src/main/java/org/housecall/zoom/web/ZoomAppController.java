package org.housecall.zoom.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.housecall.access.Permission;
import org.housecall.access.RecentSignIn;
import org.housecall.access.Requires;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.AppChanges;
import org.housecall.zoom.CredentialTrial;
import org.housecall.zoom.ZoomApp;
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

    private final ZoomAppViews views;
    private final AppChanges changes;
    private final CredentialTrial trial;
    private final MessageSource messages;

    ZoomAppController(ZoomAppViews views, AppChanges changes, CredentialTrial trial, MessageSource messages) {
        this.views = views;
        this.changes = changes;
        this.trial = trial;
        this.messages = messages;
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @GetMapping({OF_CLINIC + "/app", OF_INSTALLATION + "/app"})
    ZoomAppViews.ZoomAppView show() {
        return views.of(CurrentClinic.idOrNone());
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @RecentSignIn
    @PutMapping({OF_CLINIC + "/app", OF_INSTALLATION + "/app"})
    ZoomAppViews.ZoomAppView change(@Valid @RequestBody EnteredApps.ZoomAppChange change) {
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
                results.stream().map(this::words).collect(Collectors.joining(" ")));
    }

    private String words(CredentialTrial.Result result) {
        String words = message(
                "zoom.test." + result.kind().name() + "." + result.finding().name());
        return result.development() ? message("zoom.test.development", words) : words;
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @RecentSignIn
    @PutMapping({OF_CLINIC + "/app/pairs", OF_INSTALLATION + "/app/pairs"})
    ZoomAppViews.ZoomAppView changePairs(@Valid @RequestBody EnteredApps.CredentialPairsChange change) {
        EnteredApps.EnteredCredentials development = change.development();
        changes.changePairs(
                CurrentClinic.idOrNone(),
                change.production().entered(),
                development == null ? null : development.entered(),
                change.inUse());
        return show();
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @RecentSignIn
    @PostMapping({OF_CLINIC + "/app/end-rotation", OF_INSTALLATION + "/app/end-rotation"})
    ZoomAppViews.ZoomAppView endRotation(@Valid @RequestBody RotationToEnd rotation) {
        changes.endRotation(CurrentClinic.idOrNone(), rotation.kind());
        return show();
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @PutMapping({OF_CLINIC + "/app/waiting-room", OF_INSTALLATION + "/app/waiting-room"})
    ZoomAppViews.ZoomAppView followWaitingRoom(@Valid @RequestBody WaitingRoomWish wish) {
        changes.wantWaitingRoomEvents(CurrentClinic.idOrNone(), wish.kind(), wish.wanted());
        return show();
    }

    @Requires(Permission.MANAGE_ZOOM_APP)
    @PutMapping({OF_CLINIC + "/app/meeting-list", OF_INSTALLATION + "/app/meeting-list"})
    ZoomAppViews.ZoomAppView listMeetings(@Valid @RequestBody MeetingListWish wish) {
        changes.wantMeetingList(CurrentClinic.idOrNone(), wish.kind(), wish.wanted());
        return show();
    }

    private String message(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }

    /** Whose app a clinic uses. */
    enum Source {
        CLINIC,
        INSTALLATION,
        NONE
    }

    /** Whether patients who wait at Zoom are shown. */
    record WaitingRoomWish(@NotNull ZoomApp.Kind kind, boolean wanted) {}

    /** Whether the app asks to list meetings. */
    record MeetingListWish(@NotNull ZoomApp.Kind kind, boolean wanted) {}

    /** Of which app the previous webhook secret is accepted no longer. */
    record RotationToEnd(@NotNull ZoomApp.Kind kind) {}

    record Trial(boolean ok, String message) {}
}
