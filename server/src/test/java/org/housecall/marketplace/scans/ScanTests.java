package org.housecall.marketplace.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scans as somebody writes them down. */
class ScanTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();
    private final Api admin = clinic.administrator;
    private final String scans = clinic.clinic.path("marketplace/scans");

    @Test
    void isKeptAsWrittenDownUntilItIsRemoved() {
        String id = admin.post(scans, run()).id();

        Api.Answer kept = admin.get(scans);
        assertThat(kept.json().path("items").path(0).path("tool").asString()).isEqualTo("ZAP");
        assertThat(kept.json().path("items").path(0).path("medium").asInt()).isEqualTo(2);
        assertThat(kept.json().path("items").path(0).has("fileName")).isFalse();
        assertThat(admin.delete(scans + "/" + id).status()).isEqualTo(204);
        assertThat(admin.get(scans).json().path("items")).isEmpty();
        assertThat(admin.delete(scans + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatTheScannerWroteWithItsHash() {
        String id = admin.post(scans, run()).id();
        byte[] file = "hello".getBytes(StandardCharsets.UTF_8);

        assertThat(admin.put(
                                scans + "/" + id + "/file",
                                Map.of(
                                        "name",
                                        "zäp.html",
                                        "file",
                                        Base64.getEncoder().encodeToString(file)))
                        .status())
                .isEqualTo(204);

        assertThat(admin.get(scans)
                        .json()
                        .path("items")
                        .path(0)
                        .path("fileSha256")
                        .asString())
                .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        Api.Answer download = admin.get(scans + "/" + id + "/file");
        assertThat(download.body()).isEqualTo("hello");
        assertThat(download.header("content-disposition"))
                .startsWith("attachment")
                .contains("z%C3%A4p.html");
        assertThat(download.header("content-type")).isEqualTo("application/octet-stream");
    }

    @Test
    void stopsAtTheLargestBodyThatIsRead() {
        String id = admin.post(scans, run()).id();

        assertThat(admin.put(
                                scans + "/" + id + "/file",
                                Map.of(
                                        "name",
                                        "big",
                                        "file",
                                        Base64.getEncoder().encodeToString(new byte[1024 * 1024])))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void isTheClinicsOwn() {
        String id = admin.post(scans, run()).id();
        MarketplaceClinic other = new MarketplaceClinic();

        assertThat(other.administrator
                        .get(other.clinic.path("marketplace/scans"))
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(admin.get(other.clinic.path("marketplace/scans/" + id + "/file"))
                        .status())
                .isEqualTo(404);
        assertThat(admin.get(scans + "/" + id + "/file").status())
                .as("no file yet")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"tool, ' '", "target, ''", "ranOn, 2999-01-01", "high, -1", "subject, OTHER"})
    void refusesWhatNoScanIs(String field, String value) {
        Map<String, Object> run = new HashMap<>(run());
        run.put(field, value);

        assertThat(admin.post(scans, run).status()).isIn(400, 422);
        assertThat(admin.get(scans).json().path("items")).isEmpty();
    }

    @Test
    void takesNoStaticAnalysisForATestOfThisInstallation() {
        Map<String, Object> run = new HashMap<>(run());
        run.put("kind", "STATIC");
        Api.Answer refused = admin.post(scans, run);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("subject");
        run.put("subject", "RELEASE");
        assertThat(admin.post(scans, run).status()).isEqualTo(201);
    }

    @Test
    void letsAScanOfTheReleaseAnswerForTheReleaseAlone() {
        assertThat(answer()).startsWith("No report of a static or dynamic security test");

        Map<String, Object> run = new HashMap<>(run());
        run.putAll(Map.of("kind", "STATIC", "subject", "RELEASE"));
        admin.post(scans, run);
        assertThat(answer()).startsWith("This installation was not tested").contains("release alone");

        String id = admin.post(scans, run()).id();
        assertThat(answer()).doesNotContain("was not tested").contains("those of this installation");

        admin.delete(scans + "/" + id);
        assertThat(answer()).startsWith("This installation was not tested");
    }

    /** What Zoom is told about security tests. */
    private String answer() {
        return admin.get(clinic.clinic.path("marketplace/texts"))
                .json()
                .path("items")
                .valueStream()
                .filter(text -> text.path("id").asString().equals("security-tests"))
                .map(text -> text.path("text").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> run() {
        return Map.of(
                "subject", "INSTALLATION",
                "kind", "DYNAMIC",
                "tool", "ZAP",
                "toolVersion", "2.16",
                "target", "https://visits.example",
                "ranOn", "2026-01-15",
                "critical", 0,
                "high", 0,
                "medium", 2,
                "low", 5);
    }
}
