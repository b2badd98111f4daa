package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;
import static org.housecall.zoom.ZoomClinic.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.housecall.Api;
import org.housecall.Reviewers;
import org.housecall.TestServer;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.reviewer.TestPlan;
import org.housecall.marketplace.reviewer.TestStep;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The review as Zoom's reviewer makes it: the steps of the release notes in their order, with their sign-ins, against the sandbox. */
class ReviewRehearsalTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final Map<TestStep, Runnable> walkers = new EnumMap<>(TestStep.class);
    private final Reviewers reviewers = Reviewers.letIn(zoom.administrator, zoom.clinic.path("marketplace"));
    private Api doctor = TestServer.nobody();
    private String connection = "";
    private String booked = "";
    private String now = "";

    ReviewRehearsalTests() {
        walkers.put(TestStep.SIGN_IN, this::signsIn);
        walkers.put(TestStep.DECLINE, this::declines);
        walkers.put(TestStep.INSTALL, this::installs);
        walkers.put(TestStep.CHECK, this::checksTheAccount);
        walkers.put(TestStep.MEETING, this::booksAVisit);
        walkers.put(TestStep.RESCHEDULE, this::reschedules);
        walkers.put(TestStep.START, this::starts);
        walkers.put(TestStep.JOIN, this::joins);
        walkers.put(TestStep.WAITING, this::seesThePatientWait);
        walkers.put(TestStep.CANCEL, this::cancels);
        walkers.put(TestStep.DISCONNECT, this::disconnects);
        walkers.put(TestStep.RECONNECT, this::connects);
        walkers.put(TestStep.UNINSTALL, this::uninstallsInZoom);
        walkers.put(TestStep.ADD, this::addsFromTheMarketplace);
    }

    @Test
    void goesThroughEveryStepOfTheReleaseNotes() {
        prepareTheApp();
        List<TestPlan.Step> steps = zoom.inClinic(() -> TestServer.bean(TestPlan.class)
                .steps(TestServer.bean(Listings.class).current()));
        assertThat(steps).hasSameSizeAs(TestStep.values());
        assertThat(reviewers.releaseNotes())
                .containsSubsequence(steps.stream().map(TestPlan.Step::title).toList());

        for (TestPlan.Step step : steps) {
            Runnable walker = walkers.get(step.id());
            assertThat(walker).as("who walks %s", step.id()).isNotNull();
            Objects.requireNonNull(walker).run();
        }
    }

    /** As the submitted app is set up: with events, with the deauthorization URL, and with patients who wait. */
    private void prepareTheApp() {
        zoom.subscribe();
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("deauthorizationUrl", TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL)));
        ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app/waiting-room"), Map.of("kind", "GENERAL", "wanted", true)));
        ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app/meeting-list"), Map.of("kind", "GENERAL", "wanted", true)));
    }

    private void signsIn() {
        doctor = reviewers.doctor();
        JsonNode clinic = doctor.get("/api/v1/clinics").json().path("items").get(0);
        assertThat(clinic.path("sample").asBoolean()).isTrue();
        connection = reviewers.path("doctors/" + reviewers.doctorId(doctor) + "/zoom");
    }

    private void declines() {
        assertThat(decide("deny")).endsWith("/settings/zoom?problem=declined");
        assertThat(status()).isEqualTo("DISCONNECTED");
    }

    private void installs() {
        connects();
        assertThat(doctor.get(connection).text("zoomEmail")).isEqualTo(zoom.zoomEmail);
    }

    private void connects() {
        assertThat(decide("allow")).endsWith("/settings/zoom?connected=1");
        assertThat(status()).isEqualTo("CONNECTED");
    }

    private String decide(String decision) {
        String url = ok(doctor.post(connection + "/authorize", null)).text("authorizeUrl");
        return ZoomClinic.location(doctor.get(ZoomClinic.local(Sandbox.decide(url, zoom.zoomUser, decision))));
    }

    private void checksTheAccount() {
        int before = lists();
        ok(doctor.post(connection + "/check", null));
        assertThatSoon(() -> lists() > before).isEqualTo(true);
        assertThatSoon(() -> doctor.get(connection).json().path("checked").asBoolean())
                .isEqualTo(true);
    }

    private int lists() {
        return Sandbox.calls("GET /v2/users/{userId}/meetings", zoom.zoomEmail).size();
    }

    private void booksAVisit() {
        String doctorId = reviewers.doctorId(doctor);
        String patientId =
                first(doctor.get(reviewers.path("patients"))).path("id").asString();
        String serviceId =
                first(doctor.get(reviewers.path("services"))).path("id").asString();
        booked = doctor.post(
                        reviewers.path("appointments"),
                        Map.of(
                                "doctorId", doctorId,
                                "patientId", patientId,
                                "serviceId", serviceId,
                                "start", zoom.clinic.start(3, 0)))
                .id();
        assertThatSoon(() -> meeting(booked).text("status")).isEqualTo("READY");
        assertThat(atZoom(booked).path("start_time").asString()).isEqualTo(zoom.clinic.start(3, 0));
        assertThat(atZoom(booked).path("settings").path("waiting_room").asBoolean())
                .isTrue();
    }

    private void reschedules() {
        String before = meeting(booked).text("zoomMeetingId");
        ok(doctor.patch(reviewers.path("appointments/" + booked), Map.of("start", zoom.clinic.start(3, 2))));
        assertThatSoon(() -> atZoom(booked).path("start_time").asString()).isEqualTo(zoom.clinic.start(3, 2));
        assertThat(meeting(booked).text("zoomMeetingId")).isEqualTo(before);
    }

    private void starts() {
        Instant time = Instant.now();
        now = StreamSupport.stream(reviewers.visits(doctor).spliterator(), false)
                .filter(visit -> visit.path("status").asString("").equals("BOOKED"))
                .filter(visit ->
                        Instant.parse(visit.path("start").asString()).isBefore(time.plus(Duration.ofMinutes(15))))
                .map(visit -> visit.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThatSoon(() -> meeting(now).text("status")).isEqualTo("READY");
        assertThat(ok(doctor.post(reviewers.path("appointments/" + now + "/meeting/start"), null))
                        .text("startUrl"))
                .isNotBlank();
        Sandbox.control("POST", "meetings/" + meeting(now).text("zoomMeetingId") + "/start", Map.of());
        assertThatSoon(() -> meeting(now).text("status")).isEqualTo("STARTED");
    }

    private void joins() {
        Api patient = reviewers.patient();
        String link = ok(patient.get(reviewers.path("appointments/" + now + "/visit-link")))
                .text("url");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(ok(TestServer.nobody().opened().post("/api/v1/visits/" + token + "/join", null))
                        .text("joinUrl"))
                .isNotBlank();
    }

    private void seesThePatientWait() {
        Sandbox.control(
                "POST",
                "meetings/" + meeting(now).text("zoomMeetingId") + "/guest-arrives",
                Map.of("name", "Somebody"));
        assertThatSoon(() -> doctor.get(reviewers.path("appointments/" + now))
                        .json()
                        .path("meeting")
                        .path("patientWaitingSince")
                        .asString("")
                        .isEmpty())
                .isEqualTo(false);
    }

    private void cancels() {
        String id = meeting(booked).text("zoomMeetingId");
        ok(doctor.post(reviewers.path("appointments/" + booked + "/cancel"), Map.of()));
        assertThatSoon(() -> Sandbox.get("meetings/" + id).path("status").asString())
                .isEqualTo("deleted");
    }

    private void disconnects() {
        ok(doctor.delete(connection));
        assertThat(status()).isEqualTo("DISCONNECTED");
        assertThat(usableTokens()).isZero();
    }

    private void uninstallsInZoom() {
        Sandbox.control("POST", "apps/" + zoom.clientId + "/uninstall", Map.of("user", zoom.zoomUser));
        assertThatSoon(this::status).isEqualTo("DISCONNECTED");
        assertThat(zoom.connection()).isEqualTo(Optional.empty());
        assertThat(doctor.get(connection).body()).doesNotContain(zoom.zoomEmail);
    }

    private void addsFromTheMarketplace() {
        assertThat(ZoomClinic.location(doctor.get("/zoom/callback?code=" + UUID.randomUUID())))
                .startsWith("/connect-zoom?add=");
        assertThat(status()).isEqualTo("DISCONNECTED");
        connects();
    }

    private String status() {
        return doctor.get(connection).text("status");
    }

    private Api.Answer meeting(String appointmentId) {
        return doctor.get(reviewers.path("appointments/" + appointmentId + "/meeting"));
    }

    private JsonNode atZoom(String appointmentId) {
        return Sandbox.get("meetings/" + meeting(appointmentId).text("zoomMeetingId"));
    }

    private static JsonNode first(Api.Answer list) {
        return ok(list).json().path("items").get(0);
    }

    private long usableTokens() {
        return Sandbox.get("tokens")
                .valueStream()
                .filter(token -> token.path("clientId").asString("").equals(zoom.clientId))
                .filter(token -> token.path("usable").asBoolean(false))
                .count();
    }
}
