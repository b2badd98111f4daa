package org.housecall.access;

import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in with e-mail address and password. */
@Service
public class SignIn {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final Audit audit;

    SignIn(Accounts accounts, ApiTokens tokens, Passwords passwords, Audit audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** The account that address and password belong to; an unknown address looks and takes like a wrong password. */
    public UUID withPassword(String email, String password) {
        Account account = accounts.findByEmail(email).orElse(null);
        if (!passwords.matches(password, account) || account == null || !account.claimed()) {
            if (account != null) {
                audit.recordFor(account.id(), Action.SIGN_IN_REFUSED, account.id());
            }
            throw new Problem(HttpStatus.UNAUTHORIZED, "bad-credentials");
        }
        audit.recordFor(account.id(), Action.SIGNED_IN, account.id());
        return account.id();
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
