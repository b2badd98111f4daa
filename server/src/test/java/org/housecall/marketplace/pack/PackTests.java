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
                        "pages/privacy.html",
                        "pages/terms.html",
                        "pages/support.html",
                        "pages/help.html",
                        "documents/security-and-privacy-policy.pdf",
                        "documents/ssdlc-policy.pdf",
                        "documents/technology-stack.pdf",
                        "pictures/architecture.png",
                        "pictures/icon.png");
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
                .startsWith("# " + clinic.name + " for Zoom: checklist\n\n" + red + " of 8 checks are red,")
                .contains("OAuth redirect URL: `http://localhost:8080/zoom/callback`", "- documents/ssdlc-policy.pdf");
    }

    @Test
    void setsDocumentsInTheNameOfThePublisher() {
        clinic.publish(Map.of("company", "Клиника Zürich & Co", "contactEmail", "zoom@harbour.example"));

        Map<String, byte[]> pack = pack();

        assertThat(pack.keySet().stream().filter(name -> name.endsWith(".pdf")))
                .hasSize(3)
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
        assertThat(size(pack, "pictures/architecture.png")).isEqualTo("1600x1000");
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
