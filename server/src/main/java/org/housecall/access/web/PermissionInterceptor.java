package org.housecall.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.housecall.access.KnownClinics;
import org.housecall.access.Permission;
import org.housecall.access.Public;
import org.housecall.access.RecentSignIn;
import org.housecall.access.Requires;
import org.housecall.access.SignInRules;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Lets a request through to its handler only by what the handler declares. Declaring nothing refuses everyone. */
class PermissionInterceptor implements HandlerInterceptor {

    private final KnownClinics clinics;
    private final SignInRules rules;
    private final Audit audit;
    private final Clock clock;

    PermissionInterceptor(KnownClinics clinics, SignInRules rules, Audit audit, Clock clock) {
        this.clinics = clinics;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What the container goes on with was let through as a request; whoever opened a stream may be nobody at its
        // end.
        if (handler instanceof ResourceHttpRequestHandler || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw Problem.forbidden();
        }
        if (method.hasMethodAnnotation(Public.class) || isPublishedApi(method)) {
            return true;
        }
        Viewer viewer = Viewer.current().orElseThrow(Problem::unauthenticated);
        SignedIn signedIn = method.getMethodAnnotation(SignedIn.class);
        if (signedIn != null) {
            refuseLimited(viewer, signedIn, request);
            requireRecentSignIn(request, method);
            return true;
        }
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            throw Problem.forbidden();
        }
        check(viewer, requires.value(), request);
        requireRecentSignIn(request, method);
        return true;
    }

    /**
     * A token for some permissions, or a sign-in that one clinic vouches for, changes nothing of the account itself; and
     * what the account is elsewhere is nothing that a clinic's provider may let anyone see.
     */
    private void refuseLimited(Viewer viewer, SignedIn signedIn, HttpServletRequest request) {
        if ((viewer.isLimited() && !request.getMethod().equals("GET"))
                || (viewer.onlyClinic() != null && !signedIn.alsoInOneClinic())) {
            throw refused(request);
        }
    }

    private void requireRecentSignIn(HttpServletRequest request, HandlerMethod method) {
        if (!method.hasMethodAnnotation(RecentSignIn.class) || ViewerFilter.hasBearer(request)) {
            return;
        }
        Instant then = clock.instant().minus(RecentSignIn.RECENT);
        if (OpenSession.of(request)
                .filter(session -> session.isSignedInSince(then))
                .isEmpty()) {
            throw new Problem(HttpStatus.FORBIDDEN, "sign-in-again");
        }
    }

    private void check(Viewer viewer, Permission permission, HttpServletRequest request) {
        UUID clinicId = CurrentClinic.idOrNone();
        if (clinicId.equals(CurrentClinic.NONE)) {
            if (namesClinic(request)) {
                throw Problem.notFound(); // no clinic's id, and what it would act on is the installation's
            }
            if (!viewer.mayInInstallation(permission)) {
                throw refused(request);
            }
            return;
        }
        if (!viewer.belongsTo(clinicId) || !clinics.exists(clinicId)) {
            throw refusedIn(clinicId);
        }
        if (!viewer.may(permission, clinicId)) {
            throw refused(request);
        }
        rules.check(viewer);
    }

    /** It leaves its trace, once an hour for each person and kind: a page that asks again fills no trail. */
    private Problem refused(HttpServletRequest request) {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        audit.recordOnceAnHour(reading ? Action.VIEW_REFUSED : Action.CHANGE_REFUSED, null);
        return Problem.forbidden();
    }

    /** Its trace is the installation's: another clinic's trail is none of theirs, and a clinic that is not there has none. */
    private Problem refusedIn(UUID clinicId) {
        UUID known = clinics.exists(clinicId) ? clinicId : null;
        return CurrentClinic.in(CurrentClinic.NONE, () -> {
            audit.recordOnceAnHour(Action.CLINIC_REFUSED, known);
            return Problem.notFound();
        });
    }

    private static boolean namesClinic(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.containsKey("clinicId");
    }

    /** The one foreign handler: springdoc's, which publishes the OpenAPI document. */
    private static boolean isPublishedApi(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.springdoc.");
    }
}
