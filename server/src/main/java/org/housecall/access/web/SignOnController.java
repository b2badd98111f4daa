package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.KnownClinics;
import org.housecall.access.Public;
import org.housecall.access.Viewer;
import org.housecall.access.signon.SignOnProviders;
import org.housecall.access.signon.SignOnReturn;
import org.housecall.access.signon.SignOnReturn.Outcome;
import org.housecall.access.signon.SignOnReturn.Where;
import org.housecall.access.signon.SigningOn;
import org.housecall.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in at a clinic's provider: where it begins, and where the provider returns to. */
@RestController
class SignOnController {

    private static final String COOKIE = "HOUSECALL_SIGN_ON";

    private final SigningOn signingOn;
    private final SignOnReturn signOnReturn;
    private final SignOnProviders providers;
    private final KnownClinics clinics;
    private final PlatformSettings platform;
    private final Clock clock;

    SignOnController(
            SigningOn signingOn,
            SignOnReturn signOnReturn,
            SignOnProviders providers,
            KnownClinics clinics,
            PlatformSettings platform,
            Clock clock) {
        this.signingOn = signingOn;
        this.signOnReturn = signOnReturn;
        this.providers = providers;
        this.clinics = clinics;
        this.platform = platform;
        this.clock = clock;
    }

    @Public("Tells only whether a clinic has a single sign-on; an unknown clinic looks like one without.")
    @GetMapping("/api/v1/single-sign-on")
    SignOnOffer findSignOn(@RequestParam String clinic) {
        return offering(clinic)
                .map(id -> new SignOnOffer(true, clinics.nameOf(id)))
                .orElseGet(() -> new SignOnOffer(false, null));
    }

    @Public("Sends the browser to the clinic's provider, which asks who they are.")
    @PostMapping("/api/v1/single-sign-on")
    ResponseEntity<SignOnBegun> beginSignOn(@Valid @RequestBody WantedSignOn wanted, HttpServletRequest request) {
        UUID clinicId = offering(wanted.clinic()).orElseThrow(SigningOn::notOffered);
        return begun(
                signingOn.signIn(
                        clinicId, wanted.returnTo(), Boolean.TRUE.equals(wanted.fresh()), request.getRemoteAddr()),
                platform);
    }

    @Public("Asks for an unguessable token that is good for one use.")
    @PostMapping("/api/v1/invitations/{token}/single-sign-on")
    ResponseEntity<SignOnBegun> acceptBySignOn(@PathVariable String token, HttpServletRequest request) {
        return begun(signingOn.accept(token, Viewer.current(), request.getRemoteAddr()), platform);
    }

    private Optional<UUID> offering(String slug) {
        return clinics.withSlug(slug).filter(id -> providers.of(id).isPresent());
    }

    /** Whoever gets the address also gets what their browser is known by when it returns; scripts cannot read it. */
    static ResponseEntity<SignOnBegun> begun(SigningOn.Begun begun, PlatformSettings platform) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(begun.browser(), platform).toString())
                .cacheControl(CacheControl.noStore())
                .body(new SignOnBegun(begun.authorizeUrl().toString()));
    }

    private static ResponseCookie cookie(String value, PlatformSettings platform) {
        return ResponseCookie.from(COOKIE, value)
                .path("/single-sign-on/")
                .httpOnly(true)
                .secure(platform.secure())
                .sameSite("Lax") // the provider's redirect back must bring it along
                .maxAge(value.isEmpty() ? Duration.ZERO : SigningOn.GOOD_FOR)
                .build();
    }

    @Public("Acts only on an unguessable state that was begun here, by the browser that began it.")
    @GetMapping(SigningOn.CALLBACK)
    ResponseEntity<Void> back(
            @PathVariable UUID clinicId,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String error,
            @RequestParam @Nullable String iss,
            @CookieValue(name = COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request) {
        Outcome outcome = signOnReturn.finish(
                clinicId,
                new SignOnReturn.Return(state, code, error, iss),
                new SignOnReturn.Visitor(browser, Viewer.current(), request.getRemoteAddr()));
        if (outcome instanceof Outcome.SignedIn in) {
            OpenSession.open(request, in.proof(), clock).signedInAt(in.provedAt());
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(page(clinicId, outcome))
                .header(HttpHeaders.SET_COOKIE, cookie("", platform).toString())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private URI page(UUID clinicId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.SignedIn in -> platform.url(in.returnTo());
            case Outcome.Linked _ -> url("/account", Map.of("signOn", "linked"));
            case Outcome.Failed(var reason, var where) ->
                failed(clinicId, where, reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    private URI failed(UUID clinicId, Where where, String reason) {
        Map<String, String> query = new LinkedHashMap<>();
        return switch (where) {
            case Where.SignInPage _ -> {
                if (clinics.exists(clinicId)) {
                    query.put("clinic", clinics.slugOf(clinicId));
                }
                query.put("signOn", reason);
                yield url("/sign-in", query);
            }
            case Where.InvitationPage(var token) -> {
                query.put("token", token);
                query.put("signOn", reason);
                yield url("/accept-invitation", query);
            }
            case Where.AccountPage _ -> url("/account", Map.of("signOn", reason));
        };
    }

    private URI url(String path, Map<String, String> query) {
        UriComponentsBuilder url = UriComponentsBuilder.fromUri(platform.url(path));
        query.keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(query).toUri();
    }

    /**
     * A sign-in to begin.
     *
     * @param clinic its short name
     * @param returnTo a path of this server to go on to
     * @param fresh whether the provider must ask anew who they are, whatever it knows
     */
    record WantedSignOn(
            @NotBlank @Size(max = 100) String clinic,
            @Nullable @Size(max = 1000) String returnTo,
            @Nullable Boolean fresh) {}

    record SignOnOffer(boolean offered, @Nullable String clinicName) {}

    record SignOnBegun(String authorizeUrl) {}
}
