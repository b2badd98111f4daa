package org.housecall.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * This site as passkeys know it, and the check of what they answer (W3C Web Authentication, level 3). A passkey is bound
 * to the host name of the base URL; of an IP address there can be none. Who holds it must have been verified by the
 * authenticator, each time. What kind of authenticator it is, nobody is asked.
 */
@Component
public class RelyingParty {

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final boolean USER_VERIFIED = true;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final String host;
    private final String origin;

    RelyingParty(PlatformSettings settings) {
        URI base = settings.baseUrl();
        host = base.getHost().toLowerCase(Locale.ROOT);
        origin = base.getScheme() + "://" + host + (isDefaultPort(base) ? "" : ":" + base.getPort());
    }

    private static boolean isDefaultPort(URI base) {
        return base.getPort() == -1 || base.getPort() == (base.getScheme().equals("https") ? 443 : 80);
    }

    /** The one origin at which passkeys work, as browsers write it; empty where there can be none. */
    public Optional<String> origin() {
        return isIpAddress() ? Optional.empty() : Optional.of(origin);
    }

    /** The host name that passkeys are bound to. */
    public String id() {
        if (isIpAddress()) {
            throw new Problem(HttpStatus.CONFLICT, "passkeys-need-host-name");
        }
        return host;
    }

    private boolean isIpAddress() {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    /** The signatures that are understood, by their COSE numbers, the best first. */
    public static List<Long> algorithms() {
        return ALGORITHMS.stream().map(COSEAlgorithmIdentifier::getValue).toList();
    }

    /** What a new passkey says of itself; empty where it is not an answer to this challenge, made here by a verified user. */
    Optional<RegistrationData> verified(Passkeys.NewCredential credential, String challenge) {
        return unlessRefused(() -> manager.verify(
                new RegistrationRequest(bytes(credential.attestationObject()), bytes(credential.clientDataJSON())),
                new RegistrationParameters(
                        site(challenge),
                        ALGORITHMS.stream()
                                .map(it -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, it))
                                .toList(),
                        USER_VERIFIED)));
    }

    /** As {@link #verified(Passkeys.NewCredential, String)}, for what a known passkey has signed. */
    Optional<AuthenticationData> verified(Passkeys.Assertion assertion, Passkeys.Stored known, String challenge) {
        return unlessRefused(() -> manager.verify(
                new AuthenticationRequest(
                        bytes(assertion.id()),
                        bytes(assertion.authenticatorData()),
                        bytes(assertion.clientDataJSON()),
                        bytes(assertion.signature())),
                new AuthenticationParameters(site(challenge), record(known), null, USER_VERIFIED)));
    }

    private ServerProperty site(String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin))
                .rpId(id())
                .challenge(new DefaultChallenge(bytes(challenge)))
                .build();
    }

    private static <T> Optional<T> unlessRefused(Supplier<T> verification) {
        try {
            return Optional.of(verification.get());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return Optional.empty(); // not as it must be, or not even readable
        }
    }

    byte[] stored(AttestedCredentialData credential) {
        return credentials.convert(credential);
    }

    private CredentialRecord record(Passkeys.Stored known) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.backupEligible(),
                known.backedUp(),
                known.signCount(),
                credentials.convert(known.credential()),
                null,
                null,
                null,
                null);
    }

    /** What was sent in base64url; empty where it is none. */
    static Optional<byte[]> decoded(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(RelyingParty::bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(Objects.requireNonNull(base64url));
    }
}
