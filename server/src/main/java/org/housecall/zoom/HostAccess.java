package org.housecall.zoom;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Calls Zoom as a host: with a valid token, renewed once where Zoom refuses it. */
@Component
class HostAccess {

    private final Connections connections;
    private final ConnectionTokens connectionTokens;
    private final AccountTokens accountTokens;
    private final ZoomBudgets budgets;

    HostAccess(
            Connections connections,
            ConnectionTokens connectionTokens,
            AccountTokens accountTokens,
            ZoomBudgets budgets) {
        this.connections = connections;
        this.connectionTokens = connectionTokens;
        this.accountTokens = accountTokens;
        this.budgets = budgets;
    }

    /** Reads something while a person waits. */
    ZoomAnswer call(ZoomHost host, Function<AccessToken, ZoomAnswer> call) {
        return call(host, Errand.now(Errand.Operation.READ), call);
    }

    /**
     * Within the budget, or not at all. The call may be made a second time, after a refused token: nothing can have
     * happened at the first.
     */
    ZoomAnswer call(ZoomHost host, Errand errand, Function<AccessToken, ZoomAnswer> call) {
        Optional<ZoomAnswer.Failure> exhausted = budgets.take(host, errand);
        if (exhausted.isPresent()) {
            return exhausted.get();
        }
        ZoomAnswer answer = withToken(host, token -> {
            Optional<ZoomAnswer.Failure> notNow = budgets.turn(host, errand);
            return notNow.isPresent() ? notNow.get() : call.apply(token);
        });
        budgets.learn(host, errand, answer);
        return answer;
    }

    /** Reads something while a person waits, with a token that is kept nowhere: one of the host's app. */
    ZoomAnswer tryToken(ZoomHost host, AccessToken token, Function<AccessToken, ZoomAnswer> call) {
        Errand errand = Errand.now(Errand.Operation.READ);
        return budgets.take(host, errand)
                .or(() -> budgets.turn(host, errand))
                .<ZoomAnswer>map(failure -> failure)
                .orElseGet(() -> call.apply(token));
    }

    private ZoomAnswer withToken(ZoomHost host, Function<AccessToken, ZoomAnswer> call) {
        return switch (token(host, ConnectionTokens.NONE_REFUSED)) {
            case TokenUse.Unusable(var why) -> why;
            case TokenUse.Usable(var token) -> {
                ZoomAnswer answer = call.apply(token);
                yield answer instanceof ZoomAnswer.TokenRefused ? callAnew(host, token, call) : answer;
            }
        };
    }

    private ZoomAnswer callAnew(ZoomHost host, AccessToken refused, Function<AccessToken, ZoomAnswer> call) {
        return switch (token(host, refused.version())) {
            case TokenUse.Unusable(var why) -> why;
            case TokenUse.Usable(var token) -> {
                ZoomAnswer answer = call.apply(token);
                yield answer instanceof ZoomAnswer.TokenRefused ? refusedAgain(host, token) : answer;
            }
        };
    }

    /**
     * Zoom refuses a token that it has just given. Where there is a newer one by now, that was why: nothing is lost, and
     * whoever waited for a reconnect would wait for ever. An account's own token nobody can reconnect: it is asked for again.
     */
    private ZoomAnswer refusedAgain(ZoomHost host, AccessToken token) {
        return switch (host) {
            case ZoomHost.Connected(var id) ->
                connectionTokens.giveUp(id, token.version()) ? new ZoomAnswer.TokenRefused() : new ZoomAnswer.NotSent();
            case ZoomHost.Mapped _ -> new ZoomAnswer.AppRefused();
        };
    }

    /** The user in the path of a call: with a user's own token always {@code me}. */
    static String user(ZoomHost host) {
        return switch (host) {
            case ZoomHost.Connected _ -> "me";
            case ZoomHost.Mapped(var _, var zoomUser) -> zoomUser;
        };
    }

    boolean mayList(ZoomHost host) {
        return isGranted(host, Scope.LIST_MEETINGS);
    }

    boolean isGranted(ZoomHost host, Scope scope) {
        Set<String> granted = switch (host) {
            case ZoomHost.Connected(var id) ->
                connections.find(id).map(Connection::grantedScopes).orElse(Set.of());
            case ZoomHost.Mapped(var appId, var _) -> accountTokens.scopes(appId);
        };
        return Scopes.includes(granted, scope);
    }

    /** Zoom said that a scope we need is missing: nobody hosts with this connection before it is authorized anew. */
    void lacksScopes(ZoomHost host) {
        if (host instanceof ZoomHost.Connected(var id)) {
            connections.find(id).ifPresent(connections::lacksScopes);
        }
    }

    private TokenUse token(ZoomHost host, long refusedVersion) {
        return switch (host) {
            case ZoomHost.Connected(var id) -> connectionTokens.accessTokenBut(id, refusedVersion);
            case ZoomHost.Mapped(var appId, var _) -> accountTokens.accessTokenBut(appId, refusedVersion);
        };
    }
}
