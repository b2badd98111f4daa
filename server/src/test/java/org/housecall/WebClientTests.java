package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WebClientTests {

    private static final Pattern NONCE = Pattern.compile("name=\"csp-nonce\" content=\"([\\w-]{43})\"");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    /** Those that nest others are served with all below them. */
    private static final Pattern ROUTE =
            Pattern.compile("getParentRoute: \\(\\) => (?:root|signedIn|clinic),\\s*path: '(/[^']*)'");

    /** What stands in its place where a route has a variable. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

    @Test
    void servesTheClientAtEveryAddressOfItsRoutes() throws IOException {
        String routes = Files.readString(Path.of("../web/src/app/routes.tsx"));
        List<String> addresses = ROUTE.matcher(routes)
                .results()
                .map(route -> route.group().contains("=> clinic,") ? "/clinics/1" + route.group(1) : route.group(1))
                .map(address -> VARIABLE.matcher(address).replaceAll("1"))
                .toList();
        assertThat(addresses).contains("/", "/account", "/visit/1", "/clinics/1/settings/zoom");
        for (String address : addresses) {
            Api.Answer answer = TestServer.nobody().get(address);

            assertThat(answer.status()).as(address).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.body()).contains("id=\"root\"").doesNotContain("__CSP_NONCE__");
        }
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
