package org.housecall.access.web;

import java.util.List;
import org.housecall.access.PasskeyChallenges;
import org.housecall.access.Passkeys.Passkey;
import org.housecall.access.RelyingParty;

/** What a browser is told about the passkey that it shall make or use, in the form that WebAuthn gives it in JSON. */
final class PasskeyOptions {

    private static final String REQUIRED = "required";
    private static final String PUBLIC_KEY = "public-key";

    private PasskeyOptions() {}

    /** To make one that is found without an address, unlike any that is there already. */
    record PasskeyCreation(
            PasskeySite rp,
            PasskeyUser user,
            String challenge,
            List<PasskeySignature> pubKeyCredParams,
            long timeout,
            List<KnownPasskey> excludeCredentials,
            PasskeySelection authenticatorSelection,
            String attestation) {

        static PasskeyCreation of(RelyingParty site, PasskeyUser user, String challenge, List<Passkey> there) {
            return new PasskeyCreation(
                    new PasskeySite(site.id(), "Housecall"),
                    user,
                    challenge,
                    RelyingParty.algorithms().stream()
                            .map(it -> new PasskeySignature(PUBLIC_KEY, it))
                            .toList(),
                    PasskeyChallenges.GOOD_FOR.toMillis(),
                    known(there),
                    new PasskeySelection(REQUIRED, true, REQUIRED),
                    "none");
        }
    }

    /** To use one of these, or any of this site where none is named. */
    record PasskeyUse(
            String challenge, long timeout, String rpId, List<KnownPasskey> allowCredentials, String userVerification) {

        static PasskeyUse of(RelyingParty site, String challenge, List<Passkey> allowed) {
            return new PasskeyUse(
                    challenge, PasskeyChallenges.GOOD_FOR.toMillis(), site.id(), known(allowed), REQUIRED);
        }
    }

    private static List<KnownPasskey> known(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(it -> new KnownPasskey(PUBLIC_KEY, it.credentialId(), it.transports()))
                .toList();
    }

    record PasskeySite(String id, String name) {}

    /** Whom it signs in: authenticators show name and display name to whoever holds them. */
    record PasskeyUser(String id, String name, String displayName) {}

    record PasskeySignature(String type, long alg) {}

    record KnownPasskey(String type, String id, List<String> transports) {}

    record PasskeySelection(String residentKey, boolean requireResidentKey, String userVerification) {}
}
