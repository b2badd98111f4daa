package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoomsandbox.SandboxClient.APP;
import static org.zoomsandbox.SandboxClient.CALLBACK;
import static org.zoomsandbox.SandboxClient.CLINIC;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.SERVER_APP;
import static org.zoomsandbox.SandboxClient.TWO;
import static org.zoomsandbox.SandboxClient.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TokenTests extends SandboxTests {

    private static final String INVALID_GRANT = "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}";

    @Test
    void answersAnExchangeInZoomsForm() {
        var answer = zoom.connect(ONE);
        assertThat(answer.path("access_token").asString()).hasSizeGreaterThan(700);
        assertThat(answer.path("refresh_token").asString()).hasSizeGreaterThan(700);
        assertThat(answer.path("token_type").asString()).isEqualTo("bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(answer.path("api_url").asString()).isEqualTo(sandbox.baseUrl());
        assertThat(answer.path("scope").asString().split(" ", -1)).contains("meeting:write:meeting", "user:read:user");
    }

    @Test
    void writesScopesInNoParticularOrder() {
        var orders = new HashSet<String>();
        for (var i = 0; i < 6; i++) {
            orders.add(zoom.connect(ONE).path("scope").asString());
        }
        assertThat(orders).hasSizeGreaterThan(1);
    }

    @Test
    void takesACodeOnce() {
        var code = zoom.code(ONE);
        assertThat(zoom.exchangeCode(code).statusCode()).isEqualTo(200);
        var again = zoom.exchangeCode(code);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json(again).path("reason").asString()).isEqualTo("Invalid authorization code " + code);
    }

    @Test
    void forgetsACodeAfterFiveMinutes() {
        var code = zoom.code(ONE);
        zoom.advance("PT5M1S");
        assertThat(zoom.exchangeCode(code).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAnotherRedirectAddressAtTheExchange() {
        var answer = zoom.token(
                Map.of("grant_type", "authorization_code", "code", zoom.code(ONE), "redirect_uri", CALLBACK + "/"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("reason").asString()).isEqualTo("Redirect URI mismatch.");
    }

    @Test
    void rotatesTheRefreshTokenAndKillsTheOldOneAtOnce() {
        var first = zoom.connect(ONE);
        var second = zoom.refresh(refreshToken(first));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(refreshToken(json(second))).isNotEqualTo(refreshToken(first));
        assertInvalidGrant(zoom.refresh(refreshToken(first)));
        assertThat(zoom.refresh(refreshToken(json(second))).statusCode()).isEqualTo(200);
    }

    @Test
    void letsExactlyOneOfManyParallelRefreshesWin() throws Exception {
        var token = refreshToken(zoom.connect(ONE));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = Collections.nCopies(
                    12, (Callable<Integer>) () -> zoom.refresh(token).statusCode());
            var statuses = new ArrayList<Integer>();
            for (var each : threads.invokeAll(tries)) {
                statuses.add(each.get());
            }
            assertThat(statuses).containsOnlyOnce(200).contains(400);
        }
    }

    @Test
    void keepsTheOldAccessTokenAliveAfterARefreshUnlessToldOtherwise() {
        var first = zoom.connect(ONE);
        var second = json(zoom.refresh(refreshToken(first)));
        assertThat(me(first).statusCode()).isEqualTo(200);
        zoom.control("PUT", "apps/" + APP, "{\"accessSurvivesRefresh\":false}");
        var third = json(zoom.refresh(refreshToken(second)));
        assertThat(me(second).statusCode()).isEqualTo(401);
        assertThat(me(third).statusCode()).isEqualTo(200);
    }

    @Test
    void expiresAccessAfterAnHourAndRefreshAfterNinetyDays() {
        var tokens = zoom.connect(ONE);
        zoom.advance("PT1H1S");
        var expired = me(tokens);
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(expired.body()).isEqualTo("{\"code\":124,\"message\":\"Access token is expired.\"}");
        zoom.advance("P90D");
        assertInvalidGrant(zoom.refresh(refreshToken(tokens)));
    }

    @Test
    void startsNinetyNewDaysAtEachRefresh() {
        var tokens = zoom.connect(ONE);
        for (var i = 0; i < 3; i++) {
            zoom.advance("P80D");
            tokens = json(zoom.refresh(refreshToken(tokens)));
        }
        assertThat(me(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void killsAllEarlierTokensWhenTheSamePersonAuthorizesAgain() {
        var first = zoom.connect(ONE);
        var other = zoom.connect(TWO);
        var second = zoom.connect(ONE);
        assertThat(me(first).statusCode()).isEqualTo(401);
        assertInvalidGrant(zoom.refresh(refreshToken(first)));
        assertThat(me(second).statusCode()).isEqualTo(200);
        assertThat(me(other).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWrongCredentialsAndRotatedSecrets() {
        var tokens = zoom.connect(ONE);
        zoom.control("POST", "apps/" + APP + "/rotate-secret", "");
        var refused = zoom.refresh(refreshToken(tokens));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body())
                .isEqualTo("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
    }

    @Test
    void refusesEverythingToADisabledApp() {
        var tokens = zoom.connect(ONE);
        zoom.control("PUT", "apps/" + APP, "{\"disabled\":true}");
        assertThat(zoom.refresh(refreshToken(tokens)).statusCode()).isEqualTo(401);
        assertThat(me(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void killsTokensOfARemovedUser() {
        var tokens = zoom.connect(ONE);
        zoom.control("DELETE", "users/" + ONE, "");
        assertInvalidGrant(zoom.refresh(refreshToken(tokens)));
        assertThat(me(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void killsTokensWhenTheAppIsUninstalled() {
        var tokens = zoom.connect(ONE);
        var removed = zoom.control("POST", "apps/" + APP + "/uninstall", "{\"user\":\"" + ONE + "\",\"by\":\"admin\"}");
        assertThat(removed.path("removed").asBoolean()).isTrue();
        assertInvalidGrant(zoom.refresh(refreshToken(tokens)));
    }

    @Test
    void revokesThroughTheApp() {
        var tokens = zoom.connect(ONE);
        var answer = zoom.send(zoom.tokenRequest(
                APP,
                APP + "Secret",
                "/oauth/revoke",
                Map.of("token", tokens.path("access_token").asString())));
        assertThat(answer.body()).isEqualTo("{\"status\":\"success\"}");
        assertThat(me(tokens).statusCode()).isEqualTo(401);
        assertInvalidGrant(zoom.refresh(refreshToken(tokens)));
    }

    @Test
    void expiresAndRevokesOnCommand() {
        var tokens = zoom.connect(ONE);
        zoom.control("POST", "tokens/expire", "{\"kind\":\"access\",\"user\":\"" + ONE + "\"}");
        assertThat(me(tokens).body()).contains("Access token is expired.");
        zoom.control("POST", "tokens/revoke", "{\"user\":\"" + ONE + "\"}");
        assertInvalidGrant(zoom.refresh(refreshToken(tokens)));
    }

    @Test
    void leavesTokensThatAreYoungerThanAskedFor() {
        var tokens = zoom.connect(ONE);
        var order = "{\"kind\":\"access\",\"user\":\"" + ONE + "\",\"olderThan\":\"PT10S\"}";
        zoom.advance("PT9S");
        assertThat(zoom.control("POST", "tokens/expire", order).path("expired").asInt())
                .isZero();
        assertThat(me(tokens).statusCode()).isEqualTo(200);
        zoom.advance("PT1S");
        assertThat(zoom.control("POST", "tokens/expire", order).path("expired").asInt())
                .isEqualTo(1);
        assertThat(me(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void wantsTheVerifierThatBelongsToAHashedChallenge() {
        assertThat(exchange(pkce("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "S256"), "wrong")
                        .statusCode())
                .isEqualTo(400);
        var verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assertThat(exchange(pkce("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "S256"), verifier)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesAChallengeWithoutMethodAsPlain() {
        assertThat(exchange(pkce("plain-challenge", ""), "plain-challenge").statusCode())
                .isEqualTo(200);
        assertThat(exchange(pkce("plain-challenge", "plain"), "other").statusCode())
                .isEqualTo(400);
    }

    @Test
    void namesMissingAndUnknownGrants() {
        assertThat(zoom.token(Map.of("a", "b")).body())
                .isEqualTo("{\"reason\":\"Missing grant type.\",\"error\":\"invalid_request\"}");
        assertThat(zoom.token(Map.of("grant_type", "password")).body())
                .isEqualTo("{\"reason\":\"unsupported grant type\",\"error\":\"unsupported_grant_type\"}");
    }

    @Test
    void givesAnAccountItsTokenWithoutRefreshToken() {
        var answer = zoom.accountCredentials(CLINIC);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).has("refresh_token")).isFalse();
        assertThat(json(answer).path("scope").asString()).contains("meeting:write:meeting:admin");
    }

    @Test
    void refusesAnotherAccount() {
        assertThat(zoom.accountCredentials("elsewhere").body())
                .isEqualTo("{\"reason\":\"Bad request\",\"error\":\"invalid_request\"}");
        assertThat(zoom.token(SERVER_APP, "wrong", Map.of("grant_type", "account_credentials"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenInTheQuery() {
        var answer = zoom.get("/v2/users/me?access_token=abc");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("not supported as query parameter string");
    }

    @Test
    void handsOutWhateverApiAddressTheAppIsGiven() {
        zoom.control("PUT", "apps/" + APP, "{\"apiUrl\":\"https://evil.example\"}");
        assertThat(zoom.connect(ONE).path("api_url").asString()).isEqualTo("https://evil.example");
    }

    private HttpResponse<String> me(JsonNode tokens) {
        return zoom.rest(tokens.path("access_token").asString(), "GET", "/users/me", "");
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.path("refresh_token").asString();
    }

    private static void assertInvalidGrant(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(INVALID_GRANT);
    }

    private String pkce(String challenge, String method) {
        var query = new HashMap<>(SandboxClient.authorization());
        query.put("code_challenge", challenge);
        if (!method.isEmpty()) {
            query.put("code_challenge_method", method);
        }
        return zoom.code(ONE, query);
    }

    private HttpResponse<String> exchange(String code, String verifier) {
        return zoom.token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", verifier));
    }
}
