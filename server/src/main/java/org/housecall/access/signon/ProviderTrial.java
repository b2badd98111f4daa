package org.housecall.access.signon;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Tries a clinic's provider as far as it goes without a person, and says in plain words what is wrong. */
@Service
public class ProviderTrial {

    private final SignOnProviders providers;
    private final OpenIdConnect protocol;
    private final SigningOn signingOn;
    private final MessageSource messages;

    ProviderTrial(SignOnProviders providers, OpenIdConnect protocol, SigningOn signingOn, MessageSource messages) {
        this.providers = providers;
        this.protocol = protocol;
        this.signingOn = signingOn;
        this.messages = messages;
    }

    public record SignOnTried(boolean ok, String message) {}

    /** Of the current clinic. Speaks to its provider. */
    public SignOnTried run() {
        SignOnProvider provider = providers.of(CurrentClinic.id()).orElseThrow(Problem::notFound);
        try {
            OIDCProviderMetadata described = protocol.describe(provider);
            protocol.keys(described);
            tryClient(provider, described);
            return new SignOnTried(true, words("access.sign-on.works"));
        } catch (SignOnTrouble trouble) {
            return new SignOnTried(false, words("access.sign-on.trouble." + trouble.kind(), trouble.detail()));
        }
    }

    /** A code that the provider never gave is refused; but who sends it is looked at first. */
    private void tryClient(SignOnProvider provider, OIDCProviderMetadata described) throws SignOnTrouble {
        try {
            protocol.exchange(
                    described,
                    provider,
                    providers.clientSecret(provider),
                    Secret.token(),
                    Secret.token(),
                    signingOn.redirectUri(provider.clinicId()));
        } catch (SignOnTrouble trouble) {
            if (trouble.kind() != SignOnTrouble.Kind.CODE) {
                throw trouble;
            }
        }
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
