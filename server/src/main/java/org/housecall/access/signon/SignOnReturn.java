package org.housecall.access.signon;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Clock;
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
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way back from a clinic's provider: with a code that says, once it is exchanged, who somebody is over there. */
@Service
public class SignOnReturn {

    private final SignOnProviders providers;
    private final SignOnAttempts attempts;
    private final OpenIdConnect protocol;
    private final SigningOn signingOn;
    private final SignIn signIn;
    private final Invitations invitations;
    private final SingleSignOnLinks links;
    private final SignInThrottle throttle;
    private final Clock clock;

    SignOnReturn(
            SignOnProviders providers,
            SignOnAttempts attempts,
            OpenIdConnect protocol,
            SigningOn signingOn,
            SignIn signIn,
            Invitations invitations,
            SingleSignOnLinks links,
            SignInThrottle throttle,
            Clock clock) {
        this.providers = providers;
        this.attempts = attempts;
        this.protocol = protocol;
        this.signingOn = signingOn;
        this.signIn = signIn;
        this.invitations = invitations;
        this.links = links;
        this.throttle = throttle;
        this.clock = clock;
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
                trouble.log(clinicId);
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
                signingOn.redirectUri(attempt.clinicId()));
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
}
