package org.housecall.access.signon;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Identity;
import org.housecall.access.Invitations;
import org.housecall.access.Proof;
import org.housecall.access.SignIn;
import org.housecall.access.SignInThrottle;
import org.housecall.access.SingleSignOnLinks;
import org.housecall.access.Viewer;
import org.housecall.access.signon.SignOnAttempts.Attempt;
import org.housecall.access.signon.SignOnAttempts.Purpose;
import org.housecall.access.signon.SignOnAttempts.Secrets;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Somebody signs in at their clinic's provider: away to it, and back with a code that says who they are over there. */
@Service
public class SigningOn {

    /** The path that providers return to. Each clinic has its own: what one provider sends is never taken for another's. */
    public static final String CALLBACK = "/single-sign-on/{clinicId}/callback";

    /** How long a sign-on may take. */
    public static final Duration GOOD_FOR = SignOnAttempts.GOOD_FOR;

    private static final Logger log = LoggerFactory.getLogger(SigningOn.class);

    private final SignOnProviders providers;
    private final SignOnAttempts attempts;
    private final OpenIdConnect protocol;
    private final SignIn signIn;
    private final Invitations invitations;
    private final SingleSignOnLinks links;
    private final SignInThrottle throttle;
    private final PlatformSettings platform;
    private final Clock clock;

    SigningOn(
            SignOnProviders providers,
            SignOnAttempts attempts,
            OpenIdConnect protocol,
            SignIn signIn,
            Invitations invitations,
            SingleSignOnLinks links,
            SignInThrottle throttle,
            PlatformSettings platform,
            Clock clock) {
        this.providers = providers;
        this.attempts = attempts;
        this.protocol = protocol;
        this.signIn = signIn;
        this.invitations = invitations;
        this.links = links;
        this.throttle = throttle;
        this.platform = platform;
        this.clock = clock;
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
            tell(clinicId, trouble);
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

    /** What the provider's redirect carried; none of it can be relied on. */
    public record Return(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {
        @Override
        public String toString() {
            return "Return[…]";
        }
    }

    /** Who came back: what the browser kept, who is signed in there, and from where. */
    public record Visitor(@Nullable String browser, Optional<Viewer> viewer, String network) {
        @Override
        public String toString() {
            return "Visitor[…]";
        }
    }

    /** How it ended. */
    public sealed interface Outcome {

        /**
         * Somebody is in.
         *
         * @param provedAt when they last proved to the provider who they are; null: it does not say
         * @param returnTo a path on this server
         */
        record SignedIn(Proof proof, @Nullable Instant provedAt, String returnTo) implements Outcome {}

        record Linked() implements Outcome {}

        record Failed(Reason reason, Where where) implements Outcome {}
    }

    /** Where it was begun, and is shown that it failed. */
    public sealed interface Where {
        record SignInPage() implements Where {}

        record InvitationPage(String token) implements Where {
            @Override
            public String toString() {
                return "InvitationPage[…]";
            }
        }

        record AccountPage() implements Where {}
    }

    /** Why it failed. */
    public enum Reason {
        /** The person said no at the provider. */
        DECLINED,
        EXPIRED,
        /** Not begun with us, used before, or begun in another browser. */
        STATE,
        /** The provider gave no answer, or not one that stands every check. */
        PROVIDER,
        /** Nobody who works in the clinic is linked to who signed in over there. */
        UNKNOWN,
        /** Somebody else's account is linked to who signed in over there. */
        TAKEN,
        /** Somebody else is signed in here than who began. */
        OTHER_USER,
        /** The invitation was used meanwhile, or is too old. */
        INVITATION
    }

    /** Takes what a provider's redirect brought. Speaks to the provider. */
    public Outcome finish(UUID clinicId, Return returned, Visitor visitor) {
        String state = returned.state();
        String browser = visitor.browser();
        Optional<Attempt> found =
                state == null || browser == null ? Optional.empty() : attempts.find(clinicId, state, browser);
        if (found.isEmpty() || state == null) {
            return new Outcome.Failed(Reason.STATE, new Where.SignInPage());
        }
        Attempt attempt = found.get();
        return CurrentClinic.in(clinicId, () -> {
            try {
                return finish(attempt, state, returned, visitor);
            } catch (SignOnTrouble trouble) {
                tell(clinicId, trouble);
                return failed(attempt, Reason.PROVIDER);
            }
        });
    }

    private Outcome finish(Attempt attempt, String state, Return returned, Visitor visitor) throws SignOnTrouble {
        Optional<SignOnProvider> provider =
                providers.of(attempt.clinicId()).filter(it -> it.issuer().equals(attempt.issuer()));
        if (attempt.used() || provider.isEmpty()) {
            return failed(attempt, Reason.STATE);
        }
        if (!attempt.expiresAt().isAfter(clock.instant())) {
            return failed(attempt, Reason.EXPIRED);
        }
        Optional<SignOnAttempts.Kept> kept = attempts.use(attempt, state);
        if (kept.isEmpty() || (returned.issuer() != null && !returned.issuer().equals(attempt.issuer()))) {
            return failed(attempt, Reason.STATE);
        }
        String code = returned.code();
        if (returned.error() != null || code == null || code.isBlank()) {
            return failed(attempt, "access_denied".equals(returned.error()) ? Reason.DECLINED : Reason.PROVIDER);
        }
        IDTokenClaimsSet person = protocol.identify(
                provider.get(),
                providers.clientSecret(provider.get()),
                code,
                kept.get(),
                redirectUri(attempt.clinicId()));
        Identity identity = new Identity(attempt.issuer(), person.getSubject().getValue());
        return finish(attempt, identity, provedAt(person), visitor);
    }

    private Outcome finish(Attempt attempt, Identity identity, @Nullable Instant provedAt, Visitor visitor) {
        Purpose purpose = attempt.purpose();
        if (purpose.accountId() != null) {
            return link(attempt, purpose.accountId(), identity, visitor);
        }
        if (purpose.invitation() != null) {
            Optional<Reason> refused = accept(purpose.invitation(), identity, visitor);
            if (refused.isPresent()) {
                return failed(attempt, refused.get());
            }
        }
        Optional<Proof> proof = signIn.vouchedFor(identity);
        if (proof.isEmpty()) {
            return failed(attempt, Reason.UNKNOWN);
        }
        throttle.signedOn(visitor.network());
        return new Outcome.SignedIn(proof.get(), provedAt, purpose.returnTo());
    }

    private Outcome link(Attempt attempt, UUID accountId, Identity identity, Visitor visitor) {
        boolean same = visitor.viewer()
                .filter(it -> !it.isLimited() && it.accountId().equals(accountId))
                .isPresent();
        if (!same) {
            return failed(attempt, Reason.OTHER_USER);
        }
        if (!links.link(attempt.clinicId(), accountId, identity)) {
            return failed(attempt, Reason.TAKEN);
        }
        throttle.signedOn(visitor.network());
        return new Outcome.Linked();
    }

    private Optional<Reason> accept(String invitation, Identity identity, Visitor visitor) {
        try {
            invitations.acceptVouched(invitation, identity, visitor.viewer());
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(
                    switch (refused.code()) {
                        case "sign-on-taken" -> Reason.TAKEN;
                        case "link-expired" -> Reason.INVITATION;
                        default -> Reason.OTHER_USER;
                    });
        }
    }

    private static Outcome failed(Attempt attempt, Reason reason) {
        String invitation = attempt.purpose().invitation();
        if (attempt.purpose().accountId() != null) {
            return new Outcome.Failed(reason, new Where.AccountPage());
        }
        return new Outcome.Failed(
                reason, invitation == null ? new Where.SignInPage() : new Where.InvitationPage(invitation));
    }

    /** Never later than now, whatever the provider's clock says. */
    private @Nullable Instant provedAt(IDTokenClaimsSet person) {
        Date at = person.getAuthenticationTime();
        Instant now = clock.instant();
        return at == null ? null : at.toInstant().isAfter(now) ? now : at.toInstant();
    }

    /** What went wrong, and where; nothing of what was sent or of the person. */
    private static void tell(UUID clinicId, SignOnTrouble trouble) {
        log.warn("Single sign-on of clinic {}: {}", clinicId, trouble.kind());
    }
}
