package org.zoomsandbox.oauth;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.http.Pages;
import org.zoomsandbox.oauth.Credential.Binding;
import org.zoomsandbox.oauth.Credential.Grant;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.ZoomApp;
import org.zoomsandbox.world.ZoomApp.Scope;
import org.zoomsandbox.world.ZoomUser;

/** {@code /oauth/authorize}: the page on which a person lets an app in. */
public final class Consent {

    private static final List<String> CARRIED =
            List.of("response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method");

    private final Directory directory;
    private final Tokens tokens;
    private final RedirectRules redirects;

    public Consent(Directory directory, Tokens tokens, Site site) {
        this.directory = directory;
        this.tokens = tokens;
        this.redirects = new RedirectRules(site);
    }

    /** Shows the page, or Zoom's own error page: a bad request never reaches the redirect address. */
    public void show(Context context) {
        var app = app(context);
        if (app == null || refused(context, app)) {
            return;
        }
        Pages.show(
                context,
                200,
                "consent",
                Map.of(
                        "app", app.name(),
                        "carried", carried(context),
                        "users", directory.users().stream().map(Consent::choice).toList(),
                        "required",
                                app.scopes().stream()
                                        .filter(scope -> !scope.optional())
                                        .toList(),
                        "optional",
                                app.scopes().stream().filter(Scope::optional).toList()));
    }

    /** Takes the person's decision; without {@code scopes_shown} every scope counts as ticked. */
    public void decide(Context context) {
        var app = app(context);
        if (app == null || refused(context, app)) {
            return;
        }
        var redirectUri = Objects.requireNonNull(parameter(context, "redirect_uri"));
        if (!"allow".equals(context.formParam("decision"))) {
            decline(context, app, redirectUri);
            return;
        }
        var user = directory.user(Objects.requireNonNullElse(context.formParam("user_id"), ""));
        if (user == null) {
            error(context, 400, "Choose who signs in.", 4735);
            return;
        }
        var pkce = Pkce.of(parameter(context, "code_challenge"), parameter(context, "code_challenge_method"));
        var grant = new Grant(app.clientId(), user.id(), user.accountId(), ticked(context, app));
        var code = tokens.issueCode(grant, new Binding(redirectUri, pkce));
        redirect(context, redirectUri, "code", code.value());
    }

    private void decline(Context context, ZoomApp app, String redirectUri) {
        if (app.declineRedirects()) {
            redirect(context, redirectUri, "error", "access_denied");
        } else {
            Pages.notice(context, 200, "Declined", "You have not added " + app.name() + ".");
        }
    }

    private static Set<String> ticked(Context context, ZoomApp app) {
        var ticks = new HashSet<>(context.formParams("scope"));
        var all = context.formParam("scopes_shown") == null;
        var granted = new HashSet<String>();
        for (var scope : app.scopes()) {
            if (all || !scope.optional() || ticks.contains(scope.scope())) {
                granted.add(scope.scope());
            }
        }
        return Set.copyOf(granted);
    }

    private @Nullable ZoomApp app(Context context) {
        var clientId = parameter(context, "client_id");
        var app = clientId == null ? null : directory.app(clientId);
        if (app == null || app.disabled() || app.serverToServer()) {
            error(context, 400, "Invalid client_id: " + clientId, 4702);
            return null;
        }
        return app;
    }

    private boolean refused(Context context, ZoomApp app) {
        var redirectUri = parameter(context, "redirect_uri");
        if (!redirects.allow(app, redirectUri)) {
            error(context, 400, "Invalid redirect: " + redirectUri, 4700);
            return true;
        }
        if (!"code".equals(parameter(context, "response_type"))) {
            error(context, 400, "Unsupported response type", 4700);
            return true;
        }
        if (app.approvalRequired()) {
            Pages.notice(
                    context,
                    200,
                    "Approval needed",
                    "Your account's administrator has to approve " + app.name() + " before you can add it.");
            return true;
        }
        return false;
    }

    private static void error(Context context, int status, String message, int code) {
        if (Objects.requireNonNullElse(context.header("Accept"), "").contains("application/json")) {
            var body = Json.object().put("status", false).put("errorCode", code).put("errorMessage", message);
            context.status(status)
                    .contentType("application/json")
                    .result(body.putNull("result").toString());
        } else {
            Pages.notice(context, status, "Zoom cannot continue", message + " (" + grouped(code) + ")");
        }
    }

    /** Zoom's page writes 4700 as 4,700. */
    private static String grouped(int code) {
        return String.format(Locale.US, "%,d", code);
    }

    /** The Marketplace's own Add button sends no state, and so none comes back. */
    private static void redirect(Context context, String redirectUri, String name, String value) {
        var target = redirectUri + (redirectUri.contains("?") ? "&" : "?") + name + "=" + encoded(value);
        var state = parameter(context, "state");
        context.redirect(state == null ? target : target + "&state=" + encoded(state), HttpStatus.FOUND);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String parameter(Context context, String name) {
        var value = context.queryParam(name);
        return value != null ? value : context.formParam(name);
    }

    private static List<Map<String, String>> carried(Context context) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : CARRIED) {
            var value = context.queryParam(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields.entrySet().stream()
                .map(field -> Map.of("name", field.getKey(), "value", field.getValue()))
                .toList();
    }

    private static Map<String, String> choice(ZoomUser user) {
        return Map.of("id", user.id(), "name", user.displayName(), "email", user.email());
    }
}
