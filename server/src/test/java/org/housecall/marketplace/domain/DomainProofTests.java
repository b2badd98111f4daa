package org.housecall.marketplace.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.PlainPage;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zoom looking for what shows whose the domain is. */
class DomainProofTests {

    private static final String INSTALLATION = "/api/v1/marketplace/domain";

    private final MarketplaceClinic clinic = new MarketplaceClinic();
    private final String own = clinic.clinic.path("marketplace/domain");
    private final Api administrator = clinic.administrator;

    @AfterEach
    void leaveNothing() {
        administrator.put(INSTALLATION, Map.of());
        administrator.put(own, Map.of());
    }

    @Test
    void isAFileAtItsAddress() {
        assertThat(PlainPage.at(DomainProof.FILE).answer().status()).isEqualTo(404);

        administrator.put(INSTALLATION, Map.of("file", " a1b2c3 "));

        PlainPage file = PlainPage.at(DomainProof.FILE);
        assertThat(file.html()).isEqualTo("a1b2c3");
        assertThat(file.header("content-type")).startsWith("text/html");
        assertThat(file.answer().response().headers().allValues("set-cookie")).isEmpty();
        assertThat(file.header("content-security-policy")).isNotEmpty();
        assertThat(administrator.get(INSTALLATION).text("fileUrl"))
                .isEqualTo("http://localhost:8080/zoomverify/verifyzoom.html");
    }

    @Test
    void isATagOnTheStartPageAndOnPublicPages() {
        administrator.put(INSTALLATION, Map.of("metaName", "zoom-verification", "metaContent", "of-installation"));
        administrator.put(own, Map.of("metaName", "zoom-verification", "metaContent", "of-clinic"));

        String tag = "<meta name=\"zoom-verification\" content=\"of-installation\">";
        String clinics = "<meta name=\"zoom-verification\" content=\"of-clinic\">";
        assertThat(TestServer.nobody().get("/").body()).contains(tag, clinics);
        assertThat(clinic.page("/support").html()).contains(tag, clinics);
        assertThat(TestServer.nobody().get("/sign-in").body()).doesNotContain(tag);
    }

    @Test
    void staysWithItsOwner() {
        MarketplaceClinic other = new MarketplaceClinic();
        administrator.put(own, Map.of("txtRecord", "ZOOM_verify_own", "metaName", "zoom", "metaContent", "own"));

        for (String elsewhere : new String[] {INSTALLATION, other.clinic.path("marketplace/domain")}) {
            assertThat(administrator.get(elsewhere).body()).doesNotContain("own");
            administrator.put(elsewhere, Map.of("txtRecord", "ZOOM_verify_else"));
        }

        assertThat(administrator.get(own).text("txtRecord")).isEqualTo("ZOOM_verify_own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>alert(1)</script>", "<html>a</html>", "two words", "a\nb"})
    void takesNoMarkup(String value) {
        for (String field : new String[] {"file", "metaName", "metaContent", "txtRecord"}) {
            Api.Answer answer = administrator.put(INSTALLATION, Map.of(field, value));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
        }
        assertThat(administrator.get(INSTALLATION).json().has("file")).isFalse();
    }

    @Test
    void takesNoHalfTagAndNoFileOfAClinic() {
        assertThat(administrator.put(own, Map.of("metaContent", "abc")).status())
                .isEqualTo(422);
        assertThat(administrator.put(own, Map.of("metaName", "abc")).status()).isEqualTo(422);
        assertThat(administrator.put(own, Map.of("file", "abc")).status()).isEqualTo(422);
    }

    @Test
    void saysWhyNothingIsLookedUp() {
        assertThat(administrator.put(own + "/lookup", Map.of()).text("message")).startsWith("No TXT record is entered");

        administrator.put(own, Map.of("txtRecord", "ZOOM_verify_abc"));

        Api.Answer local = administrator.put(own + "/lookup", Map.of());
        assertThat(local.json().path("ok").asBoolean()).isFalse();
        assertThat(local.text("message")).startsWith("localhost is this machine itself");
    }
}
