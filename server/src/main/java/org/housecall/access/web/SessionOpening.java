package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.Account;
import org.housecall.access.Accounts;
import org.housecall.access.Proof;
import org.housecall.access.Role;
import org.housecall.access.SignIn;
import org.housecall.access.Viewer;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a session for who has proved to be somebody, however they did, and tells the browser whose it is. */
@Component
class SessionOpening {

    private final SignIn signIn;
    private final Accounts accounts;
    private final Clock clock;

    SessionOpening(SignIn signIn, Accounts accounts, Clock clock) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.clock = clock;
    }

    SessionView open(Proof proof, HttpServletRequest request) {
        OpenSession.open(request, proof, clock);
        return view(signIn.viewer(proof).orElseThrow(Problem::unauthenticated));
    }

    SessionView view(Viewer viewer) {
        Account account = accounts.find(viewer.accountId()).orElseThrow(Problem::unauthenticated);
        List<SessionView.Membership> memberships = viewer.roles().entrySet().stream()
                .map(it -> new SessionView.Membership(it.getKey(), it.getValue()))
                .toList();
        return new SessionView(
                account.id(),
                account.email(),
                account.name(),
                viewer.administrator(),
                memberships,
                viewer.onlyClinic(),
                account.passwordHash() != null);
    }

    /**
     * Who is signed in.
     *
     * @param onlyClinic the one clinic it reaches, which vouched; none: all of the account
     * @param hasPassword none: signs in by mailed link, passkey or a clinic's sign-on only
     */
    record SessionView(
            UUID id,
            String email,
            String name,
            boolean administrator,
            List<Membership> memberships,
            @Nullable UUID onlyClinic,
            boolean hasPassword) {
        record Membership(UUID clinicId, Set<Role> roles) {}
    }
}
