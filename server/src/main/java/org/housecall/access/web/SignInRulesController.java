package org.housecall.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.RecentSignIn;
import org.housecall.access.Requires;
import org.housecall.access.SignInRules;
import org.housecall.access.Viewer;
import org.housecall.platform.CurrentClinic;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a clinic asks of those who work in it when they sign in. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/sign-in-rules")
class SignInRulesController {

    private final SignInRules rules;

    SignInRulesController(SignInRules rules) {
        this.rules = rules;
    }

    @Requires(Permission.MANAGE_SIGN_IN)
    @GetMapping
    SignInRulesView showSignInRules(@PathVariable UUID clinicId) {
        return view();
    }

    @Requires(Permission.MANAGE_SIGN_IN)
    @RecentSignIn
    @PutMapping
    SignInRulesView changeSignInRules(
            @PathVariable UUID clinicId, @Valid @RequestBody WantedSignInRules wanted, Viewer viewer) {
        rules.requireSecondFactor(wanted.secondFactorRequired(), viewer);
        return view();
    }

    private SignInRulesView view() {
        return new SignInRulesView(rules.secondFactorRequired(CurrentClinic.id()));
    }

    record WantedSignInRules(@NotNull Boolean secondFactorRequired) {}

    record SignInRulesView(boolean secondFactorRequired) {}
}
