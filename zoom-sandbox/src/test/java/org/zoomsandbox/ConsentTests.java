package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoomsandbox.SandboxClient.APP;
import static org.zoomsandbox.SandboxClient.CALLBACK;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.authorization;
import static org.zoomsandbox.SandboxClient.encoded;
import static org.zoomsandbox.SandboxClient.header;
import static org.zoomsandbox.SandboxClient.json;
import static org.zoomsandbox.SandboxClient.parameter;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentTests extends SandboxTests {

    @Test
    void showsWhoMaySignInAndWhatTheAppWants() {
        var page = page(authorization());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("This is not Zoom")
                .contains("doctor.one@clinic.example")
                .contains("name=\"state\" value=\"s-1\"")
                .contains("<code>meeting:write:meeting</code>")
                .contains("name=\"scope\" value=\"meeting:read:list_meetings\" checked");
    }

    @Test
    void escapesWhatItShows() {
        var query = changed("state", "\"><script>alert(1)</script>");
        assertThat(page(query).body()).doesNotContain("<script>alert");
    }

    @Test
    void sendsTheCodeBackWithTheState() {
        var answer = zoom.decide(authorization(), Map.of("user_id", ONE, "decision", "allow"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).startsWith(CALLBACK + "?code=");
        assertThat(parameter(answer, "state")).isEqualTo("s-1");
    }

    @Test
    void sendsNoStateWhereNoneCame() {
        var query = new HashMap<>(authorization());
        query.remove("state");
        var answer = zoom.decide(query, Map.of("user_id", ONE, "decision", "allow"));
        assertThat(header(answer, "Location")).contains("code=").doesNotContain("state");
    }

    @Test
    void leavesOutWhatWasUnticked() {
        var form = new HashMap<>(authorization());
        form.putAll(Map.of("user_id", ONE, "decision", "allow", "scopes_shown", "1", "scope", "meeting:update:status"));
        var code = parameter(zoom.form("/oauth/authorize", form), "code");
        var scopes = json(zoom.exchangeCode(code)).path("scope").asString().split(" ", -1);
        assertThat(scopes)
                .contains("meeting:write:meeting", "meeting:update:status")
                .doesNotContain("meeting:read:list_meetings", "user:read:settings");
    }

    @Test
    void tellsTheAppOfARefusalUnlessToldToKeepSilent() {
        var answer = zoom.decide(authorization(), Map.of("decision", "decline"));
        assertThat(parameter(answer, "error")).isEqualTo("access_denied");
        zoom.control("PUT", "apps/" + APP, "{\"declineRedirects\":false}");
        assertThat(zoom.decide(authorization(), Map.of("decision", "decline")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnUnlistedRedirectOnItsOwnPage() {
        for (var target : List.of(CALLBACK + "/more", "https://evil.example/", "custom://app", "not a url")) {
            var page = page(changed("redirect_uri", target));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("Invalid redirect: ").contains("(4,700)");
        }
    }

    @Test
    void refusesInJsonWhoeverAsksForIt() {
        var target = changed("redirect_uri", "https://evil.example/");
        var answer = zoom.send(zoom.to("/oauth/authorize?" + encoded(target)).header("Accept", "application/json"));
        assertThat(answer.body())
                .isEqualTo("{\"status\":false,\"errorCode\":4700,"
                        + "\"errorMessage\":\"Invalid redirect: https://evil.example/\",\"result\":null}");
    }

    @Test
    void comparesBeginningsWithoutStrictMode() {
        zoom.control("PUT", "apps/" + APP, "{\"strictRedirects\":false}");
        assertThat(page(changed("redirect_uri", CALLBACK + "/more")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnUnknownApp() {
        assertThat(page(changed("client_id", "nobody")).body()).contains("(4,702)");
    }

    @Test
    void refusesPlainHttpUnlessStartedForIt() {
        var options = Options.forTests().withLoopbackHttp(false).withRedirectUris(List.of(CALLBACK));
        try (var strict = ZoomSandbox.start(options)) {
            var page = new SandboxClient(strict).get("/oauth/authorize?" + encoded(authorization()));
            assertThat(page.body()).contains("(4,700)");
        }
    }

    @Test
    void stopsWhereAnAdministratorHasToApprove() {
        zoom.control("PUT", "apps/" + APP, "{\"approvalRequired\":true}");
        assertThat(page(authorization()).body()).contains("Approval needed");
        var decided = zoom.decide(authorization(), Map.of("user_id", ONE, "decision", "allow"));
        assertThat(decided.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> page(Map<String, String> query) {
        return zoom.get("/oauth/authorize?" + encoded(query));
    }

    private static Map<String, String> changed(String name, String value) {
        var query = new HashMap<>(authorization());
        query.put(name, value);
        return query;
    }
}
