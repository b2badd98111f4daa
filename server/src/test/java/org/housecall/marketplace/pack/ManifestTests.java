package org.housecall.marketplace.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Contact;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Publisher;
import org.housecall.zoom.Scope;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Zoom's manifest wants that its validator does not tell. */
class ManifestTests {

    private static final String BASE = "https://visits.example";

    private final JsonNode manifest = JsonMapper.shared()
            .readTree(Manifest.of(listing(), new Manifest.Texts("s", "l", "r", "d"))
                    .json());

    @Test
    void hasNoMoreThanTheFourPartsOfAGeneralApp() {
        assertThat(manifest.propertyNames())
                .containsExactlyInAnyOrder(
                        "display_information", "oauth_information", "developer_information", "features");
    }

    @Test
    void namesItsScopesAsObjectsOfWhichOneAtLeastIsRequired() {
        JsonNode scopes = manifest.path("oauth_information").path("scopes");

        assertThat(StreamSupport.stream(scopes.spliterator(), false)
                        .map(scope -> scope.path("scope").asString()))
                .containsExactlyElementsOf(
                        Scope.required().stream().map(Scope::id).toList());
        assertThat(scopes).anyMatch(scope -> !scope.path("optional").asBoolean(true));
        assertThat(scopes).allMatch(scope -> scope.path("optional").isBoolean());
    }

    @Test
    void hasHomesAndDomainsBecauseItHasAProduct() {
        JsonNode features = manifest.path("features");

        assertThat(features.path("products").path(0).asString()).isEqualTo("ZOOM_MEETING");
        assertThat(features.path("production_home_uri").asString()).isEqualTo(BASE + "/");
        assertThat(features.path("development_home_uri").asString()).isEqualTo(BASE + "/");
        JsonNode domain = features.path("domain_allow_list").path(0);
        assertThat(domain.isObject()).as("objects, not strings").isTrue();
        assertThat(domain.path("domain").asString()).isEqualTo("visits.example");
        assertThat(domain.path("explanation").asString()).isEqualTo("d");
    }

    @Test
    void leavesToThePersonWhatNoManifestTakes() {
        assertThat(manifest.toString())
                .doesNotContainIgnoringCase("deauthorization")
                .doesNotContainIgnoringCase("secret")
                .doesNotContainIgnoringCase("verification");
    }

    @Test
    void subscribesForTheUsersWhoAddedTheApp() {
        JsonNode subscription = manifest.path("features").path("event_subscription");
        JsonNode events = subscription.path("events").path(0);

        assertThat(subscription.path("enable").asBoolean()).isTrue();
        assertThat(events.path("event_usage").asString()).isEqualTo("EVENT_FOR_USER");
        assertThat(events.path("event_types").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "meeting.created",
                        "meeting.updated",
                        "meeting.deleted",
                        "meeting.permanently_deleted",
                        "meeting.recovered",
                        "meeting.started",
                        "meeting.ended");
        for (String kind : List.of("development", "production")) {
            assertThat(events.path(kind + "_webhook_url").asString()).isEqualTo(BASE + "/zoom/webhooks/1");
            assertThat(events.path(kind + "_event_custom_header").isNull()).isTrue();
        }
    }

    @Test
    void isUnlistedAndInstalledFromOurOwnSite() {
        JsonNode display = manifest.path("display_information");

        assertThat(display.path("discover_type").asString()).isEqualTo("UNLISTED");
        assertThat(display.path("install_type").asString()).isEqualTo("LANDING_PAGE");
        assertThat(display.path("display_name").asString())
                .hasSizeLessThanOrEqualTo(50)
                .endsWith(" for Zoom");
        for (String link : List.of("privacy_url", "terms_url", "support_url", "doc_url", "config_url")) {
            assertThat(display.path(link).asString()).as(link).startsWith(BASE + "/");
        }
    }

    @Test
    void authorizesEachUserWithThisRedirectAlone() {
        JsonNode oauth = manifest.path("oauth_information");

        assertThat(oauth.path("usage").asString()).isEqualTo("USER_OPERATION");
        assertThat(oauth.path("strict_mode").asBoolean()).isTrue();
        assertThat(oauth.path("subdomain_strict_mode").asBoolean()).isTrue();
        assertThat(oauth.path("enable_private_pkce_client").asBoolean()).isTrue();
        assertThat(oauth.path("enable_public_pkce_client").asBoolean(true)).isFalse();
        assertThat(oauth.path("development_redirect_uri").asString()).isEqualTo(BASE + "/zoom/callback");
        assertThat(oauth.path("production_redirect_uri").asString()).isEqualTo(BASE + "/zoom/callback");
        assertThat(oauth.path("oauth_allow_list")).hasSize(1);
    }

    private static Listing listing() {
        return new Listing(
                new Clinic(
                        UUID.fromString("0199e0a0-0000-7000-8000-000000000001"),
                        "Harbour",
                        "harbour",
                        ZoneOffset.UTC,
                        Contact.NONE,
                        List.of("en")),
                new Publisher("Harbour Health", "zoom@harbour.example", "Street 1", "IE", "Weekdays", "A day"),
                "Harbour Health",
                URI.create(BASE),
                URI.create(BASE + "/zoom/callback"),
                URI.create(BASE + "/zoom/webhooks/1"),
                Scope.required());
    }
}
