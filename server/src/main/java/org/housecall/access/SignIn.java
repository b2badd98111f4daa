package org.housecall.access;

import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in: with e-mail address and password, or by a mailed link, both with a second factor where the account has one;
 * or by a passkey, which is two factors by itself: the device that holds it, and what it verifies its user by,
 * or because a clinic vouches for who comes.
 */
@Service
public class SignIn {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final SignInLinks links;
    private final SingleSignOnLinks signOnLinks;
    private final Passkeys passkeys;
    private final SignInThrottle throttle;
    private final Audit audit;

    SignIn(
            Accounts accounts,
            ApiTokens tokens,
            Passwords passwords,
            SecondFactors secondFactors,
            SignInLinks links,
            SingleSignOnLinks signOnLinks,
            Passkeys passkeys,
            SignInThrottle throttle,
            Audit audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.links = links;
        this.signOnLinks = signOnLinks;
        this.passkeys = passkeys;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * The account that address and password belong to; an unknown address looks and takes like a wrong password.
     *
     * @param code of the second factor, where the account has one
     * @param network where the attempt comes from
     */
    public Proof withPassword(String email, String password, @Nullable String code, String network) {
        Account account = accounts.findByEmail(email).orElse(null);
        SignInThrottle.Attempt attempt =
                throttle.take(email, network, Optional.ofNullable(account).map(Account::id));
        if (!passwords.matches(password, account) || account == null || !account.claimed()) {
            // Written for an unknown address too: it takes as long as for a known one, and guessing leaves its trace.
            UUID accountId = account == null ? null : account.id();
            audit.recordFor(accountId, Action.SIGN_IN_REFUSED, accountId);
            throw new Problem(HttpStatus.UNAUTHORIZED, "bad-credentials");
        }
        boolean twoFactors = secondFactors.require(account.id(), code);
        attempt.giveBack();
        return signedIn(new Proof(account.id(), twoFactors, null), network);
    }

    /** The account of a mailed link, which is used up by it. */
    public Proof withLink(String token, @Nullable String code, String network) {
        boolean twoFactors = secondFactors.require(links.accountOf(token), code);
        return signedIn(new Proof(links.use(token), twoFactors, null), network);
    }

    /**
     * The account that the current clinic's single sign-on vouches for, in this clinic only; empty where it vouches for
     * nobody who works here. The network is not remembered: what a clinic's provider says must not make guessing the
     * account's password easier.
     */
    @Transactional
    public Optional<Proof> vouchedFor(Identity identity) {
        UUID clinicId = CurrentClinic.id();
        Optional<Proof> proof = signOnLinks
                .accountOf(clinicId, identity)
                .map(accountId -> new Proof(accountId, true, clinicId))
                .filter(it -> viewer(it).isPresent());
        UUID accountId = proof.map(Proof::accountId).orElse(null);
        audit.recordFor(accountId, accountId == null ? Action.SIGN_IN_REFUSED : Action.SIGNED_IN, accountId);
        return proof;
    }

    /**
     * The account whose passkey has signed; one that is not known looks like one that has signed something else.
     *
     * @param challenge that it was asked to sign; null where the asker has none that is still good
     */
    public Proof withPasskey(Passkeys.Assertion assertion, @Nullable String challenge, String network) {
        SignInThrottle.Attempt attempt = throttle.takeNetwork(network);
        UUID accountId = passkeys.claimed(assertion).orElse(null);
        if (accountId == null || !passkeys.proves(assertion, challenge)) {
            audit.recordFor(accountId, Action.SIGN_IN_REFUSED, accountId);
            throw badPasskey();
        }
        attempt.giveBack();
        return signedIn(new Proof(accountId, true, null), network);
    }

    private static Problem badPasskey() {
        return new Problem(HttpStatus.UNAUTHORIZED, "bad-passkey");
    }

    private Proof signedIn(Proof proof, String network) {
        throttle.remember(proof.accountId(), network);
        audit.recordFor(proof.accountId(), Action.SIGNED_IN, proof.accountId());
        return proof;
    }

    /** Proves anew that it is its owner who sits before an open session; by two factors where the account has a second one. */
    public Proof confirm(UUID accountId, String password, @Nullable String code, String network) {
        Account account = accounts.find(accountId).orElseThrow(Problem::unauthenticated);
        SignInThrottle.Attempt attempt = throttle.take(account.email(), network, Optional.of(accountId));
        if (!passwords.matches(password, account)) {
            audit.record(Action.SIGN_IN_REFUSED, accountId);
            throw Problem.invalid("password", "access.password.current");
        }
        boolean twoFactors = secondFactors.require(accountId, code);
        attempt.giveBack();
        audit.record(Action.SIGN_IN_CONFIRMED, accountId);
        return new Proof(accountId, twoFactors, null);
    }

    /** As {@link #confirm}, by a passkey of that account. */
    public Proof confirmWithPasskey(
            UUID accountId, Passkeys.Assertion assertion, @Nullable String challenge, String network) {
        SignInThrottle.Attempt attempt = throttle.takeNetwork(network);
        boolean own = passkeys.claimed(assertion).filter(accountId::equals).isPresent();
        if (!own || !passkeys.proves(assertion, challenge)) {
            audit.record(Action.SIGN_IN_REFUSED, accountId);
            throw badPasskey();
        }
        attempt.giveBack();
        audit.record(Action.SIGN_IN_CONFIRMED, accountId);
        return new Proof(accountId, true, null);
    }

    /**
     * Who stands behind what a session was opened by, with the roles of this moment; nobody any more where a clinic
     * vouched that has ceased to, or where they have ceased to work.
     */
    @Transactional(readOnly = true)
    public Optional<Viewer> viewer(Proof proof) {
        UUID clinicId = proof.onlyClinic();
        return accounts.viewer(proof.accountId())
                .map(viewer -> viewer.provedBy(proof))
                .filter(viewer -> clinicId == null
                        || (viewer.worksIn(clinicId) && signOnLinks.isVouchedFor(clinicId, viewer.accountId())));
    }

    /** Who stands behind a bearer token. */
    public Optional<Viewer> viewerOfToken(String secret) {
        return tokens.viewer(secret);
    }
}
