package org.housecall.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.housecall.platform.CurrentClinic;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sets the clinic of the route for everything behind it. */
@Component
class ClinicFilter extends OncePerRequestFilter {

    private static final Pattern ROUTE = Pattern.compile("/api/v1/clinics/([0-9a-fA-F-]{36})(?:/.*)?");

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UUID> clinic = clinicOf(request);
        if (clinic.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            CurrentClinic.<Exception>inThrowing(clinic.get(), () -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<UUID> clinicOf(HttpServletRequest request) {
        Matcher route = ROUTE.matcher(request.getServletPath());
        if (!route.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(route.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
