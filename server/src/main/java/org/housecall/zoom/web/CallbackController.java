package org.housecall.zoom.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.housecall.access.Public;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.platform.PlatformSettings;
import org.housecall.zoom.Connecting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Where Zoom returns to. It always ends on a page of ours, whose address carries neither code nor state. */
@RestController
class CallbackController {

    /** The client's page from which a doctor who pressed Add at Zoom connects with an authorization of ours. */
    private static final String START_HERE = "/connect-zoom";

    private final Connecting connecting;
    private final PlatformSettings platform;

    CallbackController(Connecting connecting, PlatformSettings platform) {
        this.connecting = connecting;
        this.platform = platform;
    }

    @Public("Acts only on an unguessable state that was begun here, and for the signed-in account that began it.")
    @GetMapping(Connecting.CALLBACK)
    ResponseEntity<Void> back(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String error,
            HttpServletRequest request) {
        Optional<Viewer> viewer = Viewer.current();
        Connecting.Outcome outcome = connecting.finish(
                new Connecting.Return(state, code, error),
                new Connecting.Visitor(
                        viewer.map(Viewer::accountId).orElse(null), ConnectionController.browserSession(request)));
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(page(outcome, viewer))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private URI page(Connecting.Outcome outcome, Optional<Viewer> viewer) {
        return switch (outcome) {
            case Connecting.Outcome.Connected(var clinicId) -> url(settings(clinicId), Map.of("connected", "1"));
            case Connecting.Outcome.ToDecide(var clinicId) -> url(settings(clinicId), Map.of());
            case Connecting.Outcome.StartHere(var add) ->
                viewer.isPresent()
                        ? url(START_HERE, Map.of("add", add))
                        : url(
                                "/sign-in",
                                new TreeMap<>(Map.of("problem", "start-here", "returnTo", START_HERE + "?add=" + add)));
            case Connecting.Outcome.SignInFirst(var clinicId) ->
                url("/sign-in", Map.of("returnTo", settings(clinicId)));
            case Connecting.Outcome.Failed(var clinicId, var reason) -> failed(clinicId, reason, viewer);
        };
    }

    private URI failed(@Nullable UUID clinicId, Connecting.Reason reason, Optional<Viewer> viewer) {
        String problem = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (viewer.isEmpty()) {
            return url("/sign-in", Map.of("problem", problem));
        }
        UUID shown = clinicId != null ? clinicId : ownClinic(viewer.get());
        return url(settings(shown), Map.of("problem", problem));
    }

    /** A clinic where the viewer is a doctor, for lack of a better clue. */
    private static @Nullable UUID ownClinic(Viewer viewer) {
        return viewer.roles().entrySet().stream()
                .filter(clinic -> clinic.getValue().containsAll(Set.of(Role.DOCTOR)))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static String settings(@Nullable UUID clinicId) {
        return clinicId == null ? "/clinics" : "/clinics/" + clinicId + "/settings/zoom";
    }

    private URI url(String path, Map<String, String> query) {
        UriComponentsBuilder url = UriComponentsBuilder.fromUri(platform.url(path));
        query.keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(query).toUri();
    }
}
