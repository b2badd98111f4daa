package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.Account;
import org.housecall.access.Accounts;
import org.housecall.access.Proof;
import org.housecall.access.Public;
import org.housecall.access.Role;
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
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    SessionController(SignIn signIn, SignInLinks links, Accounts accounts, Audit audit, Clock clock) {
        this.signIn = signIn;
        this.links = links;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Public("Tells the asker only about themselves.")
    @GetMapping("/session")
    SessionView session(CsrfToken csrf) {
        csrf.getToken(); // writes the cookie, also with a 401
        return view(Viewer.current().orElseThrow(Problem::unauthenticated));
    }

    @Public("Asks for e-mail address and password.")
    @PostMapping("/session")
    SessionView signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request, CsrfToken csrf) {
        csrf.getToken();
        Proof proof = signIn.withPassword(
                credentials.email(), credentials.password(), credentials.code(), request.getRemoteAddr());
        return open(proof, request);
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
    SessionView useLink(
            @PathVariable String token,
            @Valid @RequestBody(required = false) @Nullable LinkUse use,
            HttpServletRequest request,
            CsrfToken csrf) {
        csrf.getToken();
        String code = use == null ? null : use.code();
        return open(signIn.withLink(token, code, request.getRemoteAddr()), request);
    }

    private SessionView open(Proof proof, HttpServletRequest request) {
        OpenSession.open(request, proof, clock);
        return view(signIn.viewer(proof).orElseThrow(Problem::unauthenticated));
    }

    private SessionView view(Viewer viewer) {
        Account account = accounts.find(viewer.accountId()).orElseThrow(Problem::unauthenticated);
        List<SessionView.Membership> memberships = viewer.roles().entrySet().stream()
                .map(it -> new SessionView.Membership(it.getKey(), it.getValue()))
                .toList();
        return new SessionView(
                account.id(),
                account.email(),
                account.name(),
                viewer.administrator(),
                memberships,
                viewer.onlyClinic());
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

    /**
     * Who is signed in.
     *
     * @param onlyClinic the one clinic it reaches, which vouched; none: all of the account
     */
    record SessionView(
            UUID id,
            String email,
            String name,
            boolean administrator,
            List<Membership> memberships,
            @Nullable UUID onlyClinic) {
        record Membership(UUID clinicId, Set<Role> roles) {}
    }
}
