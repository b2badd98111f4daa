package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Zoom gives a General App two pairs of credentials; the sandbox plays the development pair by an app of its own. */
class CredentialPairTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final String development = "development" + zoom.unique;
    private final String developmentSecret = Sandbox.control(
                    "PUT",
                    "apps/" + development,
                    Map.of("kind", "GENERAL", "redirectUris", List.of("http://localhost:8080/zoom/callback")))
            .path("clientSecret")
            .asString();

    @Test
    void keepsBothPairsSealedAndUsesProductionUnlessToldOtherwise() {
        assertThat(pairs().path("inUse").asString()).isEqualTo("PRODUCTION");

        Api.Answer saved = save(zoom.clientId, null, development, developmentSecret, "PRODUCTION");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()).doesNotContain(developmentSecret);
        assertThat(pairs().path("development").path("clientId").asString()).isEqualTo(development);
        assertThat(zoom.authorizeUrl()).contains("client_id=" + zoom.clientId);
        byte[] stored = TestServer.bean(JdbcClient.class)
                .sql("select development_client_secret from zoom_app where id = ?")
                .param(appId())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(developmentSecret);
    }

    @Test
    void endsNoConnectionWhenThePairInUseChanges() {
        UUID connection = zoom.connect();

        save(zoom.clientId, null, development, developmentSecret, "DEVELOPMENT");

        assertThat(zoom.status()).isEqualTo("CONNECTED");
        assertThat(pairs().path("production").path("connections").asInt()).isEqualTo(1);
        assertThat(zoom.authorizeUrl()).contains("client_id=" + development);
        zoom.letTokenExpire(connection);
        assertThat(TestServer.bean(ConnectionTokens.class).accessToken(connection))
                .as("renewed with the pair it was made with")
                .isInstanceOf(TokenUse.Usable.class);
    }

    @Test
    void connectsByThePairInUseAndRevokesWhatItTakesThePlaceOf() {
        zoom.connect();
        save(zoom.clientId, null, development, developmentSecret, "DEVELOPMENT");

        UUID connection = zoom.connect();

        assertThat(pairs().path("production").path("connections").asInt()).isZero();
        assertThat(pairs().path("development").path("connections").asInt()).isEqualTo(1);
        assertThat(Sandbox.calls("POST /oauth/revoke", zoom.zoomEmail)).hasSize(1);
        zoom.letTokenExpire(connection);
        assertThat(TestServer.bean(ConnectionTokens.class).accessToken(connection))
                .isInstanceOf(TokenUse.Usable.class);
    }

    @Test
    void finishesAnAuthorizationWithThePairItBeganWith() {
        String url = zoom.authorizeUrl();
        save(zoom.clientId, null, development, developmentSecret, "DEVELOPMENT");

        zoom.doctor.get(zoom.consent(url));

        assertThat(zoom.status()).isEqualTo("CONNECTED");
        assertThat(zoom.connection().orElseThrow().clientId()).isEqualTo(zoom.clientId);
    }

    @Test
    void losesWhatWasMadeWithAPairThatGoesAndTellsTheDoctor() {
        save(zoom.clientId, null, development, developmentSecret, "DEVELOPMENT");
        zoom.connect();

        save(zoom.clientId, null, null, null, "PRODUCTION");

        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
        assertThatSoon(() -> zoom.mails(zoom.email, "").stream().anyMatch(mail -> mail.contains("another Zoom app")))
                .isEqualTo(true);
    }

    @Test
    void keepsConnectionsWhereAPairIsOnlyEnteredInItsRightPlace() {
        zoom.connect();

        Api.Answer swapped = save(development, developmentSecret, zoom.clientId, null, "PRODUCTION");

        assertThat(swapped.status()).isEqualTo(200);
        assertThat(zoom.status()).isEqualTo("CONNECTED");
        assertThat(zoom.authorizeUrl()).contains("client_id=" + development);
    }

    @Test
    void takesTheRemovalOfOneAuthorizationForThatOneOnly() {
        save(zoom.clientId, null, development, developmentSecret, "DEVELOPMENT");
        zoom.connect();

        deauthorized(zoom.clientId);
        assertThat(Notifications.waiting(appId())).isZero();
        assertThat(zoom.status()).isEqualTo("CONNECTED");

        deauthorized(development);
        assertThatSoon(zoom::status).isEqualTo("DISCONNECTED");
    }

    @Test
    void refusesPairsThatCannotBe() {
        assertThat(field(save(zoom.clientId, null, zoom.clientId, "x", "PRODUCTION")))
                .isEqualTo("development.clientId");
        assertThat(field(save(zoom.clientId, null, development, null, "PRODUCTION")))
                .isEqualTo("development.clientSecret");
        assertThat(field(save(zoom.clientId, null, null, null, "DEVELOPMENT"))).isEqualTo("inUse");
        save(zoom.clientId, null, development, developmentSecret, "PRODUCTION");
        assertThat(field(zoom.administrator.put(
                        zoom.clinic.path("zoom/app"),
                        Map.of("oauth", Map.of("clientId", development, "clientSecret", "x")))))
                .isEqualTo("oauth.clientId");
    }

    @Test
    void triesBothPairs() {
        save(zoom.clientId, null, development, "wrong", "PRODUCTION");

        Api.Answer trial = zoom.administrator.put(zoom.clinic.path("zoom/test"), Map.of());

        assertThat(trial.json().path("ok").asBoolean()).isFalse();
        assertThat(trial.text("message"))
                .startsWith("Zoom accepts client id and secret.")
                .contains("Development pair: Zoom refuses");
    }

    private void deauthorized(String clientId) {
        Map<String, Object> payload = Map.of("user_id", zoom.zoomUser, "client_id", clientId);
        ZoomClinic.ok(Notifications.deliver(zoom, Notifications.body("app_deauthorized", Instant.now(), payload)));
    }

    private Api.Answer save(
            String productionId,
            @Nullable String productionSecret,
            @Nullable String developmentId,
            @Nullable String secret,
            String inUse) {
        Map<String, Object> body = new HashMap<>(Map.of("inUse", inUse));
        body.put("production", pair(productionId, productionSecret));
        if (developmentId != null) {
            body.put("development", pair(developmentId, secret));
        }
        return zoom.administrator.put(zoom.clinic.path("zoom/app/pairs"), body);
    }

    private static Map<String, String> pair(String clientId, @Nullable String secret) {
        return secret == null ? Map.of("clientId", clientId) : Map.of("clientId", clientId, "clientSecret", secret);
    }

    private JsonNode pairs() {
        return zoom.administrator.get(zoom.clinic.path("zoom/app")).json().path("pairs");
    }

    private UUID appId() {
        return ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.GENERAL);
    }

    private static String field(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("field").asString();
    }
}
