package org.housecall.marketplace.pack;

import java.net.URI;
import java.util.List;
import org.housecall.marketplace.EventTypes;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.Listing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A General App as Zoom's manifest describes it. The deauthorization URL and the secret token are not part of a
 * manifest, and are entered by hand.
 */
record Manifest(
        DisplayInformation displayInformation,
        OauthInformation oauthInformation,
        DeveloperInformation developerInformation,
        Features features) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The texts that a manifest repeats from the listing; null where something is left in them to be filled in. */
    record Texts(
            @Nullable String shortDescription,
            @Nullable String longDescription,
            @Nullable String scopes,
            @Nullable String domain) {}

    record DisplayInformation(
            String displayName,
            @Nullable String description,
            @Nullable String longDescription,
            String discoverType,
            String installType,
            URI privacyUrl,
            URI termsUrl,
            URI supportUrl,
            URI docUrl,
            URI configUrl) {}

    record OauthInformation(
            String usage,
            URI developmentRedirectUri,
            URI productionRedirectUri,
            List<URI> oauthAllowList,
            boolean strictMode,
            boolean subdomainStrictMode,
            List<AskedScope> scopes,
            @Nullable String scopeDescription,
            boolean enablePrivatePkceClient,
            boolean enablePublicPkceClient) {}

    record AskedScope(String scope, boolean optional) {}

    record DeveloperInformation(
            @Nullable String developerName,
            @Nullable String developerEmail,
            @Nullable String companyName,
            URI website,
            URI privacyPolicy,
            URI termsOfUse,
            URI support) {}

    record Features(
            List<String> products,
            URI developmentHomeUri,
            URI productionHomeUri,
            List<AllowedDomain> domainAllowList,
            EventSubscription eventSubscription) {}

    record AllowedDomain(String domain, @Nullable String explanation) {}

    record EventSubscription(boolean enable, List<Events> events) {}

    record Events(
            String subscriptionId,
            String subscriptionName,
            String eventUsage,
            List<String> eventTypes,
            URI developmentWebhookUrl,
            URI productionWebhookUrl,
            @Nullable String developmentEventCustomHeader,
            @Nullable String productionEventCustomHeader) {}

    static Manifest of(Listing listing, Texts texts) {
        return new Manifest(
                display(listing, texts), oauth(listing, texts), developer(listing), features(listing, texts));
    }

    private static DisplayInformation display(Listing listing, Texts texts) {
        return new DisplayInformation(
                listing.appName(),
                texts.shortDescription(),
                texts.longDescription(),
                "UNLISTED",
                "LANDING_PAGE",
                listing.url(ListedPage.PRIVACY),
                listing.url(ListedPage.TERMS),
                listing.url(ListedPage.SUPPORT),
                listing.url(ListedPage.HELP),
                listing.settingsUrl());
    }

    private static OauthInformation oauth(Listing listing, Texts texts) {
        return new OauthInformation(
                "USER_OPERATION",
                listing.redirectUrl(),
                listing.redirectUrl(),
                List.of(listing.redirectUrl()),
                true,
                true,
                listing.scopes().stream()
                        .map(scope -> new AskedScope(scope.id(), scope.optIn()))
                        .toList(),
                texts.scopes(),
                true,
                false);
    }

    private static DeveloperInformation developer(Listing listing) {
        return new DeveloperInformation(
                listing.publisher().company(),
                listing.publisher().contactEmail(),
                listing.publisher().company(),
                listing.baseUrl(),
                listing.url(ListedPage.PRIVACY),
                listing.url(ListedPage.TERMS),
                listing.url(ListedPage.SUPPORT));
    }

    private static Features features(Listing listing, Texts texts) {
        URI home = URI.create(listing.baseUrl() + "/");
        Events visits = new Events(
                "visits",
                "Visits",
                "EVENT_FOR_USER",
                EventTypes.of(listing.scopes()),
                listing.webhookUrl(),
                listing.webhookUrl(),
                null,
                null);
        return new Features(
                List.of("ZOOM_MEETING"),
                home,
                home,
                List.of(new AllowedDomain(listing.baseUrl().getHost(), texts.domain())),
                new EventSubscription(true, List.of(visits)));
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
