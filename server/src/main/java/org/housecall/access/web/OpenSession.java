package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Proof;
import org.housecall.access.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.FindByIndexNameSessionRepository;

/** The session of a request: what it was opened by, and when its owner last proved to sit before it. */
record OpenSession(HttpSession session) {

    private static final int LONGEST_BROWSER = 200;

    static Optional<OpenSession> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(OpenSession::new);
    }

    /** Null where there is none, as with a token. */
    static @Nullable String idOf(HttpServletRequest request) {
        return of(request).map(OpenSession::session).map(HttpSession::getId).orElse(null);
    }

    /** Opens one for who has just signed in. The one before ends: an id known before sign-in must not become a signed-in one. */
    static OpenSession open(HttpServletRequest request, Proof proof, Clock clock) {
        of(request).ifPresent(OpenSession::end);
        HttpSession session = request.getSession(true);
        session.setAttribute(Sessions.ACCOUNT, proof.accountId());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                proof.accountId().toString());
        session.setAttribute(Sessions.NETWORK, request.getRemoteAddr());
        session.setAttribute(Sessions.BROWSER, browser(request));
        session.setAttribute(Sessions.ONLY_CLINIC, proof.onlyClinic());
        OpenSession opened = new OpenSession(session);
        session.setAttribute(Sessions.OPENED_AT, clock.instant());
        opened.confirmed(proof, clock);
        return opened;
    }

    private static @Nullable String browser(HttpServletRequest request) {
        String name = request.getHeader(HttpHeaders.USER_AGENT);
        return name == null ? null : name.substring(0, Math.min(name.length(), LONGEST_BROWSER));
    }

    /** Its owner has proved anew to sit before it. Two factors stay proved, by whichever way it was confirmed. */
    void confirmed(Proof proof, Clock clock) {
        session.setAttribute(Sessions.SIGNED_IN_AT, clock.instant());
        if (proof.twoFactors()) {
            session.setAttribute(Sessions.TWO_FACTORS, true);
        }
    }

    /** Where somebody else vouches for its owner: when they proved themselves over there; null: nobody says, so not of late. */
    void signedInAt(@Nullable Instant then) {
        session.setAttribute(Sessions.SIGNED_IN_AT, then);
    }

    /** Its owner has just proved a second factor, after a first one before; or has none any more. */
    void setTwoFactors(boolean twoFactors) {
        session.setAttribute(Sessions.TWO_FACTORS, twoFactors);
    }

    Optional<Proof> proof() {
        return session.getAttribute(Sessions.ACCOUNT) instanceof UUID accountId
                ? Optional.of(new Proof(
                        accountId,
                        Boolean.TRUE.equals(session.getAttribute(Sessions.TWO_FACTORS)),
                        session.getAttribute(Sessions.ONLY_CLINIC) instanceof UUID clinicId ? clinicId : null))
                : Optional.empty();
    }

    @Nullable
    Instant openedAt() {
        return session.getAttribute(Sessions.OPENED_AT) instanceof Instant at ? at : null;
    }

    boolean isSignedInSince(Instant then) {
        return session.getAttribute(Sessions.SIGNED_IN_AT) instanceof Instant at && at.isAfter(then);
    }

    void end() {
        session.invalidate();
    }
}
