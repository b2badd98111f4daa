package org.housecall.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.KnownClinics;
import org.housecall.access.Permission;
import org.housecall.access.RecentSignIn;
import org.housecall.access.Requires;
import org.housecall.access.signon.ProviderTrial;
import org.housecall.access.signon.SignOnProvider;
import org.housecall.access.signon.SignOnProviders;
import org.housecall.access.signon.SigningOn;
import org.housecall.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The OpenID provider at which a clinic's people sign in. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/single-sign-on")
class SingleSignOnController {

    private final SignOnProviders providers;
    private final SigningOn signingOn;
    private final ProviderTrial trial;
    private final KnownClinics clinics;
    private final PlatformSettings platform;

    SingleSignOnController(
            SignOnProviders providers,
            SigningOn signingOn,
            ProviderTrial trial,
            KnownClinics clinics,
            PlatformSettings platform) {
        this.providers = providers;
        this.signingOn = signingOn;
        this.trial = trial;
        this.clinics = clinics;
        this.platform = platform;
    }

    @Requires(Permission.MANAGE_SIGN_IN)
    @GetMapping
    SingleSignOnView showSingleSignOn(@PathVariable UUID clinicId) {
        Optional<SignOnProvider> provider = providers.of(clinicId);
        return new SingleSignOnView(
                provider.map(SignOnProvider::issuer).orElse(null),
                provider.map(SignOnProvider::clientId).orElse(null),
                signingOn.redirectUri(clinicId).toString(),
                platform.url("/sign-in?clinic=" + clinics.slugOf(clinicId)).toString());
    }

    @Requires(Permission.MANAGE_SIGN_IN)
    @RecentSignIn
    @PutMapping
    SingleSignOnView changeSingleSignOn(@PathVariable UUID clinicId, @Valid @RequestBody WantedSingleSignOn wanted) {
        String secret = wanted.clientSecret();
        providers.save(
                wanted.issuer().strip(),
                wanted.clientId().strip(),
                secret == null || secret.isBlank() ? null : secret.strip());
        return showSingleSignOn(clinicId);
    }

    @Requires(Permission.MANAGE_SIGN_IN)
    @RecentSignIn
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSingleSignOn(@PathVariable UUID clinicId) {
        providers.remove();
    }

    @Requires(Permission.MANAGE_SIGN_IN)
    @PutMapping("/test")
    ProviderTrial.SignOnTried testSingleSignOn(@PathVariable UUID clinicId) {
        return trial.run();
    }

    /**
     * A provider.
     *
     * @param clientSecret left out: the stored one stays, for the same client at the same provider
     */
    record WantedSingleSignOn(
            @NotBlank @Size(max = 500) String issuer,
            @NotBlank @Size(max = 500) String clientId,
            @Nullable @Size(max = 1000) String clientSecret) {
        @Override
        public String toString() {
            return "WantedSingleSignOn[" + issuer + "]";
        }
    }

    /**
     * What is stored, and what the provider has to be told.
     *
     * @param issuer none: the clinic has no single sign-on
     * @param signInUrl where the clinic's people start
     */
    record SingleSignOnView(
            @Nullable String issuer, @Nullable String clientId, String redirectUri, String signInUrl) {}
}
