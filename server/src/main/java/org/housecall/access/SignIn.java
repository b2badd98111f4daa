package org.housecall.access;

import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in: with e-mail address and password, or by a mailed link; both with a second factor where the account has one. */
@Service
public class SignIn {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final SignInLinks links;
    private final SignInThrottle throttle;
    private final Audit audit;

    SignIn(
            Accounts accounts,
            ApiTokens tokens,
            Passwords passwords,
            SecondFactors secondFactors,
            SignInLinks links,
            SignInThrottle throttle,
            Audit audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.links = links;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * The account that address and password belong to; an unknown address looks and takes like a wrong password.
     *
     * @param code of the second factor, where the account has one
     * @param network where the attempt comes from
     */
    public UUID withPassword(String email, String password, @Nullable String code, String network) {
        Account account = accounts.findByEmail(email).orElse(null);
        SignInThrottle.Attempt attempt =
                throttle.take(email, network, Optional.ofNullable(account).map(Account::id));
        if (!passwords.matches(password, account) || account == null || !account.claimed()) {
            // Written for an unknown address too: it takes as long as for a known one, and guessing leaves its trace.
            UUID accountId = account == null ? null : account.id();
            audit.recordFor(accountId, Action.SIGN_IN_REFUSED, accountId);
            throw new Problem(HttpStatus.UNAUTHORIZED, "bad-credentials");
        }
        secondFactors.require(account.id(), code);
        attempt.giveBack();
        return signedIn(account.id(), network);
    }

    /** The account of a mailed link, which is used up by it. */
    public UUID withLink(String token, @Nullable String code, String network) {
        secondFactors.require(links.accountOf(token), code);
        return signedIn(links.use(token), network);
    }

    private UUID signedIn(UUID accountId, String network) {
        throttle.remember(accountId, network);
        audit.recordFor(accountId, Action.SIGNED_IN, accountId);
        return accountId;
    }

    /** Proves anew that it is its owner who sits before an open session. */
    public void confirm(UUID accountId, String password, @Nullable String code, String network) {
        Account account = accounts.find(accountId).orElseThrow(Problem::unauthenticated);
        SignInThrottle.Attempt attempt = throttle.take(account.email(), network, Optional.of(accountId));
        if (!passwords.matches(password, account)) {
            audit.record(Action.SIGN_IN_REFUSED, accountId);
            throw Problem.invalid("password", "access.password.current");
        }
        secondFactors.require(accountId, code);
        attempt.giveBack();
        audit.record(Action.SIGN_IN_CONFIRMED, accountId);
    }

    /** Who stands behind an account id kept in a session, with the roles of this moment. */
    @Transactional(readOnly = true)
    public Optional<Viewer> viewer(UUID accountId) {
        return accounts.viewer(accountId);
    }

    /** Who stands behind a bearer token. */
    public Optional<Viewer> viewerOfToken(String secret) {
        return tokens.viewer(secret);
    }
}
