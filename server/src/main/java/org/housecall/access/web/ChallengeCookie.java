package org.housecall.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.housecall.access.PasskeyChallenges;
import org.housecall.platform.PlatformSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The browser keeps, out of its scripts' reach, which challenge it was given: an answer from any other is worth nothing. */
@Component
class ChallengeCookie {

    private static final String NAME = "HOUSECALL_PASSKEY";

    private final PasskeyChallenges challenges;
    private final PlatformSettings settings;

    ChallengeCookie(PasskeyChallenges challenges, PlatformSettings settings) {
        this.challenges = challenges;
        this.settings = settings;
    }

    /** A new challenge in place of the one before. */
    String give(String purpose, HttpServletResponse response) {
        PasskeyChallenges.Challenge challenge = challenges.issue(purpose);
        ResponseCookie cookie = ResponseCookie.from(NAME, challenge.sealed())
                .path("/api/v1")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Strict")
                .maxAge(PasskeyChallenges.GOOD_FOR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return challenge.value();
    }

    Optional<String> read(String purpose, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .flatMap(kept -> challenges.open(kept, purpose));
    }
}
