package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.housecall.access.Invitations;
import org.housecall.access.KnownClinics;
import org.housecall.access.Public;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.access.signon.SignOnProviders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an invited person accepts. */
@RestController
@RequestMapping("/api/v1/invitations/{token}")
class InvitationController {

    private final Invitations invitations;
    private final KnownClinics clinics;
    private final SignOnProviders providers;

    InvitationController(Invitations invitations, KnownClinics clinics, SignOnProviders providers) {
        this.invitations = invitations;
        this.clinics = clinics;
        this.providers = providers;
    }

    @Public("Asks for an unguessable token.")
    @GetMapping
    InvitationView show(@PathVariable String token) {
        Invitations.Open open = invitations.open(token);
        return new InvitationView(
                clinics.nameOf(open.clinicId()),
                open.email(),
                open.name(),
                open.role(),
                open.hasAccount(),
                open.isFree(Viewer.current()) && providers.of(open.clinicId()).isPresent());
    }

    @Public("Asks for an unguessable token that is good for one use.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String token, @Valid @RequestBody Acceptance acceptance, HttpServletRequest request) {
        invitations.accept(token, acceptance.password(), Viewer.current(), request.getRemoteAddr());
    }

    record Acceptance(@Nullable @Size(max = 200) String password) {}

    /**
     * What is offered.
     *
     * @param singleSignOn whether it can be accepted by the clinic's single sign-on, without a password
     */
    record InvitationView(
            String clinicName, String email, String name, Role role, boolean hasAccount, boolean singleSignOn) {}
}
