package org.zoomsandbox.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.oauth.Credential;
import org.zoomsandbox.oauth.Installations;
import org.zoomsandbox.oauth.Tokens;
import org.zoomsandbox.webhooks.Webhooks;
import org.zoomsandbox.world.Account;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.IssuedSecrets;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.Plan;
import org.zoomsandbox.world.SampleWorld;
import org.zoomsandbox.world.ZoomApp;
import org.zoomsandbox.world.ZoomUser;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, people, apps, and what becomes of their tokens. */
public final class WorldControls {

    private final Directory directory;
    private final Tokens tokens;
    private final Installations installations;
    private final Webhooks webhooks;
    private final IssuedSecrets secrets;

    public WorldControls(
            Directory directory, Tokens tokens, Installations installations, Webhooks webhooks, IssuedSecrets secrets) {
        this.directory = directory;
        this.tokens = tokens;
        this.installations = installations;
        this.webhooks = webhooks;
        this.secrets = secrets;
    }

    public void add(RoutesConfig routes) {
        routes.get("/control/accounts", Commands.answer((context, order) -> directory.accounts()));
        routes.put("/control/accounts/{id}", Commands.answer(this::saveAccount));
        routes.get("/control/users", Commands.answer((context, order) -> directory.users()));
        routes.put("/control/users/{id}", Commands.answer(this::saveUser));
        routes.delete("/control/users/{id}", Commands.answer((context, order) -> removeUser(context)));
        routes.get("/control/apps", Commands.answer((context, order) -> apps()));
        routes.put("/control/apps/{id}", Commands.answer(this::saveApp));
        routes.post("/control/apps/{id}/validate-webhook", Commands.answer((context, order) -> validate(context)));
        routes.post("/control/apps/{id}/rotate-secret", Commands.answer((context, order) -> rotate(context)));
        routes.post("/control/apps/{id}/uninstall", Commands.answer(this::uninstall));
        routes.get("/control/tokens", Commands.answer((context, order) -> tokens(context)));
        routes.post("/control/tokens/expire", Commands.answer((context, order) -> expire(order)));
        routes.post("/control/tokens/revoke", Commands.answer((context, order) -> revoke(order)));
    }

    private Object saveAccount(Context context, ObjectNode order) {
        var id = context.pathParam("id");
        var present = Objects.requireNonNullElseGet(directory.account(id), () -> new Account(id, id, Plan.PRO));
        var saved = Json.patched(present, order.put("id", id), Account.class);
        directory.save(saved);
        return saved;
    }

    private Object saveUser(Context context, ObjectNode order) {
        var name = context.pathParam("id");
        var present = Objects.requireNonNullElseGet(directory.user(name), () -> newUser(name, order));
        var saved = Json.patched(present, order.put("id", present.id()), ZoomUser.class);
        if (directory.account(saved.accountId()) == null) {
            directory.save(new Account(saved.accountId(), saved.displayName(), Plan.PRO));
        }
        directory.save(saved);
        return saved;
    }

    private static ZoomUser newUser(String name, ObjectNode order) {
        var account = order.path("accountId").asString(Dice.text(16));
        return name.contains("@")
                ? SampleWorld.user(Dice.text(16), account, name)
                : SampleWorld.user(name, account, Commands.text(order, "email"));
    }

    private Object removeUser(Context context) {
        var user = user(context.pathParam("id"));
        directory.removeUser(user.id());
        tokens.revoke(null, user.id(), "token owner no longer exists (4735)");
        return Commands.done();
    }

    private Object apps() {
        return directory.apps().stream().map(this::seen).toList();
    }

    private Object saveApp(Context context, ObjectNode order) {
        var id = context.pathParam("id");
        var present = Objects.requireNonNullElseGet(directory.app(id), () -> newApp(id, order));
        var saved = Json.patched(present, order.put("clientId", id), ZoomApp.class);
        directory.save(saved);
        secrets.add("client_secret", saved.clientSecret());
        secrets.add("webhook_secret", saved.webhook().secretToken());
        var addressChanged =
                !Objects.equals(present.webhook().url(), saved.webhook().url());
        if ("false".equals(context.queryParam("validate"))) {
            webhooks.subscriptions().trust(id);
        } else if (saved.webhook().url() != null && addressChanged) {
            webhooks.subscriptions().check(saved);
        }
        return seen(saved);
    }

    private static ZoomApp newApp(String clientId, ObjectNode order) {
        return order.path("kind").asString("").equals(ZoomApp.Kind.SERVER_TO_SERVER.name())
                ? SampleWorld.serverApp(clientId, Commands.text(order, "accountId"))
                : SampleWorld.generalApp(clientId, List.of());
    }

    private Object validate(Context context) {
        return webhooks.subscriptions().check(app(context));
    }

    private Object rotate(Context context) {
        var order = Json.object().put("clientSecret", Dice.text(24));
        var saved = Json.patched(app(context), order, ZoomApp.class);
        directory.save(saved);
        secrets.add("client_secret", saved.clientSecret());
        return order;
    }

    /** By the person or by an administrator: the difference is only in the recorded cause. */
    private Object uninstall(Context context, ObjectNode order) {
        var user = user(Commands.text(order, "user"));
        var cause = "uninstalled by " + order.path("by").asString("user");
        var notify = order.path("notify").asBoolean(true);
        var removed = installations.remove(app(context).clientId(), user.id(), cause, notify);
        return Json.object().put("removed", removed);
    }

    private Object tokens(Context context) {
        var full = "true".equals(context.queryParam("full"));
        return tokens.all().stream().map(token -> seen(token, full)).toList();
    }

    private Object expire(ObjectNode order) {
        var kind = Credential.Kind.valueOf(Commands.text(order, "kind").toUpperCase(Locale.ROOT));
        var age = Duration.parse(order.path("olderThan").asString("PT0S"));
        return Json.object().put("expired", tokens.expire(kind, clientId(order), userId(order), age));
    }

    private Object revoke(ObjectNode order) {
        tokens.revoke(clientId(order), userId(order), order.path("cause").asString("revoked by the sandbox"));
        return Commands.done();
    }

    private ObjectNode seen(ZoomApp app) {
        var json = (ObjectNode) Json.tree(app);
        json.set("webhookStanding", Json.tree(webhooks.subscriptions().of(app.clientId())));
        json.set(
                "installedBy",
                Json.tree(tokens.installations(app.clientId()).stream()
                        .map(Credential.Grant::userId)
                        .toList()));
        return json;
    }

    private ObjectNode seen(Credential token, boolean full) {
        var grant = token.grant();
        var json = Json.object()
                .put("kind", token.kind().name().toLowerCase(Locale.ROOT))
                .put("value", full ? token.value() : masked(token))
                .put("clientId", grant.clientId())
                .put("userId", grant.userId())
                .put("accountId", grant.accountId())
                .put("fate", token.fate().name().toLowerCase(Locale.ROOT))
                .put("usable", tokens.usableNow(token))
                .put("cause", token.cause())
                .put("issuedAt", token.issuedAt().toString())
                .put("expiresAt", token.expiresAt().toString());
        json.set("scopes", Json.tree(grant.scopes().stream().sorted().toList()));
        return json;
    }

    static String masked(Credential token) {
        return "…" + token.value().substring(token.value().length() - 6);
    }

    private ZoomApp app(Context context) {
        return Objects.requireNonNullElseGet(directory.app(context.pathParam("id")), () -> {
            throw new IllegalArgumentException("no such app: " + context.pathParam("id"));
        });
    }

    private ZoomUser user(String name) {
        return Objects.requireNonNullElseGet(directory.user(name), () -> {
            throw new IllegalArgumentException("no such user: " + name);
        });
    }

    private static @Nullable String clientId(ObjectNode order) {
        return order.hasNonNull("clientId") ? Commands.text(order, "clientId") : null;
    }

    private @Nullable String userId(ObjectNode order) {
        return order.hasNonNull("user") ? user(Commands.text(order, "user")).id() : null;
    }
}
