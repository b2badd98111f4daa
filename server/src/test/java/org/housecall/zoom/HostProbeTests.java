package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is found out about a Zoom account when it is connected. */
class HostProbeTests {

    private static final String CREATE = "POST /v2/users/*/meetings";

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void makesOneMeetingOnTrialAndLeavesNone() {
        zoom.connect();

        assertThat(zoom.state().json().path("checked").asBoolean()).isTrue();
        assertThat(findings()).isEmpty();
        assertThat(creates()).isEqualTo(1);
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).isEmpty();
    }

    @Test
    void triesNotAgainWhoReconnectsSoon() {
        zoom.connect();
        zoom.connect();

        assertThat(creates()).isEqualTo(1);
    }

    @Test
    void namesSettingsThatTheAccountHasLockedAndLooksAgainWhenAsked() {
        settings(Map.of("settings", Map.of("locked", Map.of("waiting_room", false))));
        zoom.connect();

        assertThat(findings()).containsExactly("SETTINGS_LOCKED");
        assertThat(zoom.state().json().path("findings").get(0).path("remedy").asString())
                .contains("the waiting room");

        settings(Map.of("settings", Map.of("locked", java.util.Collections.singletonMap("waiting_room", null))));
        lookAgain();
        assertThatSoon(this::findings).isEqualTo(List.of());

        settings(Map.of("settings", Map.of("locked", Map.of("waiting_room", false))));
        lookAgain(); // though it was found good a moment ago, or is still being looked at
        assertThatSoon(this::findings).isEqualTo(List.of("SETTINGS_LOCKED"));
    }

    private void lookAgain() {
        ZoomClinic.ok(zoom.doctor.post(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom/check"), null));
    }

    @Test
    void warnsOfABasicAccountAndOfOneThatMayNotHost() {
        settings(Map.of("type", 1, "hostingAllowed", false));
        zoom.connect();

        assertThat(findings()).containsExactly("BASIC", "CANNOT_HOST");
        JsonNode host = zoom.administrator
                .get(zoom.clinic.path("zoom/hosts"))
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("doctorId").asString().equals(zoom.doctorId))
                .findFirst()
                .orElseThrow();
        assertThat(host.path("hosting").asString()).isEqualTo("OWN");
        assertThat(host.path("basic").asBoolean()).isTrue();
        assertThat(host.path("findings")).hasSize(2);
    }

    @Test
    void findsAndRemovesTheMeetingWhoseAnswerWasLost() {
        Sandbox.fault(CREATE, zoom.zoomUser, "lost-answer", Map.of());
        UUID connection = zoom.connectAndGoOn();
        assertThatSoon(() -> probe(connection).marker() != null).isEqualTo(true);
        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(1);

        TestServer.bean(HostProbe.class).run(connection);

        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).isEmpty();
        assertThat(probe(connection).marker()).isNull();
        assertThat(zoom.state().json().path("checked").asBoolean()).isTrue();
    }

    @Test
    void removesItByZoomsNoticeWhereNobodyLetsUsLook() {
        zoom.requireScopesOnly();
        zoom.subscribe();
        Sandbox.fault(CREATE, zoom.zoomUser, "lost-answer", Map.of());
        UUID connection = zoom.connectAndGoOn();

        assertThatSoon(() -> probe(connection).ref() != null).isEqualTo(true);
        TestServer.bean(HostProbe.class).run(connection);

        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).isEmpty();
        assertThat(probe(connection).marker()).isNull();
    }

    @Test
    void showsTheOneThatMayBeLeftWhereNothingTells() {
        zoom.requireScopesOnly();
        Sandbox.fault(CREATE, zoom.zoomUser, "lost-answer", Map.of());
        UUID connection = zoom.connectAndGoOn();
        assertThatSoon(() -> probe(connection).marker() != null).isEqualTo(true);

        TestServer.bean(JdbcClient.class)
                .sql("update zoom_probe set begun_at = begun_at - interval '11 minutes' where host_id = ?")
                .param(connection)
                .update();
        TestServer.bean(HostProbe.class).run(connection);

        assertThat(findings()).containsExactly("TRIAL_LEFT");
        assertThat(creates()).isEqualTo(1); // never repeated blindly
    }

    private Probes.Probe probe(UUID connection) {
        return TestServer.bean(Probes.class).of(connection).orElse(Probes.Probe.NONE);
    }

    private long creates() {
        return Sandbox.calls("POST /v2/users/{userId}/meetings", zoom.zoomEmail).size();
    }

    private List<String> findings() {
        return zoom.state()
                .json()
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    private void settings(Map<String, Object> user) {
        Sandbox.control("PUT", "users/" + zoom.zoomEmail, user);
    }
}
