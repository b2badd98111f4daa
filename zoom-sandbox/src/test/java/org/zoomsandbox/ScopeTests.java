package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoomsandbox.SandboxClient.APP;
import static org.zoomsandbox.SandboxClient.FOUR;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.TWO;
import static org.zoomsandbox.SandboxClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTests extends SandboxTests {

    @ParameterizedTest
    @CsvSource({
        "POST,/users/me/meetings,meeting:write:meeting",
        "GET,/users/me/meetings,meeting:read:list_meetings",
        "GET,/meetings/1,meeting:read:meeting",
        "PATCH,/meetings/1,meeting:update:meeting",
        "DELETE,/meetings/1,meeting:delete:meeting",
        "PUT,/meetings/1/status,meeting:update:status",
        "GET,/users/me,user:read:user",
        "GET,/users/me/settings,user:read:settings"
    })
    void namesTheMissingScopeAndItsTwin(String method, String path, String scope) {
        zoom.control("PUT", "apps/" + APP, "{\"scopes\":[{\"scope\":\"something:else\",\"optional\":false}]}");
        var answer = zoom.rest(zoom.accessToken(ONE), method, path, method.equals("GET") ? "" : "{}");
        assertMissing(answer);
        assertThat(answer.body())
                .contains("does not contain scopes:[")
                .containsPattern("[\\[ ]" + scope + "[,\\]]")
                .contains(scope + ":admin");
    }

    @Test
    void keepsAPersonsTokenToThatPerson() {
        var answer = zoom.rest(zoom.accessToken(ONE), "POST", "/users/" + TWO + "/meetings", "{}");
        assertMissing(answer);
        assertThat(answer.body()).contains("scopes:[meeting:write:meeting:admin]");
        assertThat(zoom.rest(zoom.accessToken(ONE), "POST", "/users/" + ONE + "/meetings", "{}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void letsAnAccountsTokenReachItsUsersOnly() {
        var token = zoom.accountToken();
        assertThat(zoom.rest(token, "GET", "/users/" + FOUR, "").statusCode()).isEqualTo(200);
        var outsider = zoom.rest(token, "GET", "/users/" + ONE, "");
        assertThat(outsider.statusCode()).isEqualTo(404);
        assertThat(json(outsider).path("code").asInt()).isEqualTo(1001);
    }

    @Test
    void givesMeNoMeaningForAnAccountsToken() {
        assertThat(json(zoom.rest(zoom.accountToken(), "GET", "/users/me", ""))
                        .path("code")
                        .asInt())
                .isEqualTo(1001);
    }

    @Test
    void appliesScopeChangesToNewTokensOnly() {
        var old = zoom.accessToken(ONE);
        zoom.control("PUT", "apps/" + APP, "{\"scopes\":[{\"scope\":\"something:else\",\"optional\":false}]}");
        assertThat(zoom.rest(old, "GET", "/users/me", "").statusCode()).isEqualTo(200);
    }

    private static void assertMissing(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asInt()).isEqualTo(4711);
    }
}
