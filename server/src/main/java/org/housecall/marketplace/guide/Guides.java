package org.housecall.marketplace.guide;

import java.util.List;
import org.housecall.zoom.ZoomApp;

/** The steps of both guides, in Zoom's order; the first and the last of each are ours. */
final class Guides {

    private static final List<Step> GENERAL = List.of(
            Step.of("review").places("app"),
            Step.of("creation").tasks("created", "production").values("name"),
            Step.of("basics")
                    .tasks(
                            "user-managed",
                            "contact",
                            "production-pair",
                            "development-pair",
                            "redirect",
                            "allow-list",
                            "strict")
                    .values(
                            "company",
                            "email",
                            "redirect",
                            "allow-list",
                            "production-client-id",
                            "production-secret",
                            "development-client-id",
                            "development-secret")
                    .checks("base-url", "redirect-url", "credentials", "add")
                    .places("app", "publisher"),
            Step.of("features")
                    .tasks("access", "deauthorization", "secret-token", "untouched")
                    .values("events", "deauthorization", "event-types", "secret-token")
                    .checks("webhook", "deauthorization")
                    .places("app"),
            Step.of("scopes")
                    .tasks("added", "reasons")
                    .values("scopes")
                    .checks("scopes", "scope-use")
                    .places("texts"),
            Step.of("actions").tasks("skipped"),
            Step.of("listing")
                    .tasks("texts", "pictures", "categories", "links", "rights", "eu", "landing", "unlisted", "domain")
                    .values(
                            "text:name",
                            "text:short",
                            "text:long",
                            "company",
                            "email",
                            "categories",
                            "industry",
                            "privacy",
                            "terms",
                            "support",
                            "help",
                            "configuration",
                            "landing",
                            "deauthorization",
                            "postal")
                    .checks("pages", "texts", "pictures")
                    .places("texts", "pages", "publisher", "pack"),
            Step.of("monetization").tasks("none"),
            Step.of("design")
                    .tasks("overview", "stack", "development", "tls", "notifications", "rest", "tests", "documents")
                    .values(
                            "text:technology-backend",
                            "text:technology-database",
                            "text:technology-authentication",
                            "text:technology-front-end",
                            "text:security-tls",
                            "text:security-notifications",
                            "text:security-rest-where",
                            "text:security-rest-how",
                            "text:security-rest-who",
                            "text:security-tests")
                    .checks("tls", "headers", "documents")
                    .places("texts", "readiness", "pack"),
            Step.of("beta")
                    .tasks("requested", "connected", "booked", "disconnected")
                    .values("text:beta", "landing")
                    .checks("connect", "decline", "disconnect")
                    .places("texts", "readiness"),
            Step.of("submission")
                    .tasks("reviewer", "release-notes", "activation", "login", "agreement", "submitted")
                    .values("text:release-notes", "login")
                    .checks("reviewer")
                    .places("reviewer", "texts", "readiness", "pack"),
            Step.of("after").tasks("remarks", "approved", "released").places("app", "readiness"));

    private static final List<Step> SERVER_TO_SERVER = List.of(
            Step.of("review").places("app"),
            Step.of("creation").tasks("created").values("name"),
            Step.of("credentials")
                    .tasks("copied")
                    .values("server-account", "server-client-id", "server-secret")
                    .checks("server-credentials")
                    .places("app"),
            Step.of("information").tasks("entered").values("company", "email").places("publisher"),
            Step.of("feature")
                    .tasks("events", "secret-token")
                    .values("server-events", "server-event-types", "server-secret-token")
                    .checks("base-url", "tls", "server-events")
                    .places("app"),
            Step.of("scopes").tasks("added").values("server-scopes").checks("server-scopes"),
            Step.of("activation")
                    .tasks("activated", "tested", "mapped")
                    .checks("server-hosts")
                    .places("app"));

    private Guides() {}

    static List<Step> of(ZoomApp.Kind kind) {
        return switch (kind) {
            case GENERAL -> GENERAL;
            case SERVER_TO_SERVER -> SERVER_TO_SERVER;
        };
    }

    /** As it is called in the catalogue. */
    static String key(ZoomApp.Kind kind) {
        return switch (kind) {
            case GENERAL -> "general";
            case SERVER_TO_SERVER -> "server";
        };
    }
}
