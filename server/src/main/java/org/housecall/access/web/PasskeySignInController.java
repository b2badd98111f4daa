package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.housecall.access.Passkeys;
import org.housecall.access.Public;
import org.housecall.access.RelyingParty;
import org.housecall.access.SignIn;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by passkey, without an address, and confirming a session by one. */
@RestController
@RequestMapping("/api/v1/session")
class PasskeySignInController {

    private static final String SIGN_IN = "sign-in";

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final RelyingParty site;
    private final ChallengeCookie cookie;
    private final SessionOpening sessions;
    private final Clock clock;

    PasskeySignInController(
            SignIn signIn,
            Passkeys passkeys,
            RelyingParty site,
            ChallengeCookie cookie,
            SessionOpening sessions,
            Clock clock) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.site = site;
        this.cookie = cookie;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Public("Gives this browser something for a passkey to sign, and keeps nothing of it.")
    @PostMapping("/passkey/challenge")
    PasskeyOptions.PasskeyUse challenge(HttpServletResponse response, CsrfToken csrf) {
        csrf.getToken();
        return PasskeyOptions.PasskeyUse.of(site, cookie.give(SIGN_IN, response), List.of());
    }

    @Public("Asks for what a passkey has signed.")
    @PostMapping("/passkey")
    SessionOpening.SessionView signIn(
            @Valid @RequestBody PasskeyAnswer answer, HttpServletRequest request, CsrfToken csrf) {
        csrf.getToken();
        String challenge = cookie.read(SIGN_IN, request).orElse(null);
        return sessions.open(signIn.withPasskey(answer.assertion(), challenge, request.getRemoteAddr()), request);
    }

    @SignedIn
    @PostMapping("/confirmation/passkey/challenge")
    PasskeyOptions.PasskeyUse challengeToConfirm(
            Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        session(request);
        return PasskeyOptions.PasskeyUse.of(
                site, cookie.give(confirming(viewer), response), passkeys.of(viewer.accountId()));
    }

    @SignedIn
    @PostMapping("/confirmation/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@Valid @RequestBody PasskeyAnswer answer, Viewer viewer, HttpServletRequest request) {
        OpenSession session = session(request);
        String challenge = cookie.read(confirming(viewer), request).orElse(null);
        session.confirmed(
                signIn.confirmWithPasskey(viewer.accountId(), answer.assertion(), challenge, request.getRemoteAddr()),
                clock);
    }

    /** A token has none, and needs none. */
    private static OpenSession session(HttpServletRequest request) {
        return OpenSession.of(request).orElseThrow(Problem::forbidden);
    }

    private static String confirming(Viewer viewer) {
        return "confirm/" + viewer.accountId();
    }

    /** What the browser says of a passkey that has signed, in the form that WebAuthn gives it in JSON. */
    record PasskeyAnswer(
            @NotBlank @Size(max = 2000) String id,
            @NotNull @Valid PasskeyAnswerResponse response) {

        Passkeys.Assertion assertion() {
            return new Passkeys.Assertion(
                    id,
                    response.clientDataJSON(),
                    response.authenticatorData(),
                    response.signature(),
                    response.userHandle());
        }
    }

    record PasskeyAnswerResponse(
            @NotBlank @Size(max = 4000) String clientDataJSON,
            @NotBlank @Size(max = 4000) String authenticatorData,
            @NotBlank @Size(max = 4000) String signature,
            @Nullable @Size(max = 100) String userHandle) {}
}
