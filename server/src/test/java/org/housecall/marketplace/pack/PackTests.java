package org.housecall.marketplace.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pack as a clinic admin downloads it, read back. */
class PackTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();
    private final String token = clinic.administrator
            .post("/api/v1/api-tokens", Map.of("name", "pack"))
            .text("token");

    @Test
    void holdsEverythingUnderItsName() {
        assertThat(pack().keySet())
                .containsExactly(
                        "checklist.md",
                        "manifest.json",
                        "listing/name.txt",
                        "listing/short-description.txt",
                        "listing/long-description.txt",
                        "listing/scope-reasons.txt",
                        "listing/technology-stack.txt",
                        "listing/security-answers.txt",
                        "listing/release-notes.txt",
                        "listing/test-plan.txt",
                        "pages/privacy.html",
                        "pages/terms.html",
                        "pages/support.html",
                        "pages/help.html",
                        "documents/incident-response.pdf",
                        "documents/penetration-test-brief.pdf",
                        "documents/penetration-test-report-template.pdf",
                        "documents/privacy-policy.pdf",
                        "documents/security-policy.pdf",
                        "documents/ssdlc-policy.pdf",
                        "documents/technology-stack.pdf",
                        "pictures/architecture.png",
                        "pictures/cover.png",
                        "pictures/gallery-1.png",
                        "pictures/gallery-2.png",
                        "pictures/gallery-3.png",
                        "pictures/gallery-4.png",
                        "pictures/icon.png");
    }

    @Test
    void leavesOutATextInWhichSomethingIsLeftToBeFilledIn() {
        assertThat(pack())
                .as("tells whom to write to, which is not known")
                .doesNotContainKey("listing/beta-instructions.txt");

        clinic.publish(MarketplaceClinic.PUBLISHER);
        write("long", "Video visits at [CLINIC NAME].");
        Map<String, byte[]> pack = pack();

        assertThat(text(pack, "listing/beta-instructions.txt")).contains("Tell zoom@harbour.example what");
        assertThat(pack).doesNotContainKey("listing/long-description.txt");
        assertThat(JsonMapper.shared()
                        .readTree(text(pack, "manifest.json"))
                        .path("display_information")
                        .path("long_description")
                        .isNull())
                .isTrue();
        assertThat(text(pack, "checklist.md"))
                .contains("**Red** Texts: Something is left to be filled in: Long description.");
    }

    @Test
    void usesTheTextsAsTheyWereWritten() {
        clinic.publish(MarketplaceClinic.PUBLISHER);
        write("name", "Harbour Visits for Zoom");
        write("short", "Video visits with {company}.");
        write("scope-create-meetings", "Makes meetings, as we say.");
        write("technology-front-end", "Plain pages of {company}.");

        Map<String, byte[]> pack = pack();

        assertThat(text(pack, "listing/name.txt")).isEqualTo("Harbour Visits for Zoom");
        assertThat(text(pack, "listing/short-description.txt")).isEqualTo("Video visits with Harbour Health Ltd.");
        assertThat(text(pack, "listing/scope-reasons.txt"))
                .contains("meeting:write:meeting: Makes meetings, as we say.");
        assertThat(text(pack, "listing/technology-stack.txt")).endsWith("Plain pages of Harbour Health Ltd.");
        assertThat(pdfText(pack, "documents/technology-stack.pdf")).contains("Plain pages of Harbour Health");
        assertThat(text(pack, "pages/privacy.html")).contains("Makes meetings, as we say.");
        JsonNode display =
                JsonMapper.shared().readTree(text(pack, "manifest.json")).path("display_information");
        assertThat(display.path("display_name").asString()).isEqualTo("Harbour Visits for Zoom");
        assertThat(display.path("description").asString()).isEqualTo("Video visits with Harbour Health Ltd.");
        assertThat(text(pack, "checklist.md")).startsWith("# Harbour Visits for Zoom: checklist");
    }

    private void write(String id, String text) {
        assertThat(clinic.administrator
                        .put(clinic.clinic.path("marketplace/texts/" + id), Map.of("text", text))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void describesTheAppWithTheValuesOfThisInstallation() {
        clinic.publish(MarketplaceClinic.PUBLISHER);
        JsonNode app = clinic.administrator.get(clinic.clinic.path("zoom/app")).json();

        JsonNode manifest = JsonMapper.shared().readTree(text(pack(), "manifest.json"));

        JsonNode oauth = manifest.path("oauth_information");
        assertThat(oauth.path("production_redirect_uri")).isEqualTo(app.path("redirectUrl"));
        assertThat(oauth.path("oauth_allow_list").path(0)).isEqualTo(app.path("redirectUrl"));
        assertThat(oauth.path("scopes"))
                .hasSize(5)
                .allMatch(scope -> !scope.path("optional").asBoolean());
        assertThat(oauth.path("scope_description").asString()).contains("meeting:write:meeting: Makes the meeting");
        JsonNode display = manifest.path("display_information");
        assertThat(display.path("display_name").asString()).isEqualTo("Harbour Health Ltd for Zoom");
        assertThat(display.path("description").asString()).hasSizeLessThanOrEqualTo(150);
        assertThat(display.path("privacy_url").asString())
                .isEqualTo("http://localhost:8080/c/" + clinic.slug + "/legal/privacy");
        assertThat(manifest.path("developer_information")
                        .path("developer_email")
                        .asString())
                .isEqualTo("zoom@harbour.example");
        JsonNode events = manifest.path("features")
                .path("event_subscription")
                .path("events")
                .path(0);
        assertThat(events.path("production_webhook_url"))
                .isEqualTo(app.path("webhookUrls").path("oauth"));
        assertThat(events.has("production_event_custom_header")).isTrue();
    }

    @Test
    void countsOnItsFirstPageWhatIsRed() {
        long red = StreamSupport.stream(
                        clinic.administrator
                                .get(clinic.clinic.path("marketplace/readiness"))
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("state").asString().equals("RED"))
                .count();

        String checklist = text(pack(), "checklist.md");

        assertThat(red).isPositive();
        assertThat(checklist)
                .startsWith("# " + clinic.name + " for Zoom: checklist\n\n" + red + " of 18 checks are red,")
                .contains("OAuth redirect URL: `http://localhost:8080/zoom/callback`", "- documents/ssdlc-policy.pdf");
    }

    @Test
    void setsDocumentsInTheNameOfThePublisher() {
        clinic.publish(Map.of("company", "Клиника Zürich & Co", "contactEmail", "zoom@harbour.example"));

        Map<String, byte[]> pack = pack();

        assertThat(pack.keySet().stream().filter(name -> name.endsWith(".pdf")))
                .hasSize(7)
                .allSatisfy(name -> {
                    assertThat(text(pack, name)).startsWith("%PDF-");
                    assertThat(pdfText(pack, name))
                            .contains("Клиника Zürich & Co", "zoom@harbour.example")
                            .doesNotContain("{", "''");
                });
        assertThat(pdfText(pack, "documents/ssdlc-policy.pdf")).contains("No penetration test, no dynamic scan");
        assertThat(pdfText(pack, "documents/technology-stack.pdf")).contains("Java 25", "PostgreSQL 18");
    }

    @Test
    void drawsPicturesInTheirSizes() throws IOException {
        Map<String, byte[]> pack = pack();

        assertThat(size(pack, "pictures/icon.png")).isEqualTo("160x160");
        assertThat(size(pack, "pictures/cover.png")).isEqualTo("1824x176");
        assertThat(size(pack, "pictures/architecture.png")).isEqualTo("2000x1160");
    }

    @Test
    void holdsThePagesAsTheyArePublishedWithTheirFullAddresses() {
        clinic.publish(MarketplaceClinic.PUBLISHER);
        Map<String, byte[]> pack = pack();

        assertThat(text(pack, "pages/help.html").replace("http://localhost:8080/c/", "/c/"))
                .contains("<strong>Harbour Health Ltd</strong>", "<h2 id=\"section-1\">Adding</h2>");
        assertThat(text(pack, "pages/privacy.html"))
                .contains("href=\"http://localhost:8080/c/" + clinic.slug + "/support\"")
                .contains("href=\"http://localhost:8080/pages.css\"");
    }

    @Test
    void leavesOutWhatIsNotFinishedAndSaysSoOnItsFirstPage() {
        writePrivacyPolicy("Of [COMPANY]");

        Map<String, byte[]> pack = pack();

        assertThat(pack).doesNotContainKeys("pages/privacy.html", "documents/privacy-policy.pdf");
        assertThat(text(pack, "checklist.md"))
                .contains("## Left out of this pack", "- pages/privacy.html", "- documents/privacy-policy.pdf");
        assertThat(pack).containsKey("pages/terms.html");
    }

    @Test
    void printsThePrivacyPolicyAsItIsPublished() {
        writePrivacyPolicy("As we see it, {company}");

        assertThat(pdfText(pack(), "documents/privacy-policy.pdf")).contains("As we see it, " + clinic.name);
    }

    @Test
    void reportsNoTestThatNobodyRanAndEveryOneThatWasWrittenDown() {
        assertThat(pack()).doesNotContainKey("documents/security-testing-report.pdf");
        assertThat(clinic.administrator
                        .get(clinic.clinic.path("marketplace/documents/security-testing-report.pdf"))
                        .status())
                .isEqualTo(404);

        writeDownScan("RELEASE", "Scanner-A", 3);
        writeDownScan("INSTALLATION", "Scanner-B", 0);

        String report = pdfText(pack(), "documents/security-testing-report.pdf");
        assertThat(report)
                .contains(
                        "Scanner-A 1.2: static analysis of the code",
                        "Target: housecall 0.1.0",
                        "Date: 2026-01-15",
                        "Found: 0 critical, 3 high, 0 medium, 1 low",
                        "report is not kept here");
        assertThat(report.indexOf("Scanner-A"))
                .isBetween(report.indexOf("Scans of the release"), report.indexOf("Scans of this installation"));
        assertThat(report.indexOf("Scanner-B")).isGreaterThan(report.indexOf("Scans of this installation"));
    }

    @Test
    void numbersThePagesOfItsDocuments() throws IOException {
        Map<String, byte[]> pack = pack();
        String name = "documents/security-policy.pdf";
        try (PdfReader reader = new PdfReader(bytes(pack, name))) {
            int last = reader.getNumberOfPages();
            assertThat(last).isGreaterThan(1);
            for (int page = 1; page <= last; page++) {
                assertThat(new PdfTextExtractor(reader).getTextFromPage(page)).contains("Page " + page + " of " + last);
            }
        }
    }

    @Test
    void asksAPenetrationTesterAndNamesNoResult() {
        Map<String, byte[]> pack = pack();

        assertThat(pdfText(pack, "documents/penetration-test-brief.pdf"))
                .contains("Rules of engagement", "This paper is no result");
        assertThat(pdfText(pack, "documents/penetration-test-report-template.pdf"))
                .contains("Critical: ______", "It holds no result until the tester has filled it in");
    }

    @Test
    void givesEachPartByItself() {
        String path = clinic.clinic.path("marketplace/");
        for (JsonNode picture :
                clinic.administrator.get(path + "pictures").json().path("items")) {
            Api.Answer answer = clinic.administrator.get(
                    path + "pictures/" + picture.path("file").asString());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-type")).isEqualTo("image/png");
        }
        for (JsonNode document :
                clinic.administrator.get(path + "documents").json().path("items")) {
            assertThat(clinic.administrator
                            .get(path + "documents/" + document.path("file").asString())
                            .status())
                    .isEqualTo(document.has("lacking") ? 404 : 200);
        }
        assertThat(clinic.administrator.get(path + "pictures/other.png").status())
                .isEqualTo(404);
    }

    private void writePrivacyPolicy(String title) {
        String path = clinic.clinic.path("marketplace/pages/privacy");
        JsonNode words = clinic.administrator.get(path).json().path("words");
        Api.Answer answer = clinic.administrator.put(
                path,
                Map.of(
                        "version",
                        0,
                        "words",
                        Map.of("title", title, "lead", "Lead.", "sections", words.path("sections"))));
        assertThat(answer.status()).isEqualTo(200);
    }

    private void writeDownScan(String subject, String tool, int high) {
        clinic.administrator.post(
                clinic.clinic.path("marketplace/scans"),
                Map.of(
                        "subject",
                        subject,
                        "kind",
                        subject.equals("RELEASE") ? "STATIC" : "DYNAMIC",
                        "tool",
                        tool,
                        "toolVersion",
                        "1.2",
                        "target",
                        "housecall 0.1.0",
                        "ranOn",
                        "2026-01-15",
                        "critical",
                        0,
                        "high",
                        high,
                        "medium",
                        0,
                        "low",
                        1));
    }

    @Test
    void takesAHostileNameForText() {
        clinic.publish(Map.of("company", "<script>[x](y)"));

        assertThat(text(pack(), "checklist.md"))
                .contains("# \\<script\\>\\[x\\](y) for Zoom")
                .doesNotContain("<script>");
    }

    @Test
    void givesAwayNoSecretAndLeavesNoPlaceholder() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET, "hook-secret");

        Map<String, byte[]> pack = pack();

        assertThat(pack.keySet().stream().filter(name -> !name.startsWith("pictures/")))
                .allSatisfy(name -> assertThat(name.endsWith(".pdf") ? pdfText(pack, name) : text(pack, name))
                        .doesNotContain(MarketplaceClinic.CLIENT_SECRET, "hook-secret", "{0}", "TODO", "[COMPANY]"));
    }

    @Test
    void isTheSameFromTheSameInstallation() {
        Map<String, byte[]> first = pack();
        Map<String, byte[]> second = pack();

        // OpenPDF gives each file an id of its own.
        assertThat(first.keySet().stream().filter(name -> !name.endsWith(".pdf")))
                .allSatisfy(name -> assertThat(first.get(name)).isEqualTo(second.get(name)));
    }

    private Map<String, byte[]> pack() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestServer.baseUrl() + clinic.clinic.path("marketplace/pack")))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/zip");
            assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                    .contains("zoom-marketplace.zip");
            assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
            return entries(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> pack, String name) {
        return new String(bytes(pack, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Map<String, byte[]> pack, String name) {
        byte[] bytes = pack.get(name);
        if (bytes == null) {
            throw new AssertionError("No " + name);
        }
        return bytes;
    }

    private static String size(Map<String, byte[]> pack, String name) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(pack, name)));
        return image.getWidth() + "x" + image.getHeight();
    }

    /** Line breaks become spaces: where a line ends is the typesetter's. */
    private static String pdfText(Map<String, byte[]> pack, String name) {
        try (PdfReader reader = new PdfReader(bytes(pack, name))) {
            StringBuilder text = new StringBuilder();
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append(' ');
            }
            return text.toString().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
