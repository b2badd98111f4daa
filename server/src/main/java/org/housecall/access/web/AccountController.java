package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.housecall.access.Account;
import org.housecall.access.Accounts;
import org.housecall.access.PasswordChanges;
import org.housecall.access.Public;
import org.housecall.access.RecentSignIn;
import org.housecall.access.SecondFactors;
import org.housecall.access.Sessions;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account: password, second factor, open sessions. */
@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final SecondFactors secondFactors;
    private final Sessions sessions;

    AccountController(Accounts accounts, PasswordChanges passwords, SecondFactors secondFactors, Sessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
    }

    @SignedIn
    @RecentSignIn
    @PutMapping("/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordChange change, Viewer viewer, HttpServletRequest request) {
        passwords.change(viewer.accountId(), change.current(), change.wanted(), OpenSession.idOf(request));
    }

    @Public("Sends a mail to the address alone, and answers the same whether it is known or not.")
    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void requestPasswordReset(@Valid @RequestBody ResetRequest request) {
        passwords.requestReset(request.email());
    }

    @Public("Asks for an unguessable token that is good for one use.")
    @PostMapping("/password-resets/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(@PathVariable String token, @Valid @RequestBody Reset reset) {
        passwords.reset(token, reset.password(), reset.code());
    }

    @SignedIn
    @GetMapping("/account/second-factor")
    SecondFactors.SecondFactorState secondFactor(Viewer viewer) {
        return secondFactors.state(viewer.accountId());
    }

    @SignedIn
    @RecentSignIn
    @PostMapping("/account/second-factor")
    SecondFactors.Enrolment beginSecondFactor(Viewer viewer) {
        Account account = accounts.find(viewer.accountId()).orElseThrow(Problem::unauthenticated);
        return secondFactors.begin(account.id(), account.email());
    }

    @SignedIn
    @RecentSignIn
    @PostMapping("/account/second-factor/confirmation")
    RecoveryCodes confirmSecondFactor(@Valid @RequestBody Code code, Viewer viewer, HttpServletRequest request) {
        List<String> codes = secondFactors.confirm(viewer.accountId(), code.code());
        OpenSession.of(request).ifPresent(session -> session.setTwoFactors(true));
        return new RecoveryCodes(codes);
    }

    @SignedIn
    @RecentSignIn
    @DeleteMapping("/account/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnOffSecondFactor(Viewer viewer, HttpServletRequest request) {
        secondFactors.turnOff(viewer.accountId(), OpenSession.idOf(request));
        if (!secondFactors.hasAny(viewer.accountId())) {
            OpenSession.of(request).ifPresent(session -> session.setTwoFactors(false));
        }
    }

    @SignedIn
    @RecentSignIn
    @PostMapping("/account/recovery-codes")
    RecoveryCodes renewRecoveryCodes(Viewer viewer) {
        return new RecoveryCodes(secondFactors.renewRecoveryCodes(viewer.accountId()));
    }

    @SignedIn
    @GetMapping("/account/sessions")
    Page<Sessions.OpenSession> listSessions(Viewer viewer, HttpServletRequest request) {
        return Page.of(sessions.of(viewer.accountId(), OpenSession.idOf(request)));
    }

    @SignedIn
    @DeleteMapping("/account/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable String id, Viewer viewer) {
        sessions.end(viewer.accountId(), id);
    }

    /**
     * A new password.
     *
     * @param current left out only where the account has none yet
     */
    record PasswordChange(
            @Nullable @Size(max = 200) String current,
            @NotBlank @Size(max = 200) String wanted) {}

    record ResetRequest(@NotBlank @Size(max = 320) String email) {}

    record Reset(
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 40) String code) {}

    record Code(@NotBlank @Size(max = 40) String code) {}

    record RecoveryCodes(List<String> codes) {}
}
