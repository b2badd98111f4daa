package org.housecall.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.housecall.Api;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The clinic's join window, and what it tells its patients to do where there is no way into the meeting. */
class FallbackTests {

    private final VideoClinic video = new VideoClinic();

    @Test
    void showsTheFallbackWhileThereShouldBeAWayInAndIsNone() {
        change(15, 30);

        JsonNode now = visit(video.book(video.unconnectedDoctorId, VideoClinic.inAMoment()));
        assertThat(now.path("fallback").path("phone").asString()).isEqualTo("+49 30 555 01 01");
        assertThat(now.path("fallback").path("link").asString()).isEqualTo("https://meet.example/room");
        assertThat(now.path("fallback").path("words").asString()).isEqualTo("Ask for the front desk.");

        JsonNode tomorrow = visit(video.book(video.unconnectedDoctorId, video.clinic.start(1, 0)));
        assertThat(tomorrow.has("fallback")).isFalse();
    }

    @Test
    void keepsItBackWhileTheMeetingCanBeJoined() {
        change(15, 30);

        JsonNode ready = visit(video.bookReady(VideoClinic.inAMoment()));

        assertThat(ready.path("joinable").asBoolean()).isTrue();
        assertThat(ready.has("fallback")).isFalse();
    }

    @Test
    void hasNoneUntilTheClinicNamesOne() {
        String appointment = video.book(video.unconnectedDoctorId, VideoClinic.inAMoment());

        assertThat(visit(appointment).has("fallback")).isFalse();
        Api.Answer unset = video.administrator.get(video.clinic.path("video-rules"));
        assertThat(unset.json().path("joinOpensBeforeMinutes").asInt()).isEqualTo(15);
        assertThat(unset.json().path("joinClosesAfterMinutes").asInt()).isEqualTo(30);
    }

    @Test
    void opensAndClosesTheDoorWhenTheClinicSays() {
        change(60, 5);
        String start = video.clinic.start(1, 0);

        JsonNode visit = visit(video.book(start));
        assertThat(visit.path("joinOpensAt").asString()).isEqualTo(start.replace("12:00", "11:00"));
        assertThat(visit.path("joinClosesAt").asString()).isEqualTo(start.replace("12:00", "12:10"));

        change(0, 5);
        String soon = video.bookReady(VideoClinic.inAMoment());
        Api.Answer early = TestServer.nobody().opened().post(VideoClinic.visit(video.link(soon)) + "/join", null);
        assertThat(early.text("code")).isEqualTo("visit-too-early");
    }

    @Test
    void refusesALinkThatIsNone() {
        Map<String, Object> wrong = rules(15, 30);
        wrong.put("fallbackLink", "javascript:alert(1)");

        assertThat(video.administrator
                        .put(video.clinic.path("video-rules"), wrong)
                        .status())
                .isEqualTo(422);
    }

    private JsonNode visit(String appointment) {
        return TestServer.nobody()
                .get(VideoClinic.visit(video.link(appointment)))
                .json();
    }

    private void change(int before, int after) {
        VideoClinic.ok(video.administrator.put(video.clinic.path("video-rules"), rules(before, after)));
    }

    private static Map<String, Object> rules(int before, int after) {
        return new HashMap<>(Map.of(
                "joinOpensBeforeMinutes", before,
                "joinClosesAfterMinutes", after,
                "fallbackPhone", "+49 30 555 01 01",
                "fallbackLink", "https://meet.example/room",
                "fallbackWords", "Ask for the front desk."));
    }
}
