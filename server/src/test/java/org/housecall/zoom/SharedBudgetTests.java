package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.housecall.TestServer;
import org.housecall.meetings.MeetingProblem;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Wish;
import org.housecall.zoom.Errand.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes share what Zoom allows one account on its plan Pro, in real time. */
class SharedBudgetTests {

    /** What Zoom allows in two and a half seconds. */
    private static final int READS = 76;

    private static final int ALLOWED_PER_SECOND = 30;

    private final ZoomClinic zoom = new ZoomClinic();
    private final String user = "room-" + zoom.unique + "@example.com";
    private final ConfigurableApplicationContext first = TestServer.context();
    private ConfigurableApplicationContext second = first;
    private ZoomHost host = new ZoomHost.Connected(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        String account = zoom.addServerToServerApp();
        Sandbox.control("PUT", "accounts/" + account, Map.of("plan", "PRO"));
        Sandbox.control("PUT", "users/" + user, Map.of("accountId", account));
        host = new ZoomHost.Mapped(ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.SERVER_TO_SERVER), user);
        second = TestServer.secondNode();
    }

    @AfterEach
    void stop() {
        second.close();
    }

    @Test
    void neverAskMoreOfASecondThanZoomAllows() throws Exception {
        assertThat(read(first)).isInstanceOf(ZoomAnswer.Done.class); // the token is there
        List<ZoomAnswer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ZoomAnswer>> reads = IntStream.range(0, READS)
                    .<Callable<ZoomAnswer>>mapToObj(i -> () -> read(i % 2 == 0 ? first : second))
                    .toList();
            answers = threads.invokeAll(reads).stream().map(Future::resultNow).toList();
        }

        assertThat(answers)
                .allMatch(answer -> answer instanceof ZoomAnswer.Done || answer instanceof ZoomAnswer.NotOurTurn);
        assertThat(answers.stream().filter(answer -> answer instanceof ZoomAnswer.Done))
                .hasSizeGreaterThan(ALLOWED_PER_SECOND);
        assertThat(calls()).doesNotContain(429);
    }

    @Test
    void knowTogetherThatAHostsDayIsOver() {
        for (int i = 0; i < ZoomBudgets.WRITES_PER_HOST_AND_DAY; i++) {
            assertThat(takeCreate(i % 2 == 0 ? first : second)).isEmpty();
        }

        assertThat(takeCreate(first)).containsInstanceOf(ZoomAnswer.DayIsFull.class);
        assertThat(takeCreate(second)).containsInstanceOf(ZoomAnswer.DayIsFull.class);
    }

    @Test
    void takeZoomsWordForItFromEachOther() {
        Sandbox.fault("POST /v2/users/*/meetings", user, "rate-limit", Map.of("params", Map.of("variant", "per-user")));

        assertThat(create(first)).isInstanceOfSatisfying(Answer.Later.class, SharedBudgetTests::isForTomorrow);
        assertThat(create(second)).isInstanceOfSatisfying(Answer.Later.class, SharedBudgetTests::isForTomorrow);

        assertThatSoon(this::calls).isEqualTo(List.of(429)); // and was not asked again
        assertThat(Sandbox.liveMeetings(user)).isEmpty();
    }

    private static void isForTomorrow(Answer.Later later) {
        assertThat(later.problem()).isEqualTo(MeetingProblem.DAILY_LIMIT);
        assertThat(later.at()).isAfterOrEqualTo(RetryTime.nextDay(Instant.now()));
    }

    private ZoomAnswer read(ConfigurableApplicationContext node) {
        return node.getBean(HostAccess.class)
                .call(
                        host,
                        Errand.soon(Operation.READ),
                        token -> node.getBean(ZoomClient.class).user(token, user));
    }

    private Answer create(ConfigurableApplicationContext node) {
        Wish wish = new Wish(Instant.now().plus(Duration.ofHours(1)), Duration.ofMinutes(30), ZoneOffset.UTC);
        return node.getBean(ZoomMeetings.class).create(host.asHost(), wish, "marker" + zoom.unique);
    }

    private Optional<ZoomAnswer.Failure> takeCreate(ConfigurableApplicationContext node) {
        return zoom.inClinic(() -> node.getBean(ZoomBudgets.class).take(host, Errand.soon(Operation.CREATE)));
    }

    /** What Zoom answered to what was asked about the user. */
    private List<Integer> calls() {
        return Sandbox.get("calls?limit=10000")
                .path("calls")
                .valueStream()
                .filter(call -> call.path("user").asString("").equals(user))
                .map(call -> call.path("status").asInt())
                .toList();
    }
}
