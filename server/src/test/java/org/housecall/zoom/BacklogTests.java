package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many meetings to make at once, within Zoom's limits. With {@code -Dhousecall.backlog=5000} the full backlog. */
class BacklogTests extends HandCrankedTests {

    private static final int MEETINGS = Integer.getInteger("housecall.backlog", 400);
    private static final int HOSTS = 80;
    private static final int ALLOWED_PER_SECOND = 20; // of creates, on Zoom's plan Pro

    @Test
    void drainsAsFastAsZoomAllowsWithoutOneRefusalAndSoonVisitsFirst() {
        List<Host> hosts = hosts(HOSTS);
        for (Host host : hosts) { // one's after another's, as a clinic connects them
            for (int i = 0; i < MEETINGS / HOSTS; i++) {
                book(host, i % 5 == 4 ? soon(i) : later(i));
            }
        }
        work();
        setUpZoom();

        work();

        List<JsonNode> creates = creates();
        assertThat(refusals()).isEmpty();
        assertThat(creates).hasSize(MEETINGS / HOSTS * HOSTS);
        Map<Instant, Long> windows = creates.stream()
                .collect(Collectors.groupingBy(it -> at(it).truncatedTo(ChronoUnit.SECONDS), Collectors.counting()));
        assertThat(windows.values()).allMatch(used -> used <= ALLOWED_PER_SECOND);
        Duration taken = Duration.between(at(creates.getFirst()), at(creates.getLast()));
        assertThat(taken.toMillis())
                .as("%s meetings, at 95 %% of what Zoom allows", MEETINGS)
                .isLessThanOrEqualTo(MEETINGS * 1000L * 100 / 95 / ALLOWED_PER_SECOND);
        List<Instant> starts = creates.stream().map(HandCrankedTests::start).toList();
        Instant soon = CLOCK.instant().plus(Duration.ofDays(2));
        assertThat(starts.subList(0, HOSTS * (MEETINGS / HOSTS / 5))).allMatch(start -> start.isBefore(soon));
    }

    @Test
    void keepsTheLastOfAHostsDayForTheVisitsOfTheNextTwoDaysAndSendsNothingThatZoomWouldRefuse() {
        Host host = hosts(1).getFirst();
        for (int i = 0; i < 90; i++) {
            book(host, later(i));
        }
        for (int i = 0; i < 25; i++) {
            book(host, soon(i));
        }
        setUpZoom();

        workUntil(CLOCK.instant().plus(Duration.ofHours(2)));

        assertThat(refusals()).isEmpty();
        Instant soon = CLOCK.instant().plus(Duration.ofDays(2));
        assertThat(creates()).hasSize(80);
        assertThat(creates().stream().map(HandCrankedTests::start).filter(start -> start.isBefore(soon)))
                .hasSize(25);
        assertThat(waiting()).contains("DAILY_LIMIT");

        for (int i = 25; i < 60; i++) {
            book(host, soon(i));
        }
        workUntil(CLOCK.instant().plus(Duration.ofHours(1)));
        assertThat(creates()).hasSize(100);
        assertThat(refusals()).isEmpty();

        workUntil(CLOCK.instant().plus(Duration.ofDays(1)));
        assertThat(creates()).hasSize(90 + 60);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void warnsTheClinicOnceADayWhenFourFifthsOfAHostsDayAreUsed() {
        clinic.administrator.put(
                clinic.path("profile"), Map.of("name", "Clinic", "timeZone", "UTC", "email", "desk@clinic.example"));
        List<Host> hosts = hosts(2);
        Host host = hosts.getFirst();
        for (int i = 0; i < 79; i++) {
            book(host, later(i));
            book(hosts.getLast(), later(i));
        }
        work();
        setUpZoom();
        workUntil(CLOCK.instant().plus(Duration.ofHours(1)));
        assertThat(budget(host).path("used").asInt()).isEqualTo(79);
        assertThat(budget(host).path("scarce").asBoolean()).isFalse();
        assertThat(mailsTo("desk@clinic.example")).isEmpty();

        for (Host each : hosts) {
            book(each, soon(0));
            book(each, soon(1));
        }
        workUntil(CLOCK.instant().plus(Duration.ofHours(1)));

        assertThat(budget(host).path("used").asInt()).isEqualTo(81);
        assertThat(budget(host).path("scarce").asBoolean()).isTrue();
        assertThat(mailsTo("desk@clinic.example")).hasSize(1);
    }

    @Test
    void asksNoMoreOfAnAccountWhoseDayZoomCallsFullUntilTheTimeItNames() {
        Host host = hosts(1).getFirst();
        setUpZoom();
        workUntil(CLOCK.instant().plus(Duration.ofMinutes(1)));
        CLOCK.control(
                "POST",
                "faults",
                "{\"endpoint\":\"POST /v2/users/*/meetings\",\"kind\":\"rate-limit\",\"params\":{\"variant\":\"daily\"}}");
        for (int i = 0; i < 3; i++) {
            book(host, soon(i));
        }

        workUntil(CLOCK.instant().plus(Duration.ofHours(3)));

        assertThat(calls("POST /v2/users/{userId}/meetings")).hasSize(1);
        assertThat(waiting()).contains("ACCOUNT_DAILY_LIMIT");
        workUntil(CLOCK.instant().plus(Duration.ofDays(1)));
        assertThat(creates()).hasSize(3);
    }
}
