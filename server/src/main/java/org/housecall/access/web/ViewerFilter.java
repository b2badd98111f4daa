package org.housecall.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.housecall.access.Sessions;
import org.housecall.access.SignIn;
import org.housecall.access.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks: by bearer token, else by session. Roles are read anew each time, so a role taken away is gone at once. */
class ViewerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final SignIn signIn;
    private final Sessions sessions;

    ViewerFilter(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        viewer(request).ifPresent(viewer -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ViewerAuthentication(viewer));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Viewer> viewer(HttpServletRequest request) {
        if (hasBearer(request)) {
            return signIn.viewerOfToken(
                    request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()));
        }
        return OpenSession.of(request)
                .filter(session -> !sessions.isOver(session.openedAt()))
                .flatMap(OpenSession::proof)
                .flatMap(signIn::viewer);
    }

    /** Such a request is no browser's, carries no ambient authority and so needs no CSRF token. */
    static boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER);
    }

    /** The viewer as Spring Security knows the signed-in. */
    static final class ViewerAuthentication extends AbstractAuthenticationToken {
        private final transient Viewer viewer;

        ViewerAuthentication(Viewer viewer) {
            super(List.of());
            this.viewer = viewer;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Viewer getPrincipal() {
            return viewer;
        }

        @Override
        public String getName() {
            return viewer.accountId().toString();
        }
    }
}
