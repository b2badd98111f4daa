package org.housecall.marketplace.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.Articles;
import org.housecall.marketplace.EventTypes;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.ListingTexts;
import org.housecall.marketplace.Publisher;
import org.housecall.marketplace.texts.TextSlot;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.zoom.Scope;
import org.housecall.zoom.Webhooks;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be pasted at Zoom: the values of this installation. Of secrets only whether they are stored. */
@Component
class GuideValues {

    private static final String TEXT = "text:";
    private static final String SIGN_IN = "/sign-in";

    private static final Map<String, Function<Facts, @Nullable String>> VALUES = Map.ofEntries(
            Map.entry("name", facts -> facts.listing().appName()),
            Map.entry("company", facts -> facts.publisher().company()),
            Map.entry("email", facts -> facts.publisher().contactEmail()),
            Map.entry("redirect", facts -> facts.listing().redirectUrl().toString()),
            Map.entry("allow-list", facts -> facts.listing().redirectUrl().toString()),
            Map.entry("events", facts -> facts.listing().webhookUrl().toString()),
            Map.entry("deauthorization", facts -> facts.listing().webhookUrl().toString()),
            Map.entry("event-types", facts -> eventTypes(facts.listing().scopes())),
            Map.entry("server-event-types", facts -> eventTypes(facts.serverScopes())),
            Map.entry("server-events", facts -> facts.serverWebhookUrl()),
            Map.entry("landing", facts -> facts.listing().settingsUrl().toString()),
            Map.entry("configuration", facts -> facts.listing().settingsUrl().toString()),
            Map.entry(
                    "privacy", facts -> facts.listing().url(ListedPage.PRIVACY).toString()),
            Map.entry("terms", facts -> facts.listing().url(ListedPage.TERMS).toString()),
            Map.entry(
                    "support", facts -> facts.listing().url(ListedPage.SUPPORT).toString()),
            Map.entry("help", facts -> facts.listing().url(ListedPage.HELP).toString()),
            Map.entry("login", facts -> facts.listing().baseUrl() + SIGN_IN),
            Map.entry(
                    "production-client-id",
                    facts -> facts.pairs().map(ZoomApps.Pairs::production).orElse(null)),
            Map.entry(
                    "development-client-id",
                    facts -> facts.pairs().map(ZoomApps.Pairs::development).orElse(null)),
            Map.entry(
                    "server-account",
                    facts -> facts.server().map(ZoomApp::zoomAccountId).orElse(null)),
            Map.entry(
                    "server-client-id",
                    facts -> facts.server().map(ZoomApp::clientId).orElse(null)));

    private static final Map<String, Function<Facts, Boolean>> SECRETS = Map.of(
            "production-secret", facts -> facts.pairs().isPresent(),
            "development-secret",
                    facts -> facts.pairs().map(ZoomApps.Pairs::development).isPresent(),
            "secret-token",
                    facts -> facts.app().filter(ZoomApp::webhookSecretSet).isPresent(),
            "server-secret", facts -> facts.server().isPresent(),
            "server-secret-token",
                    facts -> facts.server().filter(ZoomApp::webhookSecretSet).isPresent());

    private final ZoomApps apps;
    private final ListingTexts texts;
    private final Articles articles;
    private final PlatformSettings platform;
    private final PublicPages pages;

    GuideValues(ZoomApps apps, ListingTexts texts, Articles articles, PlatformSettings platform, PublicPages pages) {
        this.apps = apps;
        this.texts = texts;
        this.articles = articles;
        this.platform = platform;
        this.pages = pages;
    }

    /** All that values are made of. */
    record Facts(
            Listing listing,
            Optional<ZoomApp> app,
            Optional<ZoomApps.Pairs> pairs,
            Optional<ZoomApp> server,
            String serverWebhookUrl,
            List<ListingTexts.Text> texts) {

        Publisher publisher() {
            return listing.publisher();
        }

        List<Scope> serverScopes() {
            return server.map(ZoomApp::scopes).orElseGet(Scope::required);
        }
    }

    Facts facts(Listing listing) {
        UUID owner = CurrentClinic.idOrNone();
        return new Facts(
                listing,
                apps.of(owner, ZoomApp.Kind.GENERAL),
                apps.pairs(ZoomApp.idOf(owner, ZoomApp.Kind.GENERAL)),
                apps.of(owner, ZoomApp.Kind.SERVER_TO_SERVER),
                platform.url(Webhooks.PATH + ZoomApp.idOf(owner, ZoomApp.Kind.SERVER_TO_SERVER))
                        .toString(),
                texts.all(listing));
    }

    /** A value of a step, or several where it stands for a list. */
    List<Guide.GuideValue> of(String id, Facts facts) {
        if (id.startsWith(TEXT)) {
            return List.of(text(TextSlot.of(id.substring(TEXT.length())), facts));
        }
        Function<Facts, Boolean> stored = SECRETS.get(id);
        if (stored != null) {
            return List.of(secret(id, stored.apply(facts)));
        }
        return switch (id) {
            case "scopes" -> scopes(facts.listing().scopes(), Scope::id, facts);
            case "server-scopes" -> scopes(facts.serverScopes(), Scope::idForAccount, facts);
            case "categories", "industry" -> List.of(plain(id, pages.message("marketplace.guide.words." + id)));
            case "postal" -> List.of(plain(id, postal(facts)));
            default -> List.of(plain(id, VALUES.getOrDefault(id, _ -> null).apply(facts)));
        };
    }

    private @Nullable String postal(Facts facts) {
        List<String> lines = articles.postalLines(facts.publisher());
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private Guide.GuideValue plain(String id, @Nullable String value) {
        String note = value == null ? pages.message("marketplace.guide.value.unknown") : null;
        return new Guide.GuideValue(id, label(id), value, note, false);
    }

    private Guide.GuideValue secret(String id, boolean stored) {
        String note = pages.message("marketplace.guide.value." + (stored ? "stored" : "not-stored"));
        return new Guide.GuideValue(id, label(id), null, note, true);
    }

    private Guide.GuideValue text(TextSlot slot, Facts facts) {
        ListingTexts.Text text = facts.texts().stream()
                .filter(it -> it.slot().equals(slot))
                .findFirst()
                .orElseGet(() -> texts.get(slot, facts.listing())); // of a scope that the other app alone asks for
        String note = text.usable() ? null : pages.message("marketplace.guide.value.unfinished");
        return new Guide.GuideValue(TEXT + slot.id(), text.title(), text.usable() ? text.text() : null, note, false);
    }

    private List<Guide.GuideValue> scopes(List<Scope> scopes, Function<Scope, String> name, Facts facts) {
        return scopes.stream()
                .map(scope -> {
                    Guide.GuideValue reason = text(TextSlot.ofScope(scope), facts);
                    String id = name.apply(scope);
                    return new Guide.GuideValue("scope:" + id, id, reason.value(), reason.note(), false);
                })
                .toList();
    }

    private static String eventTypes(List<Scope> scopes) {
        return String.join("\n", EventTypes.of(scopes));
    }

    private String label(String id) {
        return pages.message("marketplace.guide.label." + id);
    }
}
