package org.housecall.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.housecall.access.FirstAdministrator;
import org.housecall.access.Public;
import org.housecall.access.RelyingParty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An installation that nobody has an account in yet. */
@RestController
@RequestMapping("/api/v1/installation")
class InstallationController {

    private final FirstAdministrator firstAdministrator;
    private final RelyingParty site;

    InstallationController(FirstAdministrator firstAdministrator, RelyingParty site) {
        this.firstAdministrator = firstAdministrator;
        this.site = site;
    }

    @Public("Tells only whether there is anyone who can sign in, and where passkeys work.")
    @GetMapping
    Installation show() {
        return new Installation(firstAdministrator.isClaimed(), site.origin().orElse(null));
    }

    @Public("Asks for the code that was printed on the server's console, and does nothing once there is an account.")
    @PostMapping("/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@Valid @RequestBody Claim claim) {
        firstAdministrator.claim(claim.code(), claim.email(), claim.password());
    }

    /**
     * What a browser has to know before anyone signs in.
     *
     * @param passkeysAt the one origin at which passkeys work; left out where they cannot
     */
    record Installation(boolean claimed, @Nullable String passkeysAt) {}

    record Claim(
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Email @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String password) {}
}
