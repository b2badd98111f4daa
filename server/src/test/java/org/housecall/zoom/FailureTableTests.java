package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.housecall.meetings.MeetingProblem;
import org.housecall.meetings.MeetingWords;
import org.housecall.meetings.VideoProvider;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.meetings.VideoProvider.Wish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer that Zoom is known to give, and what we make of it: when to try again, for whom to wait, what to park with. */
class FailureTableTests {

    private static final String PER_SECOND =
            "You have reached the maximum per-second rate limit for this API. Try again later.";
    private static final String DAILY =
            "You have reached the maximum daily rate limit for this API. Refer to the response header for details on when"
                    + " you can make another request.";
    private static final String PER_HOST =
            "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this"
                    + " particular user. You may resume these requests at GMT 00:00:00.";

    private final Wish wish = new Wish(
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1)),
            Duration.ofMinutes(30),
            ZoneId.of("UTC"));
    private final ZoomClinic zoom = new ZoomClinic();
    private final VideoProvider provider = TestServer.bean(VideoProvider.class);
    private final Host host = new ZoomHost.Connected(zoom.connect()).asHost();

    /** What is asked of Zoom. */
    enum Asked {
        CREATE("POST /v2/users/*/meetings"),
        READ("GET /v2/meetings/*"),
        UPDATE("PATCH /v2/meetings/*"),
        DELETE("DELETE /v2/meetings/*");

        private final String endpoint;

        Asked(String endpoint) {
            this.endpoint = endpoint;
        }
    }

    /**
     * A row.
     *
     * @param answer as Zoom sends it: status, and code and message, or a body of another kind
     */
    record Row(Asked asked, Map<String, Object> answer, Expected expected) {

        @Override
        public String toString() {
            return asked + " " + answer;
        }
    }

    /** What becomes of the meeting. */
    sealed interface Expected {
        /** Tried again in at least, and at most, so many seconds. */
        record Again(MeetingProblem words, long from, long to) implements Expected {}

        record AgainAtMidnight(MeetingProblem words) implements Expected {}

        record AwaitsReconnect(MeetingProblem words) implements Expected {}

        record Parked(MeetingProblem words) implements Expected {}

        record IsGone() implements Expected {}

        record NobodyKnows() implements Expected {}
    }

    static Stream<Row> rows() {
        Instant inFive = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(300);
        return Stream.of(
                // Scopes
                row(
                        Asked.CREATE,
                        400,
                        4711,
                        "Invalid access token, does not contain scopes:[meeting:write:meeting].",
                        reconnect(MeetingProblem.MISSING_SCOPES)),
                row(
                        Asked.CREATE,
                        400,
                        4700,
                        "Invalid access token, does not contain scopes:[meeting:write].",
                        reconnect(MeetingProblem.MISSING_SCOPES)),
                row(
                        Asked.READ,
                        401,
                        4711,
                        "Invalid access token, does not contain scopes:[a, b].",
                        reconnect(MeetingProblem.MISSING_SCOPES)),
                // The account and its user
                row(Asked.CREATE, 400, 200, "No permission.", parked(MeetingProblem.HOST_UNUSABLE)),
                row(
                        Asked.CREATE,
                        400,
                        1010,
                        "User does not belong to this account: 1.",
                        parked(MeetingProblem.HOST_UNUSABLE)),
                row(Asked.CREATE, 404, 1001, "User does not exist: 1.", parked(MeetingProblem.HOST_UNUSABLE)),
                row(
                        Asked.READ,
                        404,
                        1001,
                        "User 1 not exist or not belong to this account.",
                        parked(MeetingProblem.HOST_UNUSABLE)),
                row(
                        Asked.CREATE,
                        400,
                        1120,
                        "Invitation is not accepted; the user is inactive.",
                        parked(MeetingProblem.HOST_UNUSABLE)),
                row(
                        Asked.CREATE,
                        400,
                        3161,
                        "Hosting and scheduling capabilities are not allowed for your user account.",
                        parked(MeetingProblem.HOST_UNUSABLE)),
                // What was asked
                row(Asked.CREATE, 400, 300, "Validation Failed.", parked(MeetingProblem.REFUSED)),
                row(
                        Asked.UPDATE,
                        400,
                        300,
                        "Request Body should be a valid JSON object.",
                        parked(MeetingProblem.REFUSED)),
                other(Asked.CREATE, 400, "xml", parked(MeetingProblem.REFUSED)),
                // The meeting
                row(Asked.READ, 404, 3001, "Meeting does not exist: 1.", gone()),
                row(Asked.READ, 400, 3001, "Meeting 1 is not found or has expired.", gone()),
                row(Asked.DELETE, 404, 3001, "Meeting does not exist: 1.", gone()),
                row(Asked.READ, 400, 3000, "Cannot access meeting info.", gone()),
                row(Asked.READ, 400, 3000, "Cannot access webinar info.", gone()),
                row(
                        Asked.UPDATE,
                        400,
                        3000,
                        "You cannot update or delete meetings that have started.",
                        again(MeetingProblem.IN_PROGRESS, 240, 330)),
                row(
                        Asked.CREATE,
                        400,
                        3000,
                        "You cannot schedule a meeting for 1.",
                        parked(MeetingProblem.HOST_UNUSABLE)),
                row(Asked.UPDATE, 400, 3000, "Invalid occurrence_id.", parked(MeetingProblem.REFUSED)),
                row(Asked.UPDATE, 400, 3000, "The domain of an invitee is blocked.", parked(MeetingProblem.REFUSED)),
                row(
                        Asked.DELETE,
                        400,
                        3002,
                        "Sorry, you cannot delete this meeting since it is in progress.",
                        again(MeetingProblem.IN_PROGRESS, 240, 330)),
                row(Asked.UPDATE, 400, 3003, "You are not the meeting host.", parked(MeetingProblem.HOST_UNUSABLE)),
                row(Asked.DELETE, 400, 3007, "You cannot delete this meeting: it has ended.", gone()),
                row(Asked.DELETE, 400, 3018, "A personal meeting cannot be deleted.", parked(MeetingProblem.REFUSED)),
                row(Asked.DELETE, 400, 3037, "A PAC meeting cannot be deleted.", parked(MeetingProblem.REFUSED)),
                row(Asked.DELETE, 400, 3063, "An on-premise meeting cannot be ended.", parked(MeetingProblem.REFUSED)),
                row(Asked.DELETE, 400, 9999, "A code of next year.", parked(MeetingProblem.REFUSED)),
                // Limits
                limit(Asked.READ, PER_SECOND, Map.of(), again(MeetingProblem.RATE_LIMITED, 0, 5)),
                limit(
                        Asked.READ,
                        "Too many concurrent requests. A request to /v2/x has already been made.",
                        Map.of(),
                        again(MeetingProblem.RATE_LIMITED, 0, 5)),
                limit(
                        Asked.READ,
                        PER_SECOND,
                        Map.of("Retry-After", "300"),
                        again(MeetingProblem.RATE_LIMITED, 290, 305)),
                limit(
                        Asked.READ,
                        PER_SECOND,
                        Map.of("retry-after", inFive.toString()),
                        again(MeetingProblem.RATE_LIMITED, 200, 305)),
                limit(
                        Asked.READ,
                        PER_SECOND,
                        Map.of(
                                "Retry-After",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(inFive.atOffset(ZoneOffset.UTC))),
                        again(MeetingProblem.RATE_LIMITED, 200, 305)),
                limit(
                        Asked.READ,
                        PER_SECOND,
                        Map.of("Retry-After", "tomorrow morning"),
                        again(MeetingProblem.RATE_LIMITED, 0, 5)),
                limit(
                        Asked.READ,
                        DAILY,
                        Map.of("X-RateLimit-Type", "Daily-limit", "Retry-After", inFive.toString()),
                        again(MeetingProblem.ACCOUNT_DAILY_LIMIT, 200, 305)),
                limit(Asked.READ, DAILY, Map.of(), new Expected.AgainAtMidnight(MeetingProblem.ACCOUNT_DAILY_LIMIT)),
                // Nothing in the headers gives it away, and a Retry-After would not be about it.
                limit(
                        Asked.CREATE,
                        PER_HOST,
                        Map.of("X-RateLimit-Limit", "6000", "X-RateLimit-Remaining", "5893"),
                        new Expected.AgainAtMidnight(MeetingProblem.DAILY_LIMIT)),
                limit(Asked.UPDATE, PER_HOST, Map.of(), new Expected.AgainAtMidnight(MeetingProblem.DAILY_LIMIT)),
                // Gateways, and answers that make no sense
                other(Asked.READ, 404, "html", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.READ, 404, "empty", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.DELETE, 404, "html", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.READ, 500, "json", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.READ, 502, "html", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.UPDATE, 503, "empty", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.READ, 504, "empty", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.READ, 200, "malformed", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                other(Asked.READ, 400, "malformed", again(MeetingProblem.ZOOM_UNREACHABLE, 0, 5)),
                // A create is another matter: it may have happened.
                other(Asked.CREATE, 500, "json", new Expected.NobodyKnows()),
                other(Asked.CREATE, 502, "html", new Expected.NobodyKnows()),
                other(Asked.CREATE, 503, "empty", new Expected.NobodyKnows()),
                other(Asked.CREATE, 404, "html", new Expected.NobodyKnows()),
                other(Asked.CREATE, 201, "malformed", new Expected.NobodyKnows()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void makesOfEachAnswerWhatItMeans(Row row) {
        String ref = row.asked() == Asked.CREATE ? "" : made();
        Sandbox.fault(row.asked().endpoint, zoom.zoomUser, "status", Map.of("params", row.answer()));

        assertMeans(row.expected(), ask(row.asked(), ref));
    }

    @ParameterizedTest
    @MethodSource("rejectedTokens")
    void renewsARefusedTokenOnceAndThenWaitsForTheDoctor(String message, int times, @Nullable MeetingProblem expected) {
        String ref = made();
        Sandbox.fault(
                Asked.READ.endpoint,
                zoom.zoomUser,
                "invalid-access-token",
                Map.of("times", times, "params", Map.of("message", message)));

        Answer answer = ask(Asked.READ, ref);

        if (expected == null) {
            assertThat(answer).isInstanceOf(Answer.There.class);
        } else {
            assertMeans(reconnect(expected), answer);
        }
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(1);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> rejectedTokens() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of("Invalid access token.", 1, null),
                org.junit.jupiter.params.provider.Arguments.of("Access token is expired.", 1, null),
                org.junit.jupiter.params.provider.Arguments.of(
                        "Invalid access token.", 2, MeetingProblem.NEEDS_RECONNECT));
    }

    private String made() {
        return provider.create(host, wish, "[AAAA1111]") instanceof Answer.There(var room) ? room.ref() : "";
    }

    private Answer ask(Asked asked, String ref) {
        return zoom.inClinic(() -> switch (asked) {
            case CREATE -> provider.create(host, wish, "[BBBB2222]");
            case READ -> provider.read(host, ref);
            case UPDATE -> provider.update(host, ref, wish);
            case DELETE -> provider.delete(host, ref);
        });
    }

    private static void assertMeans(Expected expected, Answer answer) {
        switch (expected) {
            case Expected.Again(var words, var from, var to) -> {
                assertThat(answer).isInstanceOfSatisfying(Answer.Later.class, later -> {
                    assertSays(words, later.problem());
                    assertThat(later.at())
                            .isBetween(
                                    Instant.now().plusSeconds(from - 5),
                                    Instant.now().plusSeconds(to));
                });
            }
            case Expected.AgainAtMidnight(var words) ->
                assertThat(answer).isInstanceOfSatisfying(Answer.Later.class, later -> {
                    assertSays(words, later.problem());
                    Instant midnight = RetryTime.nextDay(Instant.now());
                    assertThat(later.at()).isBetween(midnight, midnight.plusSeconds(60));
                });
            case Expected.AwaitsReconnect(var words) ->
                assertThat(answer).isInstanceOfSatisfying(Answer.Disconnected.class, it -> assertSays(words, it.why()));
            case Expected.Parked(var words) ->
                assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, it -> assertSays(words, it.why()));
            case Expected.IsGone() -> assertThat(answer).isInstanceOf(Answer.Gone.class);
            case Expected.NobodyKnows() -> assertThat(answer).isInstanceOf(Answer.Unknown.class);
        }
    }

    private static void assertSays(MeetingProblem expected, @Nullable MeetingProblem actual) {
        assertThat(actual).isEqualTo(expected);
        var words = Objects.requireNonNull(TestServer.bean(MeetingWords.class).words(expected));
        assertThat(words.title()).isNotBlank();
        assertThat(words.remedy()).isNotBlank();
    }

    private static Row row(Asked asked, int status, int code, String message, Expected expected) {
        return new Row(asked, Map.of("status", status, "code", code, "message", message), expected);
    }

    private static Row other(Asked asked, int status, String body, Expected expected) {
        return new Row(asked, Map.of("status", status, "body", body), expected);
    }

    private static Row limit(Asked asked, String message, Map<String, String> headers, Expected expected) {
        Map<String, Object> answer = new HashMap<>(Map.of("status", 429, "code", 429, "message", message));
        answer.put("headers", headers);
        return new Row(asked, answer, expected);
    }

    private static Expected again(MeetingProblem words, long from, long to) {
        return new Expected.Again(words, from, to);
    }

    private static Expected reconnect(MeetingProblem words) {
        return new Expected.AwaitsReconnect(words);
    }

    private static Expected parked(MeetingProblem words) {
        return new Expected.Parked(words);
    }

    private static Expected gone() {
        return new Expected.IsGone();
    }
}
