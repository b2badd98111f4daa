package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.Eventually;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A booked visit has its Zoom meeting, hosted by the clinic's Server-to-Server app: against the sandbox over HTTP. */
class ZoomJourneyTests {

    private static final String HOST = "doctorFourUser00000001";

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api administrator = clinic.administrator;

    @BeforeEach
    void setUpTheApp() {
        Api.Answer stored = administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of(
                                "accountId", "clinicAccount000000001",
                                "clientId", "sandboxServerApp000001",
                                "clientSecret", "sandboxServerApp000001Secret",
                                "webhookSecret", "sandboxServerApp000001Hook")));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
        assertThat(stored.response().body()).doesNotContain("sandboxServerApp000001Secret");
        Api.Answer mapped =
                administrator.put(clinic.path("doctors/" + clinic.doctorId + "/zoom/user"), Map.of("zoomUser", HOST));
        assertThat(mapped.status()).as(mapped.toString()).isEqualTo(200);
    }

    @Test
    void givesABookedVisitItsMeetingClosedToStrangers() throws Exception {
        String appointment =
                clinic.path("appointments/" + clinic.book(clinic.start(1, 0)).id());

        Eventually.assertThatSoon(
                        () -> administrator.get(appointment + "/meeting").text("status"))
                .isEqualTo("READY");

        Api.Answer meeting = administrator.get(appointment + "/meeting");
        assertThat(meeting.text("joinUrl")).contains("/j/" + meeting.text("zoomMeetingId"));
        JsonNode atZoom = atZoom(meeting.text("zoomMeetingId"));
        assertThat(atZoom.toString()).doesNotContain("Patient ").contains("\"waiting_room\":true");
    }

    @Test
    void movesTheMeetingWithItsAppointmentAndRemovesItWhenCancelled() throws Exception {
        String appointment =
                clinic.path("appointments/" + clinic.book(clinic.start(2, 0)).id());
        Eventually.assertThatSoon(
                        () -> administrator.get(appointment + "/meeting").text("status"))
                .isEqualTo("READY");
        String meetingId = administrator.get(appointment + "/meeting").text("zoomMeetingId");

        administrator.patch(appointment, Map.of("start", clinic.start(2, 5)));
        Eventually.assertThatSoon(() -> atZoom(meetingId).toString().contains(clinic.start(2, 5)))
                .isEqualTo(true);

        administrator.post(appointment + "/cancel", Map.of());
        Eventually.assertThatSoon(
                        () -> administrator.get(appointment + "/meeting").text("status"))
                .isEqualTo("REMOVED");
        assertThat(atZoom(meetingId).path("status").asString()).isEqualTo("deleted");
    }

    @Test
    void givesAFreshStartLinkAtTheClick() {
        String appointment =
                clinic.path("appointments/" + clinic.book(clinic.start(3, 0)).id());
        Eventually.assertThatSoon(
                        () -> administrator.get(appointment + "/meeting").text("status"))
                .isEqualTo("READY");

        Api.Answer start = administrator.post(appointment + "/meeting/start", null);

        assertThat(start.status()).as(start.toString()).isEqualTo(200);
        assertThat(start.text("startUrl")).contains("zak=");
        assertThat(start.response().headers().firstValue("cache-control").orElse(""))
                .contains("no-store");
    }

    @Test
    void bringsBackAMeetingThatWasDeletedInZoom() throws Exception {
        String appointment =
                clinic.path("appointments/" + clinic.book(clinic.start(4, 0)).id());
        Eventually.assertThatSoon(
                        () -> administrator.get(appointment + "/meeting").text("status"))
                .isEqualTo("READY");
        String first = administrator.get(appointment + "/meeting").text("zoomMeetingId");
        control("POST", "/control/meetings/" + first + "/delete");

        administrator.patch(appointment, Map.of("start", clinic.start(4, 3)));

        Eventually.assertThatSoon(() -> {
                    Api.Answer meeting = administrator.get(appointment + "/meeting");
                    return meeting.text("status").equals("READY")
                            && !meeting.text("zoomMeetingId").equals(first);
                })
                .isEqualTo(true);
    }

    @Test
    void saysWhetherZoomAcceptsTheCredentials() {
        assertThat(administrator
                        .put(clinic.path("zoom/test"), Map.of())
                        .json()
                        .path("ok")
                        .asBoolean())
                .isTrue();
        administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of("accountId", "clinicAccount000000001", "clientId", "wrong", "clientSecret", "wrong")));

        Api.Answer trial = administrator.put(clinic.path("zoom/test"), Map.of());

        assertThat(trial.json().path("ok").asBoolean()).isFalse();
        assertThat(trial.text("message")).isNotEmpty();
    }

    @Test
    void refusesADeliveryWithoutAValidSignature() {
        String url = administrator
                .get(clinic.path("zoom/app"))
                .json()
                .path("serverToServer")
                .path("webhookUrl")
                .asString();

        Api.Answer answer = TestServer.nobody()
                .post(URI.create(url).getPath(), Map.of("event", "meeting.ended", "id", UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(401);
    }

    private static JsonNode atZoom(String meetingId) {
        return control("GET", "/control/meetings/" + meetingId);
    }

    private static JsonNode control(String method, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(TestServer.sandbox().baseUrl() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
