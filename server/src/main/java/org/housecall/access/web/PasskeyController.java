package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.housecall.access.Account;
import org.housecall.access.Accounts;
import org.housecall.access.Passkeys;
import org.housecall.access.RecentSignIn;
import org.housecall.access.RelyingParty;
import org.housecall.access.SecondFactors;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys. Adding one takes a browser's session: a token that was found must not become a passkey. */
@RestController
@RequestMapping("/api/v1/account/passkeys")
class PasskeyController {

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final RelyingParty site;
    private final ChallengeCookie cookie;

    PasskeyController(
            Passkeys passkeys,
            Accounts accounts,
            SecondFactors secondFactors,
            RelyingParty site,
            ChallengeCookie cookie) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.site = site;
        this.cookie = cookie;
    }

    @SignedIn
    @GetMapping
    Page<PasskeyView> list(Viewer viewer) {
        return Page.of(
                passkeys.of(viewer.accountId()).stream().map(PasskeyView::of).toList());
    }

    @SignedIn
    @RecentSignIn
    @PostMapping("/challenge")
    PasskeyOptions.PasskeyCreation challenge(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        session(request);
        Account account = accounts.find(viewer.accountId()).orElseThrow(Problem::unauthenticated);
        PasskeyOptions.PasskeyUser user =
                new PasskeyOptions.PasskeyUser(passkeys.userOf(account.id()), account.email(), account.name());
        return PasskeyOptions.PasskeyCreation.of(
                site, user, cookie.give(purpose(viewer), response), passkeys.of(account.id()));
    }

    @SignedIn
    @RecentSignIn
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@Valid @RequestBody NewPasskey passkey, Viewer viewer, HttpServletRequest request) {
        OpenSession session = session(request);
        String challenge = cookie.read(purpose(viewer), request).orElse(null);
        UUID id = passkeys.add(
                viewer.accountId(), passkey.name().strip(), passkey.credential().made(), challenge);
        session.setTwoFactors(true); // its user was verified, here and now
        return new Created(id);
    }

    private static OpenSession session(HttpServletRequest request) {
        return OpenSession.of(request).orElseThrow(Problem::forbidden);
    }

    private static String purpose(Viewer viewer) {
        return "add/" + viewer.accountId();
    }

    @SignedIn
    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable UUID id, @Valid @RequestBody PasskeyName name, Viewer viewer) {
        passkeys.rename(viewer.accountId(), id, name.name().strip());
    }

    @SignedIn
    @RecentSignIn
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer, HttpServletRequest request) {
        passkeys.remove(viewer.accountId(), id, OpenSession.idOf(request));
        if (!secondFactors.hasAny(viewer.accountId())) {
            OpenSession.of(request).ifPresent(session -> session.setTwoFactors(false));
        }
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param synced whether it is kept in more than one place, as far as its authenticator tells
     */
    record PasskeyView(
            UUID id,
            String name,
            boolean synced,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static PasskeyView of(Passkeys.Passkey passkey) {
            return new PasskeyView(
                    passkey.id(), passkey.name(), passkey.synced(), passkey.createdAt(), passkey.lastUsedAt());
        }
    }

    record Created(UUID id) {}

    record PasskeyName(@NotBlank @Size(max = 60) String name) {}

    record NewPasskey(
            @NotBlank @Size(max = 60) String name,
            @NotNull @Valid MadePasskey credential) {}

    /** What the browser says of the passkey it has made, in the form that WebAuthn gives it in JSON. */
    record MadePasskey(@NotNull @Valid MadePasskeyResponse response) {
        Passkeys.NewCredential made() {
            return new Passkeys.NewCredential(
                    response.clientDataJSON(),
                    response.attestationObject(),
                    Objects.requireNonNullElse(response.transports(), List.of()));
        }
    }

    record MadePasskeyResponse(
            @NotBlank @Size(max = 4000) String clientDataJSON,
            @NotBlank @Size(max = 20_000) String attestationObject,
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 20) String> transports) {}
}
