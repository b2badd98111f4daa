package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.housecall.TestServer;
import org.jspecify.annotations.Nullable;
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

        zoom.requireScopesOnly();
        zoom.connect();

        assertThat(connections.grantedTo(appId))
                .containsAll(Scope.required().stream().map(Scope::id).toList());
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
    void countsAScopeThatIsNotListedAgainstTheApp() {
        zoom.connect(); // the sandbox's app asks for more, as a developer's may

        assertThat(readiness("scopes").path("state").asString()).isEqualTo("RED");
        assertThat(readiness("scopes").path("evidence").asString()).contains("meeting:read:list_meetings");
    }

    @Test
    void followsAnOptInInManifestTextsPageAndReadinessTogether() {
        String scope = Scope.LIST_MEETINGS.id();
        zoom.requireScopesOnly();
        zoom.connect();
        assertThat(readiness("scopes").path("state").asString()).isEqualTo("AMBER");
        assertThat(pack().get("manifest.json")).doesNotContain(scope);

        optIn("meeting-list", true);

        assertThat(pack().get("manifest.json")).contains("\"scope\" : \"" + scope + "\"");
        assertThat(pack().get("listing/scope-reasons.txt")).contains(scope + ": Finds a meeting again");
        assertThat(pack().get("pages/privacy.html")).contains(scope);
        assertThat(readiness("scopes").path("state").asString()).isEqualTo("RED");
        assertThat(readiness("scopes").path("evidence").asString()).isEqualTo("Nobody has granted " + scope + ".");

        optIn("meeting-list", false);
        assertThat(pack().get("manifest.json")).doesNotContain(scope, "waiting_room");
        optIn("waiting-room", true);
        assertThat(pack().get("manifest.json"))
                .contains(Scope.SEE_WAITING.id(), "meeting.participant_joined_waiting_room");
    }

    private void optIn(String what, boolean wanted) {
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app/" + what), Map.of("kind", "GENERAL", "wanted", wanted)));
    }

    private Map<String, String> pack() {
        String token = zoom.administrator
                .post("/api/v1/api-tokens", Map.of("name", "pack"))
                .text("token");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestServer.baseUrl() + zoom.clinic.path("marketplace/pack")))
                .header("Authorization", "Bearer " + token)
                .build();
        Map<String, String> files = new HashMap<>();
        try (HttpClient http = HttpClient.newHttpClient();
                ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                        http.send(request, BodyHandlers.ofByteArray()).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return files;
    }

    @Test
    void remembersWhenZoomLastSpokeAndNothingOfWhatItSaid() {
        assertThat(lastHeard()).isNull();
        deliver("first");

        assertThat(lastHeard()).isNotNull();
        assertThat(readiness("webhook").path("evidence").asString()).contains("came from a stand-in for Zoom");
    }

    @Test
    void takesNoEarlierAppsNotificationForThisOnes() {
        deliver("earlier");
        changeApp(Map.of("clientId", zoom.clientId));
        assertThat(lastHeard()).isNotNull();

        changeApp(Map.of("clientId", zoom.clientId, "webhookSecret", "another"));

        assertThat(lastHeard()).isNull();
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

        assertThat(lastHeard()).isNull();
    }

    private void changeApp(Map<String, String> app) {
        assertThat(zoom.administrator
                        .put(zoom.clinic.path("zoom/app"), Map.of("oauth", app))
                        .status())
                .isEqualTo(200);
    }

    private @Nullable Instant lastHeard() {
        return TestServer.bean(ZoomApps.class).find(appId).orElseThrow().heardAt();
    }

    private void deliver(String requestId) {
        String body = Notifications.about("meeting.updated", "5550148");
        assertThat(Notifications.deliver(zoom.webhookPath(ZoomApp.Kind.GENERAL), zoom.webhookSecret, body, requestId)
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
