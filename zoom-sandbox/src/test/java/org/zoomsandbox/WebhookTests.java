package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoomsandbox.SandboxClient.APP;
import static org.zoomsandbox.SandboxClient.FOUR;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.SERVER_APP;
import static org.zoomsandbox.SandboxClient.TWO;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoomsandbox.WebhookReceiver.Received;
import tools.jackson.databind.JsonNode;

class WebhookTests extends SandboxTests {

    private static final String VISIT =
            "{\"topic\":\"Візит 7\",\"start_time\":\"2035-03-25T07:30:00Z\",\"duration\":30}";

    private WebhookReceiver receiver;
    private String token;

    @BeforeEach
    void subscribe() {
        receiver = new WebhookReceiver();
        zoom.control("PUT", "apps/" + APP + "?validate=false", subscription());
        token = zoom.accessToken(ONE);
    }

    @AfterEach
    void unsubscribe() {
        receiver.close();
    }

    @Test
    void signsTheRawBody() {
        zoom.create(token, VISIT);
        var created = receiver.next();
        assertThat(created.body()).contains("Візит 7");
        assertThat(created.signedWith(APP + "Hook")).isTrue();
        assertThat(Instant.ofEpochSecond(created.timestamp()))
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(1)));
        assertThat(created.json().path("event_ts").asLong()).isGreaterThan(1_000_000_000_000L);
    }

    @Test
    void tellsOfTheLifeOfAMeeting() {
        var meeting = zoom.create(token, VISIT);
        var id = meeting.path("id").asLong();
        var created = receiver.next("meeting.created").object();
        assertThat(created.path("id").isIntegralNumber()).isTrue();
        assertThat(created.path("id").asLong()).isEqualTo(id);
        assertThat(created.path("join_url")).isEqualTo(meeting.path("join_url"));
        assertThat(created.has("agenda")).isFalse();

        act(meeting, "start");
        var started = receiver.next("meeting.started").object();
        assertThat(started.path("id").isString()).isTrue();
        assertThat(started.path("uuid")).isEqualTo(meeting.path("uuid"));
        act(meeting, "end");
        assertThat(receiver.next("meeting.ended").object().has("end_time")).isTrue();
        act(meeting, "start");
        assertThat(receiver.next("meeting.started").object().path("uuid")).isNotEqualTo(meeting.path("uuid"));
        act(meeting, "end");
        act(meeting, "delete");
        assertThat(receiver.next("meeting.deleted")
                        .json()
                        .path("payload")
                        .path("operation")
                        .asString())
                .isEqualTo("all");
        act(meeting, "recover");
        assertThat(receiver.next("meeting.recovered").object().path("id").asLong())
                .isEqualTo(id);
    }

    @Test
    void namesOnlyWhatAnUpdateChanged() {
        var meeting = zoom.create(token, VISIT);
        receiver.next("meeting.created");
        zoom.control(
                "POST",
                "meetings/" + meeting.path("id").asString() + "/change",
                "{\"start_time\":\"2035-03-26T07:30:00Z\",\"settings\":{\"mute_upon_entry\":true}}");
        var updated = receiver.next("meeting.updated");
        assertThat(updated.object().propertyNames()).containsExactlyInAnyOrder("id", "start_time", "settings");
        assertThat(updated.object().path("settings").propertyNames()).containsExactly("mute_upon_entry");
        assertThat(updated.json().at("/payload/old_object/start_time").asString())
                .isEqualTo("2035-03-25T07:30:00Z");
    }

    @Test
    void tellsOfGuests() {
        var meeting = zoom.create(token, VISIT);
        act(meeting, "start");
        guest(meeting, "guest-arrives");
        var waiting = receiver.next("meeting.participant_joined_waiting_room").object();
        assertThat(waiting.path("participant").path("user_name").asString()).isEqualTo("Guest");
        assertThat(waiting.path("participant").path("id").asString()).isEmpty();
        assertThat(waiting.path("participant").has("date_time")).isTrue();
        guest(meeting, "guest-admitted");
        receiver.next("meeting.participant_admitted");
        guest(meeting, "guest-leaves");
        assertThat(receiver.next("meeting.participant_left")
                        .object()
                        .path("participant")
                        .has("leave_time"))
                .isTrue();
    }

    @Test
    void tellsOnlyOfPeopleWhoHaveAddedTheApp() {
        zoom.control("POST", "meetings", "{\"host\":\"" + TWO + "\",\"topic\":\"Private\"}");
        zoom.control("POST", "meetings", "{\"host\":\"" + ONE + "\",\"topic\":\"Seen\"}");
        assertThat(receiver.next().object().path("topic").asString()).isEqualTo("Seen");
        zoom.control("POST", "apps/" + APP + "/uninstall", "{\"user\":\"" + ONE + "\",\"notify\":false}");
        zoom.control("POST", "meetings", "{\"host\":\"" + ONE + "\",\"topic\":\"Unseen\"}");
        token = zoom.accessToken(ONE);
        zoom.create(token, VISIT);
        assertThat(receiver.next().object().path("topic").asString()).isEqualTo("Візит 7");
    }

    @Test
    void tellsAnAccountsAppOfEverybodyInTheAccount() {
        receiver.know(SERVER_APP + "Hook");
        zoom.control("PUT", "apps/" + SERVER_APP + "?validate=false", subscription());
        zoom.control("POST", "meetings", "{\"host\":\"" + FOUR + "\",\"topic\":\"Clinic\"}");
        var created = receiver.next();
        assertThat(created.object().path("topic").asString()).isEqualTo("Clinic");
        assertThat(created.signedWith(SERVER_APP + "Hook")).isTrue();
    }

    @Test
    void repeatsAtFiveTwentyFiveAndEightyFiveMinutesUnderOneRequestId() {
        receiver.answer(500, 503, 500);
        zoom.create(token, VISIT);
        var first = receiver.next();
        settle();
        zoom.advance("PT4M50S");
        settle();
        assertThat(receiver.idle()).isTrue();
        zoom.advance("PT11S");
        var attempts = new ArrayList<>(List.of(first, receiver.next()));
        settle();
        zoom.advance("PT20M");
        attempts.add(receiver.next());
        settle();
        zoom.advance("PT60M");
        attempts.add(receiver.next());
        assertThat(attempts).extracting(Received::requestId).containsOnly(first.requestId());
        settle();
        assertThat(delivery().path("state").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void waitsThreeSecondsForAnAnswer() {
        receiver.fallSilent();
        var begun = System.nanoTime();
        zoom.create(token, VISIT);
        receiver.next();
        settle();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(8));
        assertThat(delivery().path("state").asString()).isEqualTo("WAITING");
        assertThat(delivery().at("/attempts/0/error").asString()).contains("Timeout");
    }

    @Test
    void losesAnEventAfterTheLastRepetition() {
        receiver.answer(500, 500, 500, 500);
        zoom.create(token, VISIT);
        receiver.next();
        for (var i = 0; i < 3; i++) {
            settle();
            zoom.advance("PT85M");
            receiver.next();
        }
        settle();
        assertThat(delivery().path("state").asString()).isEqualTo("LOST");
        assertThat(delivery().path("attempts")).hasSize(4);
    }

    @Test
    void doesNotRepeatAfterClientErrorsUnlessToldSo() {
        receiver.answer(404);
        zoom.create(token, VISIT);
        receiver.next();
        settle();
        assertThat(delivery().path("state").asString()).isEqualTo("LOST");
        zoom.control("PUT", "apps/" + APP + "?validate=false", "{\"webhook\":{\"retryClientErrors\":true}}");
        receiver.answer(404);
        zoom.create(token, VISIT);
        receiver.next();
        settle();
        assertThat(delivery().path("state").asString()).isEqualTo("WAITING");
    }

    @Test
    void challengesAnAddressWhenItIsSavedAndEveryThreeDays() {
        var app = resave();
        assertThat(app.at("/webhookStanding/state").asString()).isEqualTo("VALIDATED");
        assertThat(receiver.next().event()).isEqualTo("endpoint.url_validation");
        zoom.advance("PT72H1M");
        assertThat(receiver.next().event()).isEqualTo("endpoint.url_validation");
    }

    @Test
    void refusesAnAddressThatDoesNotKnowTheSecret() {
        receiver.know("something else");
        var standing = resave().path("webhookStanding");
        assertThat(standing.path("state").asString()).isEqualTo("REFUSED");
        assertThat(standing.path("mails").get(0).asString()).contains("encryptedToken is wrong");
    }

    @Test
    void disablesAnAddressAfterSixFailuresInARow() {
        resave();
        receiver.next();
        receiver.know("something else");
        for (var i = 0; i < 6; i++) {
            zoom.advance("PT72H1M");
            receiver.next();
            settle();
        }
        var standing = zoom.control("PUT", "apps/" + APP, "{}").path("webhookStanding");
        assertThat(standing.path("state").asString()).isEqualTo("DISABLED");
        assertThat(standing.path("mails")).hasSize(3);
    }

    @Test
    void tellsOfAnUninstallationInEachShape() {
        uninstall();
        var plain = receiver.next().json();
        assertThat(plain.path("event").asString()).isEqualTo("app_deauthorized");
        assertThat(plain.has("event_ts")).isTrue();
        assertThat(plain.at("/payload/client_id").asString()).isEqualTo(APP);
        assertThat(plain.at("/payload/user_id").asString()).isEqualTo("doctorOneUser000000001");
        zoom.control("PUT", "apps/" + APP, "{\"deauthorizationShape\":\"IN_PAYLOAD\"}");
        zoom.connect(ONE);
        uninstall();
        assertThat(receiver.next().json().path("payload").has("event_ts")).isTrue();
        zoom.control("PUT", "apps/" + APP, "{\"deauthorizationShape\":\"LEGACY\"}");
        zoom.connect(ONE);
        uninstall();
        assertThat(receiver.next().json().at("/payload/user_data_retention").asString())
                .isEqualTo("false");
    }

    @Test
    void duplicatesUnderTheSameRequestId() {
        disturb("{\"kind\":\"duplicate\",\"params\":{\"copies\":3}}");
        zoom.create(token, VISIT);
        var ids = List.of(
                receiver.next().requestId(),
                receiver.next().requestId(),
                receiver.next().requestId());
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void reordersTwoEvents() {
        disturb("{\"kind\":\"reorder\",\"event\":\"meeting.created\"}");
        var meeting = zoom.create(token, VISIT);
        act(meeting, "delete");
        assertThat(receiver.next().event()).isEqualTo("meeting.deleted");
        assertThat(receiver.next().event()).isEqualTo("meeting.created");
    }

    @Test
    void losesNoneOfSeveralThatAreToBeReorderedInARow() {
        disturb("{\"kind\":\"reorder\",\"times\":\"always\"}");
        zoom.create(token, VISIT);
        zoom.create(token, VISIT);
        zoom.create(token, VISIT);
        receiver.next();
        receiver.next();
        settle();
        assertThat(receiver.idle()).isTrue();
        zoom.control("DELETE", "webhooks/disturbances", "");
        assertThat(receiver.next().event()).isEqualTo("meeting.created");
    }

    @Test
    void disturbsAShareOfTheEvents() {
        disturb("{\"kind\":\"drop\",\"times\":\"always\",\"share\":0.5,\"seed\":3}");
        for (var created = 0; created < 20; created++) {
            zoom.create(token, VISIT);
        }
        settle();
        var dropped = zoom.look("webhooks/disturbances").get(0).path("struck").asInt();
        assertThat(dropped).isBetween(1, 19);
        for (var delivered = dropped; delivered < 20; delivered++) {
            assertThat(receiver.next().event()).isEqualTo("meeting.created");
        }
        assertThat(receiver.idle()).isTrue();
    }

    @Test
    void delaysByTheClock() {
        disturb("{\"kind\":\"delay\",\"params\":{\"delay\":\"PT2H\"}}");
        zoom.create(token, VISIT);
        settle();
        assertThat(receiver.idle()).isTrue();
        zoom.advance("PT2H");
        assertThat(receiver.next().event()).isEqualTo("meeting.created");
    }

    @Test
    void dropsForgesAndBackdates() {
        disturb("{\"kind\":\"drop\"}");
        zoom.create(token, VISIT);
        settle();
        assertThat(receiver.idle()).isTrue();
        disturb("{\"kind\":\"wrong-signature\"}");
        zoom.create(token, VISIT);
        assertThat(receiver.next().signedWith(APP + "Hook")).isFalse();
        disturb("{\"kind\":\"old-timestamp\",\"params\":{\"ageSeconds\":900}}");
        zoom.create(token, VISIT);
        var old = receiver.next();
        assertThat(old.signedWith(APP + "Hook")).isTrue();
        assertThat(old.timestamp()).isLessThan(Instant.now().getEpochSecond() - 800);
    }

    @Test
    void sendsEventsNobodyKnows() {
        zoom.control(
                "POST",
                "webhooks/send",
                "{\"clientId\":\"" + APP + "\",\"event\":\"meeting.teleported\",\"payload\":{\"x\":1}}");
        assertThat(receiver.next().json().at("/payload/x").asInt()).isEqualTo(1);
    }

    private String subscription() {
        return "{\"deauthorizationUrl\":\"" + receiver.url() + "\",\"webhook\":{\"url\":\"" + receiver.url() + "\"}}";
    }

    private JsonNode resave() {
        zoom.control("PUT", "apps/" + APP, "{\"webhook\":{\"url\":null}}");
        return zoom.control("PUT", "apps/" + APP, subscription());
    }

    private void uninstall() {
        zoom.control("POST", "apps/" + APP + "/uninstall", "{\"user\":\"" + ONE + "\"}");
    }

    private void disturb(String body) {
        zoom.control("POST", "webhooks/disturbances", body);
    }

    private void act(JsonNode meeting, String action) {
        zoom.control("POST", "meetings/" + meeting.path("id").asString() + "/" + action, "");
    }

    private void guest(JsonNode meeting, String action) {
        zoom.control("POST", "meetings/" + meeting.path("id").asString() + "/" + action, "{\"name\":\"Guest\"}");
    }

    private JsonNode delivery() {
        return zoom.look("webhooks").path("deliveries").get(0);
    }

    /** Waits until nothing is on its way. */
    private void settle() {
        var until = Instant.now().plusSeconds(10);
        while (zoom.look("webhooks").path("underWay").asInt() > 0) {
            assertThat(Instant.now()).isBefore(until);
        }
    }
}
