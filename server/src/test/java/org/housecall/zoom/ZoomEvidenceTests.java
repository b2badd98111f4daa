package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What has been seen of Zoom, which the clinic's readiness for the Marketplace rests on. */
class ZoomEvidenceTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final UUID appId = ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.GENERAL);

    @Test
    void knowsTheScopesThatDoctorsGranted() {
        Connections connections = TestServer.bean(Connections.class);
        assertThat(connections.grantedTo(appId)).isEmpty();
        assertThat(readiness("scopes").path("state").asString()).isEqualTo("AMBER");

        zoom.connect();

        assertThat(connections.grantedTo(appId))
                .containsAll(Arrays.stream(Scope.values()).map(Scope::id).toList());
        assertThat(readiness("scopes").path("evidence").asString())
                .contains("stand-in for Zoom at " + TestServer.sandbox().baseUrl());
    }

    @Test
    void missesAScopeThatNoDoctorGranted() {
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("scopes", List.of(Map.of("scope", "user:read:user", "optional", false))));
        zoom.connect();

        assertThat(readiness("scopes").path("state").asString()).isEqualTo("RED");
        assertThat(readiness("scopes").path("evidence").asString()).contains("meeting:write:meeting");
    }

    @Test
    void remembersWhenZoomLastSpokeLongerThanWhatItSaid() {
        Webhooks webhooks = TestServer.bean(Webhooks.class);
        Deliveries deliveries = TestServer.bean(Deliveries.class);
        assertThat(webhooks.lastHeard(appId)).isEmpty();
        deliver("first");
        Instant first = webhooks.lastHeard(appId).orElseThrow();
        deliver("second");
        Instant second = webhooks.lastHeard(appId).orElseThrow();
        assertThat(second).isAfter(first);

        deliveries.forgetBefore(Instant.now().plus(Duration.ofMinutes(1)));

        assertThat(webhooks.lastHeard(appId)).contains(second);
        assertThat(deliveries.known(new Deliveries.Delivery(appId, "request:first", "")))
                .isFalse();
        assertThat(readiness("webhook").path("evidence").asString()).contains("came from a stand-in for Zoom");
    }

    @Test
    void takesNoEarlierAppsNotificationForThisOnes() {
        Webhooks webhooks = TestServer.bean(Webhooks.class);
        deliver("earlier");
        changeApp(Map.of("clientId", zoom.clientId));
        assertThat(webhooks.lastHeard(appId)).isPresent();

        changeApp(Map.of("clientId", zoom.clientId, "webhookSecret", "another"));

        assertThat(webhooks.lastHeard(appId)).isEmpty();
    }

    @Test
    void hearsNothingFromSomeoneWithoutTheSecret() {
        assertThat(TestServer.nobody()
                        .send(
                                "POST",
                                zoom.webhookPath(ZoomApp.Kind.GENERAL),
                                "{}",
                                Map.of("x-zm-signature", "v0=00", "x-zm-request-timestamp", now()))
                        .status())
                .isEqualTo(401);

        assertThat(TestServer.bean(Webhooks.class).lastHeard(appId)).isEmpty();
    }

    private void changeApp(Map<String, String> app) {
        assertThat(zoom.administrator
                        .put(zoom.clinic.path("zoom/app"), Map.of("oauth", app))
                        .status())
                .isEqualTo(200);
    }

    private void deliver(String requestId) {
        String body = "{\"event\":\"meeting.updated\",\"payload\":{\"object\":{\"id\":" + requestId.hashCode() + "}}}";
        String time = now();
        String signature =
                WebhookSignature.hmac(zoom.webhookSecret, ("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
        assertThat(TestServer.nobody()
                        .send(
                                "POST",
                                zoom.webhookPath(ZoomApp.Kind.GENERAL),
                                body,
                                Map.of(
                                        "x-zm-signature", "v0=" + signature,
                                        "x-zm-request-timestamp", time,
                                        "x-zm-request-id", requestId))
                        .status())
                .isEqualTo(204);
    }

    private static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }

    private JsonNode readiness(String id) {
        return StreamSupport.stream(
                        zoom.administrator
                                .get(zoom.clinic.path("marketplace/readiness"))
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
