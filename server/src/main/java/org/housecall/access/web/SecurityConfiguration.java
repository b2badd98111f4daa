package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.housecall.access.IdempotencyKeys;
import org.housecall.access.KnownClinics;
import org.housecall.access.Sessions;
import org.housecall.access.SignIn;
import org.housecall.access.SignInRules;
import org.housecall.access.Viewer;
import org.housecall.audit.Audit;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.housecall.platform.web.CspNonceFilter;
import org.housecall.platform.web.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who asks, CSRF and headers are settled in the filters; what one may do is settled at each handler by {@link PermissionInterceptor}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private final KnownClinics clinics;
    private final SignInRules rules;
    private final Audit audit;
    private final Clock clock;

    SecurityConfiguration(KnownClinics clinics, SignInRules rules, Audit audit, Clock clock) {
        this.clinics = clinics;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Visit pages and webhooks carry their own proof, public pages need none: no cookie is read or set, and nobody is signed in there. */
    @Bean
    @Order(0)
    SecurityFilterChain requestsWithoutCookies(HttpSecurity http) throws Exception {
        return withoutSpringsSignIn(http.securityMatcher(
                        "/visit/**",
                        "/api/v1/visits/**",
                        "/zoom/webhooks/**",
                        "/book/**",
                        "/c/**",
                        "/legal/**",
                        "/support",
                        "/zoomverify/**",
                        "/help/**",
                        "/pages.css"))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new CspNonceFilter(), HeaderWriterFilter.class)
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain requests(
            HttpSecurity http,
            SignIn signIn,
            Sessions sessions,
            IdempotencyKeys keys,
            ProblemWriter problems,
            PlatformSettings settings)
            throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.secure(settings.secure()).sameSite("Lax"));
        return withoutSpringsSignIn(http)
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(tokens)
                        .requireCsrfProtectionMatcher(SecurityConfiguration::isBrowsersUnsafeRequest))
                .addFilterBefore(new ViewerFilter(signIn, sessions), CsrfFilter.class)
                .addFilterBefore(new CspNonceFilter(), ViewerFilter.class)
                .addFilterAfter(new IdempotencyFilter(keys, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(monitoring())
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, _) -> problems.write(response, Problem.unauthenticated()))
                        .accessDeniedHandler((request, response, _) -> problems.write(
                                response,
                                signedInOrSigningIn(request) ? Problem.forbidden() : Problem.unauthenticated())))
                .build();
    }

    private static HttpSecurity withoutSpringsSignIn(HttpSecurity http) throws Exception {
        // The session is our own sign-in's. Spring Security, finding a viewer it did not put there, would take every
        // request for a new sign-in, and give out another session id and CSRF token each time.
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .headers(AbstractHttpConfigurer::disable) // SecurityHeaders sends them, with what never comes here, too
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
    }

    /** Monitoring says how it is to everyone, and everything else to Administrators. */
    private static RequestMatcher monitoring() {
        return request -> request.getServletPath().startsWith("/actuator/")
                && !request.getServletPath().startsWith("/actuator/health")
                && !Viewer.current().map(Viewer::administrator).orElse(false);
    }

    /** A bearer token is no browser's. */
    private static boolean isBrowsersUnsafeRequest(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !ViewerFilter.hasBearer(request);
    }

    private static boolean signedInOrSigningIn(HttpServletRequest request) {
        return Viewer.current().isPresent() || request.getServletPath().equals("/api/v1/session");
    }

    /** After Spring Security, whose filters say who asks. */
    @Bean
    FilterRegistrationBean<ClinicFilter> clinicFilterAfterSecurity(ClinicFilter filter) {
        FilterRegistrationBean<ClinicFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(0);
        return registration;
    }

    @Bean
    CookieSerializer sessionCookie(PlatformSettings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(sessionCookieName(settings));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(settings.secure());
        cookie.setSameSite("Lax"); // Zoom's redirect back to us must bring it along
        return cookie;
    }

    /** The prefix makes browsers refuse one that another host of the domain, or a page without https, has set. */
    static String sessionCookieName(PlatformSettings settings) {
        return settings.secure() ? "__Host-HOUSECALL_SESSION" : "HOUSECALL_SESSION";
    }

    /** In place of Spring Session's random UUIDs, which fall short of 128 random bits. */
    @Bean
    static SessionIdGenerator sessionIds() {
        return Secret::token;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PermissionInterceptor(clinics, rules, audit, clock));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArgument());
    }

    /** Gives a handler the viewer. */
    private static final class ViewerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            return Viewer.current().orElseThrow(Problem::unauthenticated);
        }
    }
}
