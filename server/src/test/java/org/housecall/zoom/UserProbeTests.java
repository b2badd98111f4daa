package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is found out about a user of the clinic's Zoom account when a doctor is mapped to it. */
class UserProbeTests {

    private static final String CREATE = "POST /v2/users/*/meetings";

    private final ZoomClinic zoom = new ZoomClinic();
    private final String email = "room-" + zoom.unique + "@example.com";
    private String user = "";

    @Test
    void makesOneMeetingOnTrialForAllWhoShareTheUserAndLeavesNone() {
        ZoomClinic.Colleague colleague = zoom.colleague();
        setUp(Map.of());
        map(zoom.doctorId, user);
        map(colleague.id, email.toUpperCase(Locale.ROOT));

        assertThat(checked(zoom.doctorId)).isTrue();
        assertThat(checked(colleague.id)).isTrue();
        assertThat(findings(zoom.doctorId)).isEmpty();
        assertThat(creates()).isEqualTo(1);
        assertThat(Sandbox.liveMeetings(user)).isEmpty();
        assertThat(usedOfTheDay(zoom.doctorId)).isEqualTo(1);
    }

    @Test
    void triesWhoWasMappedBeforeThereWasAnApp() {
        Sandbox.control("PUT", "accounts/account" + zoom.unique, Map.of());
        user = Sandbox.control("PUT", "users/" + email, Map.of("accountId", "account" + zoom.unique))
                .path("id")
                .asString();
        map(zoom.doctorId, email);
        assertThat(check(zoom.doctorId).isMissingNode()).isTrue();
        assertThat(lookAgain(zoom.doctorId)).isEqualTo(409);

        zoom.addServerToServerApp();

        assertThatSoon(() -> checked(zoom.doctorId)).isEqualTo(true);
        assertThat(creates()).isEqualTo(1);
    }

    @Test
    void triesAlsoWhoOnlyStepsInForADoctorsOwnConnection() {
        setUp(Map.of());
        zoom.connect();
        map(zoom.doctorId, user);

        assertThat(checked(zoom.doctorId)).isTrue();
        assertThat(host(zoom.doctorId).path("hosting").asString()).isEqualTo("OWN");
        assertThat(creates()).isEqualTo(1);
    }

    @Test
    void namesSettingsThatTheAccountHasLockedAndLooksAgainWhenAsked() {
        setUp(Map.of("settings", Map.of("locked", Map.of("waiting_room", false))));
        map(zoom.doctorId, user);

        assertThat(findings(zoom.doctorId)).containsExactly("SETTINGS_LOCKED");
        assertThat(host(zoom.doctorId).path("hosting").asString()).isEqualTo("CLINICS");
        assertThat(host(zoom.doctorId).path("findings").get(0).path("remedy").asString())
                .contains("the waiting room");

        Sandbox.control(
                "PUT",
                "users/" + email,
                Map.of("settings", Map.of("locked", Collections.singletonMap("waiting_room", null))));
        assertThat(lookAgain(zoom.doctorId)).isEqualTo(202);
        zoom.awaitTrials();

        assertThat(checked(zoom.doctorId)).isTrue();
        assertThat(findings(zoom.doctorId)).isEmpty();
        assertThat(Sandbox.liveMeetings(user)).isEmpty();
    }

    @Test
    void warnsOfABasicUserAndOfOneWhoMayNotHostUntilThatIsMended() {
        setUp(Map.of("type", 1, "hostingAllowed", false));
        map(zoom.doctorId, user);
        assertThat(findings(zoom.doctorId)).containsExactly("BASIC", "CANNOT_HOST");

        Sandbox.control("PUT", "users/" + email, Map.of("type", 2, "hostingAllowed", true));
        lookAgain(zoom.doctorId);
        zoom.awaitTrials();

        assertThat(findings(zoom.doctorId)).isEmpty();
        assertThat(host(zoom.doctorId).path("basic").asBoolean()).isFalse();
    }

    @Test
    void saysThatTheAppMayNotMakeMeetings() {
        setUp(Map.of());
        Sandbox.control(
                "PUT",
                "apps/server" + zoom.unique,
                Map.of("scopes", List.of(Map.of("scope", "user:read:user:admin", "optional", false))));
        map(zoom.doctorId, user);

        assertThat(findings(zoom.doctorId)).containsExactly("APP_LACKS_SCOPES");
    }

    @Test
    void isFoundAndRemovedAfterALostAnswerAndNeverTakenForAVisits() {
        setUp(Map.of());
        Sandbox.fault(CREATE, user, "lost-answer", Map.of());
        map(zoom.doctorId, user, false);
        UUID host = new MappedUsers.Mapped(email, user, null, 1)
                .hostId(ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.SERVER_TO_SERVER));
        assertThatSoon(() -> Sandbox.liveMeetings(user).size()).isEqualTo(1);
        String trial = Sandbox.liveMeetings(user).getFirst().path("id").asString();

        Visit visit = Visit.book(zoom, 1).becomes("READY");
        assertThat(visit.meetingId()).isNotEqualTo(trial);
        zoom.inClinic(() -> TestServer.bean(HostProbe.class).run(host));

        assertThat(checked(zoom.doctorId)).isTrue();
        assertThat(Sandbox.liveMeetings(user))
                .extracting(meeting -> meeting.path("id").asString())
                .containsExactly(visit.meetingId());
        assertThat(TestServer.bean(Probes.class).user(host)).isEmpty(); // nor is the user's name kept any longer
    }

    private void setUp(Map<String, Object> settings) {
        String account = zoom.addServerToServerApp();
        user = Sandbox.control("PUT", "users/" + email, Map.of("accountId", account, "type", 2))
                .path("id")
                .asString();
        Sandbox.control("PUT", "users/" + email, settings);
    }

    private void map(String doctorId, String name) {
        map(doctorId, name, true);
    }

    private void map(String doctorId, String name, boolean wait) {
        ZoomClinic.ok(zoom.administrator.put(path(doctorId) + "/user", Map.of("zoomUser", name)));
        if (wait) {
            zoom.awaitTrials();
        }
    }

    private int lookAgain(String doctorId) {
        return zoom.administrator.post(path(doctorId) + "/user/check", null).status();
    }

    private String path(String doctorId) {
        return zoom.clinic.path("doctors/" + doctorId + "/zoom");
    }

    private JsonNode check(String doctorId) {
        return zoom.administrator.get(path(doctorId)).json().path("userCheck");
    }

    private boolean checked(String doctorId) {
        return check(doctorId).path("checked").asBoolean(false);
    }

    private List<String> findings(String doctorId) {
        return check(doctorId)
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    private JsonNode host(String doctorId) {
        return ofDoctor("zoom/hosts", "items", doctorId);
    }

    private int usedOfTheDay(String doctorId) {
        return ofDoctor("zoom/budget", "hosts", doctorId).path("used").asInt();
    }

    private JsonNode ofDoctor(String list, String items, String doctorId) {
        return zoom.administrator
                .get(zoom.clinic.path(list))
                .json()
                .path(items)
                .valueStream()
                .filter(item -> item.path("doctorId").asString().equals(doctorId))
                .findFirst()
                .orElseThrow();
    }

    private long creates() {
        return Sandbox.calls("POST /v2/users/{userId}/meetings", email).size();
    }
}
