package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zoom is down, slow, or asks for patience: a visit is booked all the same, says what it waits for, and gets its meeting by itself. */
class ZoomDownTests {

    private static final String CREATE = "POST /v2/users/*/meetings";

    private final ZoomClinic zoom = new ZoomClinic();

    ZoomDownTests() {
        zoom.connect();
    }

    @Test
    void booksAtOnceWhileZoomDoesNotAnswer() {
        Sandbox.fault(CREATE, zoom.zoomUser, "latency", Map.of("params", Map.of("ms", 4000, "when", "after")));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(() -> Sandbox.isKeepingBack(zoom.zoomUser))
                .isEqualTo(true); // who had waited would see it no more
        assertThat(visit.status()).isEqualTo("PENDING");
        visit.becomes("READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "json", "empty", "malformed"})
    void getsItsMeetingOnceZoomIsBack(String body) {
        tokenFault("always", body);
        zoom.letTokenExpire(zoom.connection().orElseThrow().id());

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("ZOOM_UNREACHABLE");
        assertThat(visit.status()).isEqualTo("PENDING");
        Sandbox.control("DELETE", "faults", Map.of());
        visit.becomes("READY");
        assertThat(visit.problem()).isEmpty();
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).hasSize(1);
    }

    @Test
    void getsItsMeetingOnceZoomsGatewayIsBack() {
        Sandbox.fault(
                CREATE, zoom.zoomUser, "status", Map.of("times", 2, "params", Map.of("status", 502, "body", "html")));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("UNCONFIRMED"); // a gateway does not say whether Zoom got it
        visit.becomes("READY");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).hasSize(1);
    }

    @Test
    void waitsNoLongerThanItMustForAnAnswer() {
        Sandbox.fault(CREATE, zoom.zoomUser, "latency", Map.of("params", Map.of("ms", 12_000, "when", "after")));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("UNCONFIRMED");
        visit.becomes("READY");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).hasSize(1);
    }

    /** Zoom's own form is the instant; the standard knows the others. */
    enum RetryAfter {
        SECONDS,
        INSTANT,
        HTTP_DATE;

        String of(Instant time) {
            return switch (this) {
                case SECONDS ->
                    Long.toString(Duration.between(Instant.now(), time).toSeconds() + 1);
                case INSTANT -> time.toString();
                case HTTP_DATE -> DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitsAsLongAsZoomAsks(RetryAfter form) {
        Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        tooFast(Map.of("Retry-After", form.of(until)));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("RATE_LIMITED");
        visit.becomes("READY");
        assertThat(visit.problem()).isEmpty();
        assertThat(Instant.now()).isAfterOrEqualTo(until);
        assertThat(zoom.creates()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "after lunch"})
    void waitsAMomentWhereZoomDoesNotSayHowLong(String retryAfter) {
        tooFast(retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("RATE_LIMITED");
        visit.becomes("READY");
        assertThat(zoom.creates()).hasSize(2);
    }

    @Test
    void waitsForMidnightWhereTheHostsDayIsFull() {
        Sandbox.fault(CREATE, zoom.zoomUser, "rate-limit", Map.of("params", Map.of("variant", "per-user")));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("DAILY_LIMIT");
        assertThat(visit.status()).isEqualTo("PENDING");
        assertThat(zoom.creates()).hasSize(1);
        visit.retry(); // which helps nobody: Zoom has said until when
        assertThatSoon(visit::problem).isEqualTo("DAILY_LIMIT");
        assertThat(zoom.creates()).hasSize(1);
    }

    @Test
    void staysUsableAndSaysWhatIsNotDoneWhileAChangeWaits() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String joinUrl = visit.meeting().text("joinUrl");
        Sandbox.fault(
                "PATCH /v2/meetings/*",
                zoom.zoomUser,
                "status",
                Map.of("times", "always", "params", Map.of("status", 503, "body", "html")));

        visit.move(2);

        assertThatSoon(visit::problem).isEqualTo("ZOOM_UNREACHABLE");
        assertThat(visit.status()).isEqualTo("READY");
        assertThat(visit.meeting().text("joinUrl")).isEqualTo(joinUrl);
        Sandbox.control("DELETE", "faults", Map.of());
        assertThatSoon(visit::problem).isEqualTo("");
        assertThat(visit.atZoom().path("start_time").asString()).isEqualTo(zoom.clinic.start(2, 0));
    }

    @Test
    void staysUsableWhereZoomRefusesAChange() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        Sandbox.fault(
                "PATCH /v2/meetings/*",
                zoom.zoomUser,
                "status",
                Map.of("params", Map.of("status", 400, "code", 300, "message", "Validation Failed.")));

        visit.move(2);

        assertThatSoon(visit::problem).isEqualTo("REFUSED");
        assertThat(visit.status()).isEqualTo("READY");
        visit.retry();
        assertThatSoon(() -> visit.atZoom().path("start_time").asString()).isEqualTo(zoom.clinic.start(2, 0));
        assertThatSoon(visit::problem).isEqualTo("");
    }

    @Test
    void saysSoWhereZoomKeepsTheOldTime() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        Sandbox.fault(
                "PATCH /v2/meetings/*",
                zoom.zoomUser,
                "status",
                Map.of("params", Map.of("status", 204, "body", "empty")));

        visit.move(2);

        assertThatSoon(visit::problem).isEqualTo("NOT_MOVED");
        assertThat(visit.status()).isEqualTo("READY");
    }

    @Test
    void removesARunningMeetingOnceItHasEnded() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String meetingId = visit.meetingId();
        Sandbox.control("POST", "meetings/" + meetingId + "/start", Map.of());

        visit.cancel(); // without webhooks nobody knows that it runs

        assertThatSoon(visit::problem).isEqualTo("IN_PROGRESS");
        Sandbox.control("POST", "meetings/" + meetingId + "/end", Map.of());
        visit.retry();
        visit.becomes("REMOVED");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).isEmpty();
    }

    @Test
    void isReadyAndSaysWhatTheAccountOverrides() {
        Sandbox.control(
                "PUT",
                "users/" + zoom.zoomUser,
                Map.of("settings", Map.of("locked", Map.of("waiting_room", false, "auto_recording", "cloud"))));

        Visit visit = Visit.book(zoom, 1).becomes("READY");

        assertThat(visit.problem()).isEqualTo("SETTINGS_LOCKED");
        assertThat(visit.meeting().json().path("differences").toString())
                .isEqualTo("[\"auto_recording\",\"waiting_room\"]");
        assertThat(Sandbox.calls("PATCH /v2/meetings/{meetingId}", zoom.zoomEmail))
                .isEmpty();
    }

    @Test
    void closesTheMeetingWhereTheAccountNoLongerOverridesSettings() {
        lock(false);
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        assertThat(visit.problem()).isEqualTo("SETTINGS_LOCKED");
        lock(true);

        visit.retry();

        assertThatSoon(() ->
                        visit.atZoom().path("settings").path("waiting_room").asBoolean())
                .isEqualTo(true);
        assertThatSoon(visit::problem).isEqualTo("");
    }

    private void lock(boolean waitingRoom) {
        Map<String, Object> locked = Map.of("waiting_room", waitingRoom);
        Sandbox.control("PUT", "users/" + zoom.zoomUser, Map.of("settings", Map.of("locked", locked)));
    }

    @Test
    void makesADeletedMeetingAnewWhenTheDoctorWantsToStartIt() {
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String first = visit.meetingId();
        Sandbox.control("POST", "meetings/" + first + "/delete", Map.of()); // and no webhook tells

        assertThat(zoom.doctor.post(visit.path + "/meeting/start", null).status())
                .isEqualTo(409);

        assertThatSoon(() -> visit.isReadyInsteadOf(first)).isEqualTo(true);
        assertThat(zoom.doctor.post(visit.path + "/meeting/start", null).text("startUrl"))
                .contains("zak=");
    }

    private void tooFast(Map<String, String> headers) {
        String message = "You have reached the maximum per-second rate limit for this API. Try again later.";
        Map<String, Object> params = Map.of("status", 429, "code", 429, "message", message, "headers", headers);
        Sandbox.fault(CREATE, zoom.zoomUser, "status", Map.of("params", params));
    }

    private void tokenFault(Object times, String body) {
        Sandbox.fault(
                "POST /oauth/token",
                zoom.zoomUser,
                "status",
                Map.of("grant", "refresh_token", "times", times, "params", Map.of("status", 500, "body", body)));
    }
}
