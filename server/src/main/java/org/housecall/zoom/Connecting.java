package org.housecall.zoom;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.housecall.platform.Secret;
import org.housecall.zoom.Observation.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** A doctor connects Zoom: away to Zoom's consent page, and back with a code that is exchanged for tokens. */
@Service
public class Connecting {

    /** The path Zoom returns to. The address has to be entered at Zoom to the letter. */
    public static final String CALLBACK = "/zoom/callback";

    private final ZoomApps apps;
    private final Attempts attempts;
    private final AddButton addButton;
    private final Observations observations;
    private final Connections connections;
    private final Relinking relinking;
    private final Disconnecting disconnecting;
    private final TokenEndpoint endpoint;
    private final ZoomBudgets budgets;
    private final ZoomClient zoom;
    private final ZoomHosts hosts;
    private final ZoomSettings settings;
    private final PlatformSettings platform;
    private final Clock clock;

    Connecting(
            ZoomApps apps,
            Attempts attempts,
            AddButton addButton,
            Observations observations,
            Connections connections,
            Relinking relinking,
            Disconnecting disconnecting,
            TokenEndpoint endpoint,
            ZoomBudgets budgets,
            ZoomClient zoom,
            ZoomHosts hosts,
            ZoomSettings settings,
            PlatformSettings platform,
            Clock clock) {
        this.apps = apps;
        this.attempts = attempts;
        this.addButton = addButton;
        this.observations = observations;
        this.connections = connections;
        this.relinking = relinking;
        this.disconnecting = disconnecting;
        this.endpoint = endpoint;
        this.budgets = budgets;
        this.zoom = zoom;
        this.hosts = hosts;
        this.settings = settings;
        this.platform = platform;
        this.clock = clock;
    }

    public URI redirectUrl() {
        return platform.url(CALLBACK);
    }

    /**
     * Begins an authorization in the current clinic; where the browser goes.
     *
     * @param sessionId the browser session that has to come back; null where an API token asks
     * @param add what {@link Outcome.StartHere} gave along, if that is where it began
     */
    public URI authorizeUrl(UUID accountId, @Nullable String sessionId, @Nullable String add) {
        ZoomApp app = apps.effective(ZoomApp.Kind.GENERAL)
                .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "zoom-app-missing"));
        Attempts.Begun begun = attempts.begin(app, accountId, CurrentClinic.id(), sessionId, addButton.isFresh(add));
        return UriComponentsBuilder.fromUri(settings.webUrl())
                .path("/oauth/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("state", "{state}")
                .queryParam("code_challenge", "{challenge}")
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(app.clientId(), redirectUrl(), begun.state(), challenge(begun.verifier()))
                .toUri();
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(verifier));
    }

    /** When an account last went away to Zoom, if it has not come back. */
    public Optional<Instant> unfinishedSince(UUID appId, UUID accountId) {
        return attempts.unfinishedSince(appId, accountId);
    }

    /** What Zoom's redirect carried; none of it can be relied on. */
    public record Return(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error) {
        @Override
        public String toString() {
            return "Return[…]";
        }
    }

    /** Who came back: the signed-in account, and the browser session. */
    public record Visitor(
            @Nullable UUID accountId, @Nullable String sessionId) {}

    /** How it ended, and in which clinic, where one is known. */
    public sealed interface Outcome {
        @Nullable
        UUID clinicId();

        record Connected(UUID clinicId) implements Outcome {}

        /** Another account has this Zoom user: whether to move it, the doctor says on the page. */
        record ToDecide(UUID clinicId) implements Outcome {}

        /**
         * Zoom's own Add button was used: the way leads over a page of ours, where an authorization of ours begins.
         *
         * @param add tells that authorization where it came from
         */
        record StartHere(String add) implements Outcome {
            @Override
            public @Nullable UUID clinicId() {
                return null;
            }
        }

        record SignInFirst(@Nullable UUID clinicId) implements Outcome {}

        record Failed(@Nullable UUID clinicId, Reason reason) implements Outcome {}
    }

    /** Why there is no connection. */
    public enum Reason {
        /** The doctor said no at Zoom. */
        DECLINED,
        EXPIRED,
        /** Not begun with us, used before, or begun in another browser session. */
        STATE,
        /** Somebody else is signed in than who began. */
        OTHER_USER,
        /** Zoom did not give tokens, or not say whose they are. */
        ZOOM
    }

    /** Takes what Zoom's redirect brought. Speaks to Zoom. */
    public Outcome finish(Return returned, Visitor visitor) {
        String state = returned.state();
        if (state == null || state.isEmpty()) {
            // Zoom's Add button sends a code without state. Exchanged, it would attach whoever's Zoom it is to whoever
            // is signed in here.
            return returned.error() == null
                    ? new Outcome.StartHere(addButton.mark())
                    : new Outcome.Failed(null, reason(returned));
        }
        Optional<Attempts.Attempt> found = attempts.find(state);
        if (visitor.accountId() == null) {
            return new Outcome.SignInFirst(found.map(Attempts.Attempt::clinicId).orElse(null));
        }
        if (found.isEmpty()) {
            return new Outcome.Failed(null, Reason.STATE);
        }
        Attempts.Attempt attempt = found.get();
        if (!attempt.accountId().equals(visitor.accountId())) {
            return new Outcome.Failed(null, Reason.OTHER_USER);
        }
        return CurrentClinic.in(attempt.clinicId(), () -> finish(attempt, state, returned, visitor.sessionId()));
    }

    private Outcome finish(Attempts.Attempt attempt, String state, Return returned, @Nullable String sessionId) {
        if (attempt.usedAt() != null || !attempts.isOfSession(state, sessionId)) {
            return failed(attempt, Reason.STATE);
        }
        if (!attempt.expiresAt().isAfter(clock.instant())) {
            return failed(attempt, Reason.EXPIRED);
        }
        Optional<String> verifier = attempts.use(state, attempt);
        if (verifier.isEmpty()) {
            return failed(attempt, Reason.STATE); // used in this moment, by a second request
        }
        String code = returned.code();
        if (returned.error() != null || code == null) {
            if (reason(returned) == Reason.DECLINED) {
                observations.note(attempt.appId(), Fact.DECLINED);
            }
            return failed(attempt, reason(returned));
        }
        return exchange(attempt, code, verifier.get());
    }

    private Outcome exchange(Attempts.Attempt attempt, String code, String verifier) {
        Optional<ZoomApp> app = apps.find(attempt.appId(), attempt.clientId());
        if (app.isPresent()
                && endpoint.exchange(app.get(), code, verifier, redirectUrl())
                        instanceof TokenAnswer.Granted(var tokens)) {
            return connect(attempt, app.get(), tokens);
        }
        return notConnected(attempt);
    }

    private Outcome connect(Attempts.Attempt attempt, ZoomApp app, TokenAnswer.Tokens tokens) {
        AccessToken token = new AccessToken(app.id(), tokens.access(), hosts.apiBase(tokens.apiUrl()), 0);
        Optional<ZoomUser> user =
                zoom.user(token, "me") instanceof ZoomAnswer.Done done ? ZoomUser.of(done) : Optional.empty();
        if (user.isEmpty()) {
            endpoint.revoke(app, tokens.access()); // whose it is, is not known: nobody keeps it
            return notConnected(attempt);
        }
        disconnecting.revokeOtherPair(app, attempt.accountId(), user.get());
        boolean toDecide = relinking.begin(app, attempt.accountId(), user.get(), tokens, attempt.added());
        if (!toDecide) {
            connections.connect(app, attempt.accountId(), user.get(), tokens);
        }
        countFor(app, user.get());
        if (toDecide) {
            return new Outcome.ToDecide(attempt.clinicId());
        }
        observations.connected(app.id(), redirectUrl(), attempt.added());
        return new Outcome.Connected(attempt.clinicId());
    }

    /** Whose account it is, only Zoom's answer told. */
    private void countFor(ZoomApp app, ZoomUser user) {
        connections
                .ofZoomUser(app.id(), user.id())
                .ifPresent(connection -> budgets.count(new ZoomHost.Connected(connection.id()), Errand.Operation.READ));
    }

    private Outcome notConnected(Attempts.Attempt attempt) {
        observations.note(attempt.appId(), Fact.NOT_CONNECTED);
        return failed(attempt, Reason.ZOOM);
    }

    private static Reason reason(Return returned) {
        return "access_denied".equals(returned.error()) ? Reason.DECLINED : Reason.ZOOM;
    }

    private static Outcome failed(Attempts.Attempt attempt, Reason reason) {
        return new Outcome.Failed(attempt.clinicId(), reason);
    }
}
