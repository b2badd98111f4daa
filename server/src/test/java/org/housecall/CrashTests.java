package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as a process of its own, killed between Zoom's making a meeting and the answer. */
class CrashTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HOST = "doctorFourUser00000001";

    @TempDir
    static Path logs;

    private final ZoomSandbox zoom = ZoomSandbox.start(Options.forTests());
    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerProcess server = new ServerProcess(logs, zoom);

    @AfterEach
    void stop() {
        http.shutdownNow();
        zoom.close();
    }

    @Test
    void findsTheMeetingAgainThatZoomMadeWhileTheServerDied() {
        String meeting;
        try (JavaProcess running = server.start()) {
            SampleClinic clinic = new SampleClinic(server.signInOnceReady());
            hostAtZoom(clinic);
            slowDownZoomsAnswers();
            String appointment = clinic.book(clinic.start(1, 0)).id();
            JavaProcess.await(() -> liveMeetings().size() == 1);
            meeting = clinic.path("appointments/" + appointment + "/meeting");
            assertThat(clinic.administrator.get(meeting).text("status")).isEqualTo("PENDING");
            running.kill();
        }
        control("DELETE", "faults", Map.of());

        try (JavaProcess _ = server.start()) {
            Api administrator = server.signInOnceReady();
            JavaProcess.await(() -> administrator.get(meeting).text("status").equals("READY"));

            Api.Answer found = administrator.get(meeting);
            assertThat(liveMeetings()).containsExactly(found.text("zoomMeetingId"));
            assertThat(found.json().path("possibleOrphans")).isEmpty();
        }
    }

    private void hostAtZoom(SampleClinic clinic) {
        Api.Answer app = clinic.administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of(
                                "accountId", "clinicAccount000000001",
                                "clientId", "sandboxServerApp000001",
                                "clientSecret", "sandboxServerApp000001Secret")));
        assertThat(app.status()).as(app.toString()).isEqualTo(200);
        Api.Answer user = clinic.administrator.put(
                clinic.path("doctors/" + clinic.doctorId + "/zoom/user"), Map.of("zoomUser", HOST));
        assertThat(user.status()).as(user.toString()).isEqualTo(200);
        awaitTrial(clinic);
    }

    private void awaitTrial(SampleClinic clinic) {
        String mapping = clinic.path("doctors/" + clinic.doctorId + "/zoom");
        JavaProcess.await(() -> clinic.administrator
                        .get(mapping)
                        .json()
                        .path("userCheck")
                        .path("checked")
                        .asBoolean(false)
                && liveMeetings().isEmpty());
    }

    private void slowDownZoomsAnswers() {
        control(
                "POST",
                "faults",
                Map.of(
                        "endpoint",
                        "POST /v2/users/*/meetings",
                        "kind",
                        "latency",
                        "params",
                        Map.of("ms", 600_000, "when", "after")));
    }

    private List<String> liveMeetings() {
        return StreamSupport.stream(
                        control("GET", "meetings?host=" + HOST, Map.of()).spliterator(), false)
                .filter(meeting -> !meeting.path("status").asString().equals("deleted"))
                .map(meeting -> meeting.path("id").asString())
                .toList();
    }

    private JsonNode control(String method, String path, Object order) {
        return JSON.readTree(send(method, zoom.baseUrl() + "/control/" + path, JSON.writeValueAsString(order))
                .body());
    }

    private HttpResponse<String> send(String method, String url, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
