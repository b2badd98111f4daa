package org.housecall.access.signon;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Invitations;
import org.housecall.access.SignInThrottle;
import org.housecall.access.Viewer;
import org.housecall.access.signon.SignOnAttempts.Purpose;
import org.housecall.access.signon.SignOnAttempts.Secrets;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Somebody is sent to their clinic's provider to sign in; {@link SignOnReturn} is the way back. */
@Service
public class SigningOn {

    /** The path that providers return to. Each clinic has its own: what one provider sends is never taken for another's. */
    public static final String CALLBACK = "/single-sign-on/{clinicId}/callback";

    /** How long a sign-on may take. */
    public static final Duration GOOD_FOR = SignOnAttempts.GOOD_FOR;

    private final SignOnProviders providers;
    private final SignOnAttempts attempts;
    private final OpenIdConnect protocol;
    private final Invitations invitations;
    private final SignInThrottle throttle;
    private final PlatformSettings platform;

    SigningOn(
            SignOnProviders providers,
            SignOnAttempts attempts,
            OpenIdConnect protocol,
            Invitations invitations,
            SignInThrottle throttle,
            PlatformSettings platform) {
        this.providers = providers;
        this.attempts = attempts;
        this.protocol = protocol;
        this.invitations = invitations;
        this.throttle = throttle;
        this.platform = platform;
    }

    /** To be entered at the provider, to the letter. */
    public URI redirectUri(UUID clinicId) {
        return platform.url(CALLBACK.replace("{clinicId}", clinicId.toString()));
    }

    /**
     * A sign-on under way.
     *
     * @param browser what the browser keeps, to be known by when it returns
     */
    public record Begun(URI authorizeUrl, String browser) {
        @Override
        public String toString() {
            return "Begun[…]";
        }
    }

    /** Begins a sign-in. Speaks to the provider. */
    public Begun signIn(UUID clinicId, @Nullable String returnTo, boolean fresh, String network) {
        return begin(offeredBy(clinicId), new Purpose(null, null, localPath(returnTo)), fresh, network);
    }

    /** Begins to accept an invitation. Speaks to the provider. */
    public Begun accept(String invitation, Optional<Viewer> viewer, String network) {
        Invitations.Open open = invitations.open(invitation);
        SignOnProvider provider = offeredBy(open.clinicId());
        if (!open.isFree(viewer)) {
            throw Problem.invalid("password", "access.password.existing");
        }
        return begin(provider, new Purpose(null, invitation, "/"), false, network);
    }

    /** Begins to link an account. Speaks to the provider. */
    public Begun link(UUID clinicId, UUID accountId, String network) {
        return begin(offeredBy(clinicId), new Purpose(accountId, null, "/account"), false, network);
    }

    private SignOnProvider offeredBy(UUID clinicId) {
        return providers.of(clinicId).orElseThrow(SigningOn::notOffered);
    }

    private Begun begin(SignOnProvider provider, Purpose purpose, boolean fresh, String network) {
        UUID clinicId = provider.clinicId();
        throttle.takeSignOn(network);
        Secrets secrets = Secrets.fresh();
        try {
            URI url =
                    protocol.authorizeUrl(protocol.describe(provider), provider, secrets, redirectUri(clinicId), fresh);
            attempts.begin(secrets, provider, purpose);
            return new Begun(url, secrets.browser());
        } catch (SignOnTrouble trouble) {
            trouble.log(clinicId);
            throw new Problem(HttpStatus.CONFLICT, "sign-on-unreachable");
        }
    }

    /** The clinic has no single sign-on, or there is no such clinic: the two look alike on purpose. */
    public static Problem notOffered() {
        return new Problem(HttpStatus.NOT_FOUND, "sign-on-not-offered");
    }

    /** Only a path on this server, whatever was asked for. */
    private static String localPath(@Nullable String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return "/";
        }
        try {
            URI path = new URI(wanted);
            return path.getRawAuthority() == null && !path.isAbsolute() ? path.toASCIIString() : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
