package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoomsandbox.SandboxClient.FOUR;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.THREE;
import static org.zoomsandbox.SandboxClient.TWO;
import static org.zoomsandbox.SandboxClient.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MeetingTests extends SandboxTests {

    private static final String VISIT =
            "{\"topic\":\"Visit\",\"type\":2,\"start_time\":\"2035-03-25T07:30:00Z\",\"duration\":30,\"default_password\":true}";

    private String token;

    @BeforeEach
    void connect() {
        zoom.control("PUT", "limits", "{\"enforced\":false}");
        token = zoom.accessToken(ONE);
    }

    @Test
    void createsWhatWasAskedFor() {
        var meeting = zoom.create(token, VISIT);
        assertThat(meeting.path("id").asLong()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(meeting.path("host_email").asString()).isEqualTo(ONE);
        assertThat(meeting.path("type").asInt()).isEqualTo(2);
        assertThat(meeting.path("status").asString()).isEqualTo("waiting");
        assertThat(meeting.path("start_time").asString()).isEqualTo("2035-03-25T07:30:00Z");
        assertThat(meeting.path("duration").asInt()).isEqualTo(30);
        assertThat(meeting.path("password").asString()).isNotEmpty();
        assertThat(meeting.path("pstn_password").asString()).containsOnlyDigits();
        assertThat(meeting.path("join_url").asString())
                .isEqualTo(sandbox.baseUrl() + "/j/" + meeting.path("id").asString() + "?pwd="
                        + meeting.path("encrypted_password").asString());
        assertThat(meeting.has("field_nobody_knows_yet")).isTrue();
    }

    @Test
    void readsWallTimeInTheZoneGivenOrElseTheHosts() {
        assertThat(create("{\"start_time\":\"2035-07-01T09:00:00\",\"timezone\":\"Europe/Kyiv\"}")
                        .path("start_time")
                        .asString())
                .isEqualTo("2035-07-01T06:00:00Z");
        zoom.control("PUT", "users/" + ONE, "{\"timezone\":\"Asia/Tokyo\"}");
        assertThat(create("{\"start_time\":\"2035-07-01T09:00:00\"}")
                        .path("start_time")
                        .asString())
                .isEqualTo("2035-07-01T00:00:00Z");
    }

    @Test
    void turnsAScheduledMeetingWithoutTimeIntoAnInstantOne() {
        var meeting = create("{\"topic\":\"Now\",\"type\":2}");
        assertThat(meeting.path("type").asInt()).isEqualTo(1);
        assertThat(meeting.has("start_time")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start_time\":\"2035-07-01T09:00:00+03:00\"}",
                "{\"start_time\":\"2035-07-01T09:00:00.123Z\"}",
                "{\"start_time\":\"2035-13-01T09:00:00Z\"}",
                "{\"timezone\":\"Nowhere/Land\"}",
                "{\"type\":7}",
                "{\"type\":\"2\"}",
                "{\"duration\":0}",
                "{\"password\":\"twelve chars\"}",
                "{\"password\":\"12345678901\"}",
                "{\"settings\":{\"jbh_time\":7}}",
                "{\"settings\":{\"waiting_room\":\"yes\"}}",
                "{\"settings\":{\"auto_recording\":\"tape\"}}"
            })
    void refusesFieldsOutOfForm(String body) {
        var answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asInt()).isEqualTo(300);
        assertThat(json(answer).path("errors")).isNotEmpty();
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThat(post("{\"topic\":\"" + "x".repeat(201) + "\"}").statusCode()).isEqualTo(400);
        assertThat(post("{\"agenda\":\"" + "x".repeat(2001) + "\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsNoObject() {
        assertThat(post("[1]").body())
                .isEqualTo("{\"code\":300,\"message\":\"Request Body should be a valid JSON object.\"}");
    }

    @Test
    void forcesTheWaitingRoomWhereNothingElseProtects() {
        assertThat(setting(create("{\"topic\":\"Open\"}"), "waiting_room")).isTrue();
        assertThat(setting(create("{\"password\":\"abc123\"}"), "waiting_room")).isFalse();
    }

    @Test
    void switchesOffJoiningBeforeTheHostWhereThereIsAWaitingRoom() {
        var meeting = create("{\"settings\":{\"waiting_room\":true,\"join_before_host\":true}}");
        assertThat(setting(meeting, "join_before_host")).isFalse();
    }

    @Test
    void overridesLockedSettingsSilently() {
        zoom.control(
                "PUT",
                "users/" + ONE,
                "{\"settings\":{\"locked\":{\"waiting_room\":false,\"meeting_authentication\":true}}}");
        var meeting = create("{\"settings\":{\"waiting_room\":true,\"meeting_authentication\":false}}");
        assertThat(setting(meeting, "waiting_room")).isFalse();
        assertThat(setting(meeting, "meeting_authentication")).isTrue();
        zoom.control("PUT", "users/" + ONE, "{\"settings\":{\"locked\":{\"waiting_room\":null}}}");
        assertThat(setting(create("{\"settings\":{\"waiting_room\":true}}"), "waiting_room"))
                .isTrue();
    }

    @Test
    void holdsPasscodesToThePolicy() {
        policy(
                "{\"required\":true,\"length\":8,\"haveLetter\":true,\"haveNumber\":true,\"haveSpecialCharacter\":true}");
        assertThat(json(post("{\"password\":\"abc123\"}")).path("code").asInt()).isEqualTo(300);
        assertThat(post("{\"password\":\"abc123_x\"}").statusCode()).isEqualTo(201);
        assertThat(create("{\"default_password\":true}").path("password").asString())
                .hasSizeGreaterThanOrEqualTo(8)
                .containsPattern("[@_*-]");
        assertThat(create("{\"topic\":\"None sent\"}").path("password").asString())
                .isNotEmpty();
    }

    @Test
    void refusesPasscodesInXmlWhereToldSo() {
        policy("{\"length\":8}");
        zoom.control("PUT", "users/" + ONE, "{\"settings\":{\"xmlErrors\":true}}");
        var answer = post("{\"password\":\"abc\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SandboxClient.header(answer, "Content-Type")).startsWith("text/xml");
        assertThat(answer.body()).contains("<code>300</code>");
    }

    @Test
    void makesAFreshStartLinkAtEachRead() {
        var meeting = zoom.create(token, VISIT);
        var first = zoom.read(token, meeting).path("start_url").asString();
        var second = zoom.read(token, meeting).path("start_url").asString();
        assertThat(first).contains("/s/").contains("?zak=").isNotEqualTo(second);
    }

    @Test
    void changesWhatTheUpdateNames() {
        var meeting = zoom.create(token, VISIT);
        assertThat(patch(meeting, "{\"topic\":\"Later\",\"start_time\":\"2035-04-01T08:00:00Z\",\"duration\":45}")
                        .statusCode())
                .isEqualTo(204);
        var read = zoom.read(token, meeting);
        assertThat(read.path("topic").asString()).isEqualTo("Later");
        assertThat(read.path("start_time").asString()).isEqualTo("2035-04-01T08:00:00Z");
        assertThat(read.path("duration").asInt()).isEqualTo(45);
        assertThat(read.path("join_url").asString())
                .isEqualTo(meeting.path("join_url").asString());
    }

    @Test
    void ignoresAStartInThePastAndStillSaysDone() {
        var meeting = zoom.create(token, VISIT);
        assertThat(patch(meeting, "{\"start_time\":\"2020-01-01T00:00:00Z\"}").statusCode())
                .isEqualTo(204);
        assertThat(zoom.read(token, meeting).path("start_time").asString()).isEqualTo("2035-03-25T07:30:00Z");
    }

    @Test
    void changesTheJoinLinkWithThePasscode() {
        var meeting = zoom.create(token, VISIT);
        patch(meeting, "{\"password\":\"fresh1\"}");
        var read = zoom.read(token, meeting);
        assertThat(read.path("password").asString()).isEqualTo("fresh1");
        assertThat(read.path("join_url").asString())
                .isNotEqualTo(meeting.path("join_url").asString());
        assertThat(zoom.get(meeting.path("join_url").asString()).body()).contains("Enter the passcode");
    }

    @Test
    void deletesOnce() {
        var meeting = zoom.create(token, VISIT);
        assertThat(call(meeting, "DELETE", "", "").statusCode()).isEqualTo(204);
        var again = call(meeting, "DELETE", "", "");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body())
                .isEqualTo("{\"code\":3001,\"message\":\"Meeting does not exist: "
                        + meeting.path("id").asString() + ".\"}");
    }

    @Test
    void recoversADeletedMeetingForAWeek() {
        var meeting = zoom.create(token, VISIT);
        call(meeting, "DELETE", "", "");
        assertThat(call(meeting, "PUT", "/status", "{\"action\":\"recover\"}").statusCode())
                .isEqualTo(204);
        assertThat(call(meeting, "GET", "", "").statusCode()).isEqualTo(200);
        call(meeting, "DELETE", "", "");
        zoom.advance("P8D");
        token = zoom.accessToken(ONE);
        assertThat(call(meeting, "PUT", "/status", "{\"action\":\"recover\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void protectsAMeetingInProgress() {
        var meeting = zoom.create(token, VISIT);
        zoom.get(zoom.read(token, meeting).path("start_url").asString());
        assertThat(zoom.read(token, meeting).path("status").asString()).isEqualTo("started");
        assertThat(code(call(meeting, "DELETE", "", ""))).isEqualTo(3002);
        assertThat(code(patch(meeting, "{\"topic\":\"x\"}"))).isEqualTo(3000);
        assertThat(call(meeting, "PUT", "/status", "{\"action\":\"end\"}").statusCode())
                .isEqualTo(204);
        assertThat(zoom.read(token, meeting).path("status").asString()).isEqualTo("waiting");
    }

    @Test
    void forgetsAMeetingAMonthAfterItsTime() {
        var meeting = create("{\"topic\":\"Now\"}");
        zoom.advance("P31D");
        token = zoom.accessToken(ONE);
        assertThat(code(call(meeting, "GET", "", ""))).isEqualTo(3001);
    }

    @Test
    void findsAMeetingByItsDoublyEncodedUuid() {
        JsonNode meeting;
        do {
            meeting = zoom.create(token, VISIT);
        } while (!meeting.path("uuid").asString().startsWith("/"));
        var once = URLEncoder.encode(meeting.path("uuid").asString(), StandardCharsets.UTF_8);
        var twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
        assertThat(zoom.rest(token, "GET", "/meetings/" + twice, "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsOthersAway() {
        var meeting = zoom.create(token, VISIT);
        token = zoom.accessToken(TWO);
        assertThat(code(call(meeting, "GET", "", ""))).isEqualTo(3003);
        assertThat(code(call(meeting, "DELETE", "", ""))).isEqualTo(3003);
        token = zoom.accountToken();
        assertThat(code(call(meeting, "GET", "", ""))).isEqualTo(3001);
    }

    @Test
    void refusesHostsWhoMayNotHost() {
        zoom.control("PUT", "users/" + ONE, "{\"hostingAllowed\":false}");
        assertThat(code(post(VISIT))).isEqualTo(3161);
        zoom.control("PUT", "users/" + ONE, "{\"status\":\"inactive\"}");
        assertThat(code(post(VISIT))).isEqualTo(1120);
    }

    @Test
    void wantsLicensedAlternativeHostsOfTheSameAccount() {
        var account = zoom.accountToken();
        var path = "/users/" + FOUR + "/meetings";
        var good = "{\"settings\":{\"alternative_hosts\":\"doctor.five@clinic.example\"}}";
        assertThat(zoom.rest(account, "POST", path, good).statusCode()).isEqualTo(201);
        var bad = "{\"settings\":{\"alternative_hosts\":\"doctor.two@clinic.example\"}}";
        assertThat(zoom.rest(account, "POST", path, bad).statusCode()).isEqualTo(400);
    }

    @Test
    void letsNobodyScheduleForOthers() {
        assertThat(code(post("{\"schedule_for\":\"" + TWO + "\"}"))).isEqualTo(3000);
        assertThat(code(post("{\"schedule_for\":\"nobody@clinic.example\"}"))).isEqualTo(300);
        assertThat(post("{\"schedule_for\":\"" + ONE + "\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void keepsRegistrationForLicensedHosts() {
        token = zoom.accessToken(THREE);
        assertThat(code(post("{\"settings\":{\"approval_type\":0}}"))).isEqualTo(200);
    }

    @Test
    void endsABasicHostsMeetingAfterFortyMinutes() {
        token = zoom.accessToken(THREE);
        var meeting = zoom.create(token, VISIT);
        zoom.control("POST", "meetings/" + meeting.path("id").asString() + "/start", "");
        zoom.advance("PT39M");
        assertThat(zoom.read(token, meeting).path("status").asString()).isEqualTo("started");
        zoom.advance("PT1M");
        assertThat(zoom.read(token, meeting).path("status").asString()).isEqualTo("waiting");
    }

    @Test
    void answersAWebinarWithItsOwnError() {
        var meeting = zoom.create(token, VISIT);
        zoom.control("POST", "meetings/" + meeting.path("id").asString() + "/webinar", "");
        assertThat(call(meeting, "GET", "", "").body())
                .isEqualTo("{\"code\":3000,\"message\":\"Cannot access webinar info.\"}");
    }

    @Test
    void listsScheduledMeetingsByPages() {
        for (var i = 0; i < 5; i++) {
            zoom.create(token, VISIT.replace("Visit", "Visit " + i).replace("2035-03-25", "2035-03-2" + i));
        }
        create("{\"topic\":\"Instant\",\"agenda\":\"x\"}");
        var first = json(zoom.rest(token, "GET", "/users/me/meetings?page_size=3", ""));
        assertThat(first.path("total_records").asInt()).isEqualTo(5);
        assertThat(first.path("meetings")).hasSize(3);
        var next = "/users/me/meetings?page_size=3&next_page_token="
                + first.path("next_page_token").asString();
        var second = json(zoom.rest(token, "GET", next, ""));
        assertThat(second.path("meetings").get(1).path("topic").asString()).isEqualTo("Visit 4");
        assertThat(second.path("next_page_token").asString()).isEmpty();
        zoom.advance("PT16M");
        assertThat(zoom.rest(token, "GET", next, "").statusCode()).isEqualTo(400);
    }

    @Test
    void cutsListedAgendasShort() {
        create("{\"agenda\":\"" + "x".repeat(300) + "\",\"start_time\":\"2035-01-01T00:00:00Z\"}");
        var listed = json(zoom.rest(token, "GET", "/users/me/meetings", ""));
        assertThat(listed.path("meetings").get(0).path("agenda").asString()).hasSize(250);
    }

    @Test
    void answersAnythingElseWith404() {
        assertThat(zoom.rest(token, "GET", "/phone/users", "").statusCode()).isEqualTo(404);
    }

    @Test
    void describesTheUser() {
        var me = json(zoom.rest(token, "GET", "/users/me", ""));
        assertThat(me.path("email").asString()).isEqualTo(ONE);
        assertThat(me.path("type").asInt()).isEqualTo(2);
        assertThat(me.path("account_id").asString()).isEqualTo("doctorOneAccount000001");
        policy("{\"length\":9}");
        var settings = json(zoom.rest(token, "GET", "/users/me/settings", ""));
        assertThat(settings.at("/meeting_security/meeting_password_requirement/length")
                        .asInt())
                .isEqualTo(9);
    }

    private void policy(String policy) {
        zoom.control("PUT", "users/" + ONE, "{\"settings\":{\"passcodePolicy\":" + policy + "}}");
    }

    private HttpResponse<String> post(String body) {
        return zoom.rest(token, "POST", "/users/me/meetings", body);
    }

    private JsonNode create(String body) {
        return zoom.create(token, body);
    }

    private HttpResponse<String> patch(JsonNode meeting, String body) {
        return call(meeting, "PATCH", "", body);
    }

    private HttpResponse<String> call(JsonNode meeting, String method, String suffix, String body) {
        return zoom.rest(token, method, "/meetings/" + meeting.path("id").asString() + suffix, body);
    }

    private static boolean setting(JsonNode meeting, String name) {
        return meeting.path("settings").path(name).asBoolean();
    }

    private static int code(HttpResponse<String> answer) {
        return json(answer).path("code").asInt();
    }
}
