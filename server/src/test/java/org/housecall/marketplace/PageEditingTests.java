package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.PlainPage;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The public pages as an admin edits them, and as everyone then reads them. */
class PageEditingTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();
    private final Api admin = clinic.administrator;
    private final String pages = clinic.clinic.path("marketplace/pages");

    @Test
    void saysWhatItSaysByItselfUntilSomebodyEditsIt() {
        JsonNode page = admin.get(pages + "/privacy").json();

        assertThat(page.path("summary").path("version").asInt()).isZero();
        assertThat(page.path("summary").path("edited").asBoolean()).isFalse();
        assertThat(page.path("words").path("lead").asString()).startsWith("How {company} handles");
        assertThat(page.path("values")).anyMatch(value -> value.asString().equals("{scopes}"));
        assertThat(page.path("versions")).isEmpty();
    }

    @Test
    void publishesAnEditWithTheListingsValuesAndAsTextAlone() {
        clinic.publish(MarketplaceClinic.PUBLISHER);

        Api.Answer written = write(
                "terms", 0, "Our <b>terms</b>", List.of(section(null, "One", "Ask {company}:\n- <script>x</script>")));

        assertThat(written.status()).isEqualTo(200);
        assertThat(written.json().path("summary").path("edited").asBoolean()).isTrue();
        PlainPage page = clinic.page("/legal/terms").isPlain();
        assertThat(page.html())
                .contains(
                        "<h1>Our &lt;b&gt;terms&lt;/b&gt;</h1>",
                        "<title>Our &lt;b&gt;terms&lt;/b&gt;",
                        "<h2 id=\"section-1\">One</h2>",
                        "<p>Ask Harbour Health Ltd:</p>",
                        "<li>&lt;script&gt;x&lt;/script&gt;</li>")
                .doesNotContain("Not for emergencies");
        assertThat(PlainPage.at("/legal/terms").html()).doesNotContain("Our &lt;b&gt;");
        assertThat(new MarketplaceClinic().page("/legal/terms").html()).doesNotContain("Our &lt;b&gt;");
    }

    @Test
    void keepsEveryVersionAndBringsItBack() {
        write("terms", 0, "First", List.of(section(null, "One", "1")));
        write("terms", 1, "Second", List.of(section(null, "Two", "2")));

        assertThat(admin.get(pages + "/terms/versions/1").json().path("title").asString())
                .isEqualTo("First");
        Api.Answer restored = admin.post(pages + "/terms/versions/1/restore?version=2", null);
        assertThat(restored.status()).isEqualTo(200);
        assertThat(clinic.page("/legal/terms").html()).contains("<h1>First</h1>");

        JsonNode reset = admin.delete(pages + "/terms?version=3").json();
        assertThat(clinic.page("/legal/terms").html()).contains("<h1>Terms of use</h1>");
        assertThat(reset.path("versions")).hasSize(4).allSatisfy(version -> {
            assertThat(version.path("author").asString()).isNotBlank();
            assertThat(version.path("at").asString()).isNotBlank();
        });
        assertThat(reset.path("versions").path(0).path("edited").asBoolean()).isFalse();
        assertThat(reset.path("summary").path("edited").asBoolean()).isFalse();
    }

    @Test
    void refusesWhatWasWrittenOnAnOlderVersion() {
        write("terms", 0, "First", List.of(section(null, "One", "1")));

        Api.Answer late = write("terms", 0, "Late", List.of(section(null, "One", "1")));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).endsWith("page-changed");
        assertThat(clinic.page("/legal/terms").html()).contains("<h1>First</h1>");
    }

    @Test
    void keepsThePartsWithoutWhichZoomSendsItBack() {
        Api.Answer answer = write(
                "help", 0, "Help", List.of(section("adding", "Adding", "How."), section("using", "Using", "How.")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("message").asString())
                .contains("Removing");
        assertThat(write("help", 0, "Help", ownSections("help")).status()).isEqualTo(200);
        assertThat(write("privacy", 0, "Privacy", ownSections("privacy")).status())
                .isEqualTo(200);
    }

    @Test
    void tellsThatItsOwnTextHasChangedSinceAnEdit() {
        write("terms", 0, "First", List.of(section(null, "One", "1")));
        assertThat(admin.get(pages + "/terms")
                        .json()
                        .path("summary")
                        .path("overtaken")
                        .asBoolean())
                .isFalse();

        basedOnAnOlderRelease();

        assertThat(admin.get(pages + "/terms")
                        .json()
                        .path("summary")
                        .path("overtaken")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void findsPagesRedWhereSomethingIsLeftToFillIn() {
        clinic.publish(MarketplaceClinic.PUBLISHER);
        assertThat(pagesCheck().path("state").asString()).isEqualTo("GREEN");

        write("terms", 0, "Terms of [COMPANY]", List.of(section(null, "One", "Write to {whom}.")));

        assertThat(pagesCheck().path("state").asString()).isEqualTo("RED");
        assertThat(pagesCheck().path("evidence").asString()).contains("Terms of use: [COMPANY]", "{whom}");
        assertThat(admin.get(pages).json().path("items"))
                .anySatisfy(page -> assertThat(page.path("blanks")).hasSize(2));
    }

    @Test
    void belongsToTheInstallationToo() {
        String own = "/api/v1/marketplace/pages/support";
        int seen = admin.get(own).json().path("summary").path("version").asInt();
        admin.put(
                own,
                Map.of(
                        "version",
                        seen,
                        "words",
                        Map.of(
                                "title",
                                "Operators' desk",
                                "lead",
                                "Write.",
                                "sections",
                                List.of(section("write", "Write", "Here."), section("hours", "Hours", "{hours}")))));

        assertThat(PlainPage.at("/support").html()).contains("Operators&#39; desk");
        assertThat(clinic.page("/support").html()).doesNotContain("Operators&#39; desk");
        admin.delete(own + "?version=" + (seen + 1));
        assertThat(PlainPage.at("/support").html()).contains("<h1>Support</h1>");
    }

    @Test
    void knowsNoOtherPage() {
        assertThat(admin.get(pages + "/imprint").status()).isEqualTo(404);
        assertThat(admin.get(pages + "/terms/versions/7").status()).isEqualTo(404);
    }

    private Api.Answer write(String page, int seen, String title, List<Map<String, Object>> sections) {
        return admin.put(
                pages + "/" + page,
                Map.of("version", seen, "words", Map.of("title", title, "lead", "Lead.", "sections", sections)));
    }

    private static Map<String, Object> section(@Nullable String id, String heading, String text) {
        return id == null
                ? Map.of("heading", heading, "text", text)
                : Map.of("id", id, "heading", heading, "text", text);
    }

    private List<Map<String, Object>> ownSections(String page) {
        List<Map<String, Object>> sections = new ArrayList<>();
        admin.get(pages + "/" + page)
                .json()
                .path("words")
                .path("sections")
                .forEach(it -> sections.add(section(
                        it.path("id").asString(),
                        it.path("heading").asString(),
                        it.path("text").asString())));
        return sections;
    }

    private JsonNode pagesCheck() {
        for (JsonNode item :
                admin.get(clinic.clinic.path("marketplace/readiness")).json().path("items")) {
            if (item.path("id").asString().equals("pages")) {
                return item;
            }
        }
        throw new AssertionError("No such check");
    }

    /** As an update of the server leaves it: what the page says by itself is another text than when this was written. */
    private void basedOnAnOlderRelease() {
        JdbcClient jdbc = TestServer.bean(JdbcClient.class);
        TransactionTemplate transactions = TestServer.bean(TransactionTemplate.class);
        CurrentClinic.in(
                UUID.fromString(clinic.clinic.id),
                () -> transactions.execute(_ -> jdbc.sql("""
                        insert into page_version (page, number, text, based_on, author_id, created_at)
                        select page, number + 1, text, 'another', author_id, created_at from page_version""").update()));
    }
}
