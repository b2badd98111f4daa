package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.housecall.marketplace.texts.TextSlot;
import org.housecall.zoom.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The texts of a submission over HTTP. */
class ListingTextTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();

    @Test
    void beginsWithOurOwnWordsInsideZoomsLimits() {
        clinic.publish(MarketplaceClinic.PUBLISHER);

        List<JsonNode> texts = texts();

        assertThat(texts).hasSize(TextSlot.all(Scope.required()).size()).allSatisfy(text -> {
            assertThat(text.path("edited").asBoolean()).isFalse();
            assertThat(text.path("text").asString()).isNotBlank().doesNotContain("{", "''");
            assertThat(text.path("text").asString().length())
                    .isLessThanOrEqualTo(text.path("longest").asInt());
            assertThat(text.path("placeholders")).isEmpty();
        });
        assertThat(text("name").path("text").asString()).isEqualTo("Harbour Health Ltd for Zoom");
        assertThat(text("short").path("longest").asInt()).isEqualTo(150);
    }

    @Test
    void namesTheFourKeyFeaturesInTheLongDescription() {
        assertThat(text("long").path("text").asString())
                .contains("Automatic meetings:", "Links for the right people:", "Waiting room and passcode:")
                .contains("Independent doctors:");
    }

    @Test
    void tellsTheVersionsThisInstallationRunsOn() {
        assertThat(text("technology-backend").path("text").asString())
                .contains("on Java 25", "TLS 1.2 or 1.3", "http://localhost:8080");
        assertThat(text("technology-database").path("text").asString()).contains("PostgreSQL 18");
        assertThat(text("security-rest-where").path("text").asString()).contains("PostgreSQL 18");
        assertThat(text("security-rest-how").path("text").asString())
                .contains("it is in a file in the server's data directory");
    }

    @Test
    void keepsWordsInBracesWhereTheyCountAndShowsWhatIsLeft() {
        JsonNode beta = text("beta");

        assertThat(beta.path("source").asString()).contains("{company}", "{email}");
        assertThat(beta.path("text").asString()).contains("visits with " + clinic.name, "{email}");
        assertThat(beta.path("placeholders").path(0).asString()).isEqualTo("{email}");
    }

    @Test
    void isWrittenByNameAndTimeAndGoesBackToOurOwnWords() {
        String standard = text("short").path("text").asString();
        Api admin = clinic.staff("admins");

        Api.Answer written = put(admin, "short", " Video visits with {company}. ");

        assertThat(written.status()).isEqualTo(200);
        assertThat(written.text("source")).isEqualTo("Video visits with {company}.");
        assertThat(written.text("text")).isEqualTo("Video visits with " + clinic.name + ".");
        assertThat(written.text("writtenBy")).isEqualTo("Staff");
        assertThat(written.json().has("writtenAt")).isTrue();

        Api.Answer reset = admin.delete(clinic.clinic.path("marketplace/texts/short"));

        assertThat(reset.text("text")).isEqualTo(standard);
        assertThat(reset.json().path("edited").asBoolean()).isFalse();
        JsonNode versions = admin.get(clinic.clinic.path("marketplace/texts/short/versions"))
                .json()
                .path("items");
        assertThat(versions).hasSize(2);
        assertThat(versions.path(0).has("text")).as("back to our own words").isFalse();
        assertThat(versions.path(1).path("text").asString()).isEqualTo("Video visits with {company}.");
        assertThat(versions.path(1).path("writtenBy").asString()).isEqualTo("Staff");
    }

    @Test
    void countsWhatIsPastedAgainstTheLimit() {
        clinic.publish(Map.of("company", "C".repeat(100)));

        Api.Answer refused = put(clinic.administrator, "short", "{company} " + "x".repeat(50));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("text");
        assertThat(refused.json().path("errors").path(0).path("message").asString())
                .isEqualTo("has 151 characters; at most 150 are allowed");
        assertThat(put(clinic.administrator, "short", "{company} " + "x".repeat(49))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoom Visits", "Visits with zoom", "Zoom visits for Zoom", "for Zoom", "Two\nlines"})
    void refusesANameThatUsesZoomsOwn(String name) {
        assertThat(put(clinic.administrator, "name", name).status()).isEqualTo(422);
        assertThat(text("name").path("edited").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Harbour Visits for Zoom", "Harbour Visits"})
    void takesANameAsZoomDoes(String name) {
        assertThat(put(clinic.administrator, "name", name).status()).isEqualTo(200);
        assertThat(clinic.administrator
                        .get(clinic.clinic.path("marketplace/guide"))
                        .response()
                        .body())
                .contains("\"" + name + "\"");
    }

    @Test
    void keepsEachClinicsWordsItsOwn() {
        MarketplaceClinic other = new MarketplaceClinic();
        put(clinic.administrator, "long", "Ours alone.");

        assertThat(other.administrator
                        .get(other.clinic.path("marketplace/texts"))
                        .response()
                        .body())
                .contains("Automatic meetings:")
                .doesNotContain("Ours alone.");
        assertThat(TestServer.administrator()
                        .get("/api/v1/marketplace/texts")
                        .response()
                        .body())
                .contains("Automatic meetings:")
                .doesNotContain("Ours alone.");
    }

    @Test
    void isForThoseWhoRunTheClinic() {
        Api receptionist = clinic.staff("receptionists");

        assertThat(receptionist.get(clinic.clinic.path("marketplace/texts")).status())
                .isEqualTo(403);
        assertThat(put(receptionist, "long", "x").status()).isEqualTo(403);
        assertThat(put(clinic.administrator, "none-such", "x").status()).isEqualTo(404);
    }

    private Api.Answer put(Api api, String id, String text) {
        return api.put(clinic.clinic.path("marketplace/texts/" + id), Map.of("text", text));
    }

    private List<JsonNode> texts() {
        return clinic.administrator
                .get(clinic.clinic.path("marketplace/texts"))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode text(String id) {
        return texts().stream()
                .filter(text -> text.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
