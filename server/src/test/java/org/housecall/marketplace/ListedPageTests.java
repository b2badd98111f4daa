package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.MarketplaceClinic;
import org.housecall.PlainPage;
import org.housecall.TestServer;
import org.housecall.zoom.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages that Zoom's listing links to, as somebody without an account reads them. */
class ListedPageTests {

    private static final List<String> PATHS = List.of("/legal/privacy", "/legal/terms", "/support", "/help/zoom");

    private final MarketplaceClinic clinic = new MarketplaceClinic();

    @ParameterizedTest
    @EnumSource
    void isReadableWithoutAccountCookieOrScript(ListedPage page) {
        PlainPage own = clinic.page(page.path()).isPlain();
        PlainPage installations = PlainPage.at(page.path()).isPlain();

        assertThat(own.answer().status()).isEqualTo(200);
        assertThat(own.links())
                .containsAll(
                        PATHS.stream().map(path -> "/c/" + clinic.slug + path).toList());
        assertThat(own.html()).contains("href=\"/c/" + clinic.slug + page.path() + "\" aria-current=\"page\"");
        assertThat(installations.answer().status()).isEqualTo(200);
        assertThat(installations.links()).containsAll(PATHS);
        assertThat(own.header("cache-control")).isEqualTo("max-age=60, public");
    }

    @Test
    void listsEachScopeWithItsReason() {
        assertThat(Scope.required()).hasSize(5);

        String html = clinic.page("/legal/privacy").html();

        assertThat(Scope.values()).allMatch(scope -> html.contains("<li>" + scope.id() + ": ") != scope.optIn());
    }

    @Test
    void tellsOfZoomsDataWhatAReviewerLooksFor() {
        assertThat(clinic.page("/legal/privacy").html())
                .contains(
                        "What is taken from Zoom, and what for",
                        "Location and emergency data",
                        "Where it is kept",
                        "Who sees it",
                        "How long it is kept",
                        "When it is deleted on disconnecting",
                        "Your rights, and how to use them",
                        "General Data Protection Regulation");
    }

    @Test
    void keepsNoPlaceAndNoEmergencyContactAsItSays() {
        assertThat(clinic.page("/legal/privacy").html()).contains("does not ask patients for their location");
        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("""
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = 'public'
                                  and column_name ~ '(location|latitude|longitude|emergency|whereabouts)'""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void helpsWithAddingUsingAndRemoving() {
        PlainPage help = clinic.page("/help/zoom");

        assertThat(List.of(help.text("h2", 0), help.text("h2", 1), help.text("h2", 2)))
                .containsExactly("Adding", "Using", "Removing");
        assertThat(help.html()).contains("<ol>", "press Connect to Zoom");
    }

    @Test
    void namesTheClinicAndSaysThatNoContactIsPublishedYet() {
        assertThat(clinic.page("/support").html())
                .contains(clinic.name + " has not published a contact address yet.")
                .doesNotContain("[", "mailto:");
    }

    @Test
    void namesThePublisherOnEveryPage() {
        clinic.publish(MarketplaceClinic.PUBLISHER);

        assertThat(PATHS)
                .allSatisfy(path -> assertThat(clinic.page(path).html())
                        .contains(
                                "<strong>Harbour Health Ltd</strong>",
                                "<span>Harbour Street 1</span>",
                                "<span>12345 Harbourtown</span>",
                                "<span>Ireland</span>",
                                "<a href=\"mailto:zoom@harbour.example\">")
                        .doesNotContain("not published"));
        assertThat(clinic.page("/support").html())
                .contains(
                        "Write to zoom@harbour.example.",
                        "Support is there: Weekdays, 9 to 17, Dublin time",
                        "First answer: within one working day");
    }

    @Test
    void keepsEachClinicsPagesItsOwn() {
        MarketplaceClinic other = new MarketplaceClinic();
        clinic.publish(MarketplaceClinic.PUBLISHER);

        assertThat(other.page("/legal/privacy").html())
                .contains(other.name)
                .doesNotContain("Harbour Health Ltd", clinic.name);
        assertThat(PlainPage.at("/legal/privacy").html()).doesNotContain("Harbour Health Ltd");
    }

    @Test
    void hasPagesOfTheInstallation() {
        TestServer.administrator()
                .put(
                        "/api/v1/marketplace/publisher",
                        Map.of("company", "Operators & Sons", "contactEmail", "o@p.example"));

        assertThat(PlainPage.at("/legal/terms").html()).contains("Operators &amp; Sons", "mailto:o@p.example");
        assertThat(clinic.page("/legal/terms").html()).doesNotContain("Operators");
    }

    @Test
    void takesHostileNamesForText() {
        clinic.publish(Map.of(
                "company",
                "<script>alert(1)</script>\n- {0}",
                "address",
                "<b>Street</b>",
                "contactEmail",
                "a@b.example"));

        assertThat(PATHS)
                .allSatisfy(path -> assertThat(clinic.page(path).html())
                        .doesNotContain("<script", "<b>")
                        .contains("<strong>&lt;script&gt;alert(1)&lt;/script&gt; - {0}</strong>"));
    }

    @Test
    void answersAnUnknownClinicInPlainWords() {
        PlainPage page =
                PlainPage.at("/c/none-" + UUID.randomUUID() + "/legal/privacy").isPlain();

        assertThat(page.answer().status()).isEqualTo(404);
        assertThat(page.html()).contains("No clinic has this address");
    }
}
