package org.housecall.zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.springframework.stereotype.Service;

/** Tries stored credentials against Zoom, without changing anything there. */
@Service
public class CredentialTrial {

    private final ZoomApps apps;
    private final TokenEndpoint endpoint;
    private final MappedUsers users;
    private final HostAccess access;
    private final ZoomClient zoom;
    private final ZoomHosts hosts;

    CredentialTrial(
            ZoomApps apps,
            TokenEndpoint endpoint,
            MappedUsers users,
            HostAccess access,
            ZoomClient zoom,
            ZoomHosts hosts) {
        this.apps = apps;
        this.endpoint = endpoint;
        this.users = users;
        this.access = access;
        this.zoom = zoom;
        this.hosts = hosts;
    }

    /** What a trial found; its message is {@code zoom.test.<kind>.<NAME>}. */
    public enum Finding {
        ACCEPTED(true),
        NO_ANSWER(false),
        WRONG_CREDENTIALS(false),
        MISSING_SCOPES(false),
        UNKNOWN_USER(false);

        private final boolean good;

        Finding(boolean good) {
            this.good = good;
        }

        public boolean good() {
            return good;
        }
    }

    /**
     * A finding about one app.
     *
     * @param development whether about its development pair
     */
    public record Result(ZoomApp.Kind kind, boolean development, Finding finding) {}

    /** Tries what counts in the current clinic, or the installation's where none is set; nothing where nothing is set up. */
    public List<Result> run() {
        List<Result> results = new ArrayList<>();
        for (ZoomApp.Kind kind : ZoomApp.Kind.values()) {
            apps.effective(kind)
                    .ifPresent(app -> apps.pairs(app.id()).ifPresent(pairs -> {
                        results.add(new Result(kind, false, run(app.id(), pairs.production())));
                        if (pairs.development() != null) {
                            results.add(new Result(kind, true, run(app.id(), pairs.development())));
                        }
                    }));
        }
        return results;
    }

    private Finding run(UUID appId, String clientId) {
        return apps.find(appId, clientId).map(this::run).orElse(Finding.WRONG_CREDENTIALS);
    }

    /** Tries one app's. Speaks to Zoom. */
    public Finding run(ZoomApp app) {
        return switch (app.kind()) {
            case GENERAL -> general(app);
            case SERVER_TO_SERVER -> serverToServer(app);
        };
    }

    /** A made-up refresh token: refusing it, Zoom has accepted whose it was said to be. */
    private Finding general(ZoomApp app) {
        return switch (endpoint.refresh(app, "none")) {
            case TokenAnswer.GrantRefused(), TokenAnswer.Granted _ -> Finding.ACCEPTED;
            case TokenAnswer.ClientRefused() -> Finding.WRONG_CREDENTIALS;
            case TokenAnswer.Lost(), TokenAnswer.Later _ -> Finding.NO_ANSWER;
        };
    }

    private Finding serverToServer(ZoomApp app) {
        return switch (endpoint.account(app)) {
            case TokenAnswer.Granted(var tokens) ->
                user(new AccessToken(app.id(), tokens.access(), hosts.apiBase(tokens.apiUrl()), 0));
            case TokenAnswer.GrantRefused(), TokenAnswer.ClientRefused() -> Finding.WRONG_CREDENTIALS;
            case TokenAnswer.Lost(), TokenAnswer.Later _ -> Finding.NO_ANSWER;
        };
    }

    private Finding user(AccessToken token) {
        Optional<String> mapped = CurrentClinic.idOrNone().equals(CurrentClinic.NONE)
                ? Optional.empty()
                : users.all().stream().findFirst();
        ZoomHost.Mapped user = new ZoomHost.Mapped(token.appId(), mapped.orElse("me"));
        return switch (access.tryToken(user, token, it -> zoom.user(it, user.zoomUser()))) {
            case ZoomAnswer.ScopesMissing() -> Finding.MISSING_SCOPES;
            case ZoomAnswer.NotSent(), ZoomAnswer.Lost() -> Finding.NO_ANSWER;
            // "me" is not promised to mean anything to such a token, so only a mapped user tells.
            case ZoomAnswer.HostUnusable() -> mapped.isPresent() ? Finding.UNKNOWN_USER : Finding.ACCEPTED;
            case ZoomAnswer.TokenRefused() -> Finding.WRONG_CREDENTIALS;
            case ZoomAnswer.Done _, ZoomAnswer.Failure _ -> Finding.ACCEPTED;
        };
    }
}
