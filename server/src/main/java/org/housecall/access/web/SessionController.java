package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.housecall.access.Proof;
import org.housecall.access.Public;
import org.housecall.access.SignIn;
import org.housecall.access.SignInLinks;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1")
class SessionController {

    private final SignIn signIn;
    private final SignInLinks links;
    private final SessionOpening sessions;
    private final Audit audit;
    private final Clock clock;

    SessionController(SignIn signIn, SignInLinks links, SessionOpening sessions, Audit audit, Clock clock) {
        this.signIn = signIn;
        this.links = links;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Public("Tells the asker only about themselves.")
    @GetMapping("/session")
    SessionOpening.SessionView session(CsrfToken csrf) {
        csrf.getToken(); // writes the cookie, also with a 401
        return sessions.view(Viewer.current().orElseThrow(Problem::unauthenticated));
    }

    @Public("Asks for e-mail address and password.")
    @PostMapping("/session")
    SessionOpening.SessionView signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, CsrfToken csrf) {
        csrf.getToken();
        Proof proof = signIn.withPassword(
                credentials.email(), credentials.password(), credentials.code(), request.getRemoteAddr());
        return sessions.open(proof, request);
    }

    @SignedIn
    @PostMapping("/session/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@Valid @RequestBody Confirmation confirmation, Viewer viewer, HttpServletRequest request) {
        // A token has none, and needs none.
        OpenSession session = OpenSession.of(request).orElseThrow(Problem::forbidden);
        session.confirmed(
                signIn.confirm(
                        viewer.accountId(), confirmation.password(), confirmation.code(), request.getRemoteAddr()),
                clock);
    }

    @Public("Ends the asker's own session, if there is one.")
    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        OpenSession.of(request).ifPresent(session -> {
            Viewer.current().ifPresent(viewer -> audit.record(Action.SIGNED_OUT, viewer.accountId()));
            session.end();
        });
    }

    @Public("Sends a mail to the address alone, and answers the same whether it is known or not.")
    @PostMapping("/sign-in-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void requestLink(@Valid @RequestBody LinkRequest request) {
        links.request(request.email());
    }

    @Public("Asks for an unguessable token that is good for one use.")
    @PostMapping("/sign-in-links/{token}")
    SessionOpening.SessionView useLink(
            @PathVariable String token,
            @Valid @RequestBody(required = false) @Nullable LinkUse use,
            HttpServletRequest request,
            CsrfToken csrf) {
        csrf.getToken();
        String code = use == null ? null : use.code();
        return sessions.open(signIn.withLink(token, code, request.getRemoteAddr()), request);
    }

    record Credentials(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 40) String code) {}

    record Confirmation(
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 40) String code) {}

    record LinkUse(@Nullable @Size(max = 40) String code) {}

    record LinkRequest(@NotBlank @Size(max = 320) String email) {}
}
