package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTests extends SandboxTests {

    private static final String VISIT =
            "{\"topic\":\"<i>Visit</i>\",\"start_time\":\"2035-03-25T07:30:00Z\",\"default_password\":true}";

    @Test
    void saysThatItIsASandbox() {
        assertThat(zoom.look("ping").path("sandbox").asBoolean()).isTrue();
        assertThat(zoom.get("/").body()).contains("<title>Overview – Zoom sandbox (not Zoom)</title>");
    }

    @Test
    void knowsEverySecretItHasHandedOut() {
        var tokens = zoom.connect(ONE);
        var meeting = zoom.create(tokens.path("access_token").asString(), VISIT);
        var known = zoom.look("secrets")
                .path("secrets")
                .valueStream()
                .map(secret -> secret.path("value").asString())
                .toList();
        var zak = meeting.path("start_url").asString().replaceAll(".*zak=", "");
        assertThat(known)
                .contains(
                        tokens.path("access_token").asString(),
                        tokens.path("refresh_token").asString(),
                        meeting.path("password").asString(),
                        meeting.path("encrypted_password").asString(),
                        zak,
                        SandboxClient.APP + "Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/overview", "/control/calls", "/control/tokens"})
    void showsTokensMaskedOnly(String path) {
        var tokens = zoom.connect(ONE);
        zoom.create(tokens.path("access_token").asString(), VISIT);
        assertThat(zoom.get(path).body())
                .doesNotContain(tokens.path("access_token").asString())
                .doesNotContain(tokens.path("refresh_token").asString());
    }

    @Test
    void recordsCallsWithWhatTheyAskedFor() {
        zoom.create(zoom.accessToken(ONE), VISIT);
        var calls = zoom.look("calls");
        var call = calls.path("calls").get(0);
        assertThat(call.path("operation").asString()).isEqualTo("POST /v2/users/{userId}/meetings");
        assertThat(call.path("status").asInt()).isEqualTo(201);
        assertThat(call.path("user").asString()).isEqualTo(ONE);
        assertThat(call.path("requestBody").asString()).contains("2035-03-25");
        assertThat(calls.path("counts").path("POST /oauth/token").asInt()).isEqualTo(1);
    }

    @Test
    void showsTheMeetingsEscapedAndActsOnThem() {
        var meeting = zoom.create(zoom.accessToken(ONE), VISIT);
        var id = meeting.path("id").asString();
        assertThat(zoom.get("/").body()).contains("&lt;i&gt;Visit&lt;/i&gt;").doesNotContain("<i>Visit");
        for (var action : List.of("move", "start", "end", "delete")) {
            assertThat(zoom.form("/actions/" + id + "/" + action, Map.of()).statusCode())
                    .isEqualTo(303);
        }
        var seen = zoom.look("meetings/" + id);
        assertThat(seen.path("status").asString()).isEqualTo("deleted");
        assertThat(seen.path("start_time").asString()).isEqualTo("2035-03-25T08:30:00Z");
    }

    @Test
    void servesItsStyleAndScript() {
        assertThat(zoom.get("/assets/sandbox.css").statusCode()).isEqualTo(200);
        assertThat(zoom.get("/assets/sandbox.js").body()).contains("setInterval");
        assertThat(zoom.get("/assets/nothing.js").statusCode()).isEqualTo(404);
    }

    @Test
    void addsPeopleAppsAndAccounts() {
        zoom.control("PUT", "users/doctor.six@clinic.example", "{\"type\":1,\"accountId\":\"six\"}");
        zoom.control("PUT", "accounts/six", "{\"plan\":\"FREE\"}");
        var app = zoom.control(
                "PUT", "apps/anotherApp", "{\"clientSecret\":\"s\",\"redirectUris\":[\"https://clinic.example/cb\"]}");
        assertThat(app.path("kind").asString()).isEqualTo("GENERAL");
        assertThat(zoom.look("users")).hasSize(6);
        assertThat(zoom.look("apps")).hasSize(3);
    }

    @Test
    void explainsMistakes() {
        assertThatThrownBy(() -> zoom.control("PUT", "apps/" + SandboxClient.APP, "{\"redirectUrls\":[]}"))
                .hasMessageContaining("redirectUrls");
        assertThatThrownBy(() -> zoom.control("POST", "clock", "{\"advance\":\"an hour\"}"))
                .hasMessageContaining("400");
        assertThatThrownBy(() -> zoom.control("POST", "meetings/1/start", "")).hasMessageContaining("3001");
        assertThatThrownBy(() -> zoom.control("POST", "faults", "[]")).hasMessageContaining("not a JSON object");
    }

    @Test
    void takesNoCommandsFromWebPagesElsewhere() {
        var foreign = zoom.to("/control/reset")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.noBody());
        assertThat(zoom.send(foreign).statusCode()).isEqualTo(403);
    }

    @Test
    void movesStopsAndResetsTheClock() {
        zoom.control("POST", "clock", "{\"freeze\":true,\"now\":\"2035-01-01T00:00:00Z\"}");
        assertThat(zoom.look("clock").path("now").asString()).isEqualTo("2035-01-01T00:00:00Z");
        zoom.advance("P1D");
        assertThat(zoom.look("clock").path("now").asString()).isEqualTo("2035-01-02T00:00:00Z");
        zoom.control("POST", "reset", "");
        assertThat(Instant.parse(zoom.look("clock").path("now").asString())).isBefore("2035-01-01T00:00:00Z");
    }

    @Test
    void forgetsEverythingOnReset() {
        var token = zoom.accessToken(ONE);
        zoom.create(token, VISIT);
        zoom.control("POST", "reset", "");
        assertThat(zoom.look("meetings")).isEmpty();
        assertThat(zoom.look("tokens")).isEmpty();
        assertThat(zoom.rest(token, "GET", "/users/me", "").statusCode()).isEqualTo(401);
        assertThat(json(zoom.get("/control/calls")).path("calls")).hasSize(1);
    }
}
