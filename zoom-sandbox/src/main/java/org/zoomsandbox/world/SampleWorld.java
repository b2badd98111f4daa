package org.zoomsandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.ZoomApp.DeauthorizationShape;
import org.zoomsandbox.world.ZoomApp.Kind;
import org.zoomsandbox.world.ZoomApp.Scope;
import org.zoomsandbox.world.ZoomApp.Webhook;

/** The accounts, people and apps a fresh sandbox starts with, and the templates for new ones. */
public final class SampleWorld {

    private static final Instant LONG_AGO = Instant.parse("2024-01-15T09:00:00Z");
    private static final List<String> REQUIRED = List.of(
            "meeting:write:meeting",
            "meeting:read:meeting",
            "meeting:update:meeting",
            "meeting:delete:meeting",
            "user:read:user");
    private static final List<String> OPTIONAL = List.of(
            "meeting:read:list_meetings", "meeting:update:status", "meeting:read:participant", "user:read:settings");

    private SampleWorld() {}

    /** Fills the directory: three doctors with accounts of their own, a clinic with two users, one app of each kind. */
    public static void fill(Directory directory, List<String> redirectUris) {
        for (var number : List.of("One", "Two", "Three")) {
            var plan = number.equals("Three") ? Plan.FREE : Plan.PRO;
            var accountId = padded("doctor" + number + "Account");
            directory.save(new Account(accountId, "Doctor " + number, plan));
            directory.save(doctor(number, accountId, plan == Plan.FREE ? 1 : 2));
        }
        var clinic = new Account(padded("clinicAccount"), "Clinic", Plan.PRO);
        directory.save(clinic);
        directory.save(doctor("Four", clinic.id(), 2));
        directory.save(doctor("Five", clinic.id(), 2));
        directory.save(generalApp(padded("sandboxGeneralApp"), redirectUris));
        directory.save(serverApp(padded("sandboxServerApp"), clinic.id()));
    }

    /** A licensed, active user; what a new one is before the caller's own values are laid over it. */
    public static ZoomUser user(String id, String accountId, String email) {
        return new ZoomUser(
                id, accountId, email, "Zoom", "User", 2, "active", "UTC", true, pmi(), LONG_AGO, HostSettings.FREE);
    }

    /** A General app with the usual scopes. */
    public static ZoomApp generalApp(String clientId, List<String> redirectUris) {
        var scopes = Stream.concat(
                        REQUIRED.stream().map(scope -> new Scope(scope, false)),
                        OPTIONAL.stream().map(scope -> new Scope(scope, true)))
                .toList();
        return app(Kind.GENERAL, clientId, "Sandbox General app", null, redirectUris, scopes);
    }

    /** A Server-to-Server app, whose scopes cover its whole account. */
    public static ZoomApp serverApp(String clientId, String accountId) {
        var scopes = Stream.concat(REQUIRED.stream(), OPTIONAL.stream())
                .map(scope -> new Scope(scope + ":admin", false))
                .toList();
        return app(Kind.SERVER_TO_SERVER, clientId, "Sandbox Server-to-Server app", accountId, List.of(), scopes);
    }

    private static ZoomApp app(
            Kind kind,
            String clientId,
            String name,
            @Nullable String accountId,
            List<String> redirectUris,
            List<Scope> scopes) {
        return new ZoomApp(
                kind,
                clientId,
                clientId + "Secret",
                name,
                accountId,
                redirectUris,
                true,
                scopes,
                new Webhook(null, clientId + "Hook", List.of(), false),
                null,
                DeauthorizationShape.TOP_LEVEL,
                null,
                false,
                false,
                true,
                true);
    }

    private static ZoomUser doctor(String number, String accountId, int type) {
        var email = "doctor." + number.toLowerCase(Locale.ROOT) + "@clinic.example";
        var id = padded("doctor" + number + "User");
        return new ZoomUser(
                id,
                accountId,
                email,
                "Doctor",
                number,
                type,
                "active",
                "UTC",
                true,
                pmi(),
                LONG_AGO,
                HostSettings.FREE);
    }

    private static long pmi() {
        return Dice.between(2_200_000_000L, 9_900_000_000L);
    }

    /** Zoom's ids have 22 characters. */
    private static String padded(String name) {
        return name + "0".repeat(21 - name.length()) + "1";
    }
}
