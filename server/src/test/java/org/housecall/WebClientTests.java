package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebClientTests {

    private static final Pattern NONCE = Pattern.compile("name=\"csp-nonce\" content=\"([\\w-]{43})\"");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/accept-invitation?token=x",
                "/visit/some-token",
                "/clinics",
                "/clinics/1/settings/zoom",
                "/mails",
                "/settings/keys",
                "/settings/integrations/zoom"
            })
    void servesTheClientAtItsAddresses(String address) {
        Api.Answer answer = TestServer.nobody().get(address);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).contains("id=\"root\"").doesNotContain("__CSP_NONCE__");
    }

    @Test
    void putsTheNonceOfThePolicyIntoThePageAndNeverTheSameTwice() {
        String first = nonce(TestServer.nobody().get("/"));
        String second = nonce(TestServer.nobody().get("/"));

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void servesScriptsToBeKept() {
        Matcher script = SCRIPT.matcher(TestServer.nobody().get("/").body());
        assertThat(script.find()).isTrue();

        Api.Answer answer = TestServer.nobody().get(script.group(1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("javascript");
        assertThat(answer.header("Cache-Control")).contains("immutable");
    }

    @Test
    void tellsPeopleInAPageAndMachinesInAProblemThatNothingIsThere() {
        Api.Answer page = TestServer.nobody().send("GET", "/no/such/page", null, Map.of("Accept", "text/html"));
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("id=\"root\"");

        for (String address : new String[] {"/api/v1/nothing", "/assets/nothing.js", "/actuator/nothing"}) {
            Api.Answer answer = TestServer.nobody().send("GET", address, null, Map.of("Accept", "text/html, */*"));
            assertThat(answer.status()).as(address).isIn(401, 404);
            assertThat(answer.body()).as(address).doesNotContain("id=\"root\"");
        }
    }

    private static String nonce(Api.Answer answer) {
        Matcher nonce = NONCE.matcher(answer.body());
        assertThat(nonce.find()).isTrue();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self' 'nonce-" + nonce.group(1) + "'")
                .doesNotContain("unsafe");
        return nonce.group(1);
    }
}
