package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoomsandbox.SandboxClient.FOUR;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.THREE;
import static org.zoomsandbox.SandboxClient.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTests extends SandboxTests {

    @BeforeEach
    void stopTheClock() {
        zoom.control("POST", "clock", "{\"freeze\":true}");
    }

    @Test
    void namesTheBudgetInEveryAnswer() {
        var answer = get(zoom.accessToken(ONE));
        assertThat(header(answer, "X-RateLimit-Category")).isEqualTo("Light");
        assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("30");
        assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("29");
        assertThat(header(answer, "x-zm-trackingid")).isNotEmpty();
    }

    @Test
    void holdsAnAccountToItsPlanPerSecond() {
        var token = zoom.accessToken(THREE);
        for (var i = 0; i < 4; i++) {
            assertThat(get(token).statusCode()).isEqualTo(200);
        }
        var refused = get(token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "X-RateLimit-Type")).isEqualTo("QPS");
        assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
        zoom.advance("PT1S");
        assertThat(get(token).statusCode()).isEqualTo(200);
    }

    @Test
    void followsTheAccountsPlan() {
        zoom.control("PUT", "users/" + THREE, "{\"accountId\":\"business\"}");
        zoom.control("PUT", "accounts/business", "{\"plan\":\"BUSINESS\"}");
        assertThat(header(get(zoom.accessToken(THREE)), "X-RateLimit-Limit")).isEqualTo("80");
    }

    @Test
    void sharesTheBudgetAmongAllAppsOfAnAccount() {
        var account = zoom.accountToken();
        var person = zoom.accessToken(FOUR);
        for (var i = 0; i < 30; i++) {
            var answer = i % 2 == 0 ? get(person) : zoom.rest(account, "GET", "/users/" + FOUR, "");
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(get(person).statusCode()).isEqualTo(429);
    }

    @Test
    void allowsAHundredCreationsAndUpdatesPerHostUntilMidnight() {
        zoom.control("POST", "clock", "{\"now\":\"2035-05-05T22:00:00Z\"}");
        zoom.control("PUT", "limits", "{\"writesPerHostAndDay\":3}");
        var token = zoom.accessToken(ONE);
        var meeting = zoom.create(token, "{\"start_time\":\"2035-06-01T00:00:00Z\"}");
        var path = "/meetings/" + meeting.path("id").asString();
        assertThat(zoom.rest(token, "PATCH", path, "{\"topic\":\"a\"}").statusCode())
                .isEqualTo(204);
        assertThat(zoom.rest(token, "PATCH", path, "{\"topic\":\"b\"}").statusCode())
                .isEqualTo(204);
        var refused = zoom.rest(token, "PATCH", path, "{\"topic\":\"c\"}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .isEqualTo("{\"code\":429,\"message\":\"You have exceeded the daily rate limit (100) of Meeting"
                        + " Create/Update API requests permitted for this particular user. You may resume these"
                        + " requests at GMT 00:00:00.\"}");
        assertThat(header(refused, "X-RateLimit-Type")).isNull();
        assertThat(header(refused, "Retry-After")).isNull();
        assertThat(Integer.parseInt(header(refused, "X-RateLimit-Remaining"))).isPositive();
        assertThat(zoom.rest(token, "GET", path, "").statusCode()).isEqualTo(200);
        zoom.control("POST", "clock", "{\"now\":\"2035-05-06T00:00:00Z\"}");
        token = zoom.accessToken(ONE);
        assertThat(zoom.rest(token, "PATCH", path, "{\"topic\":\"d\"}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void refusesASecondWriteWhileTheFirstIsUnderWay() throws Exception {
        var token = zoom.accessToken(ONE);
        zoom.fault("{\"endpoint\":\"POST /v2/users/*/meetings\",\"kind\":\"latency\",\"params\":{\"ms\":800}}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new CountDownLatch(2);
            var both = Collections.nCopies(2, (Callable<Integer>) () -> {
                sent.countDown();
                sent.await();
                return zoom.rest(token, "POST", "/users/me/meetings", "{}").statusCode();
            });
            var statuses = new ArrayList<Integer>();
            for (var each : threads.invokeAll(both)) {
                statuses.add(each.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 429);
        }
    }

    @Test
    void canBeSwitchedOff() {
        zoom.control("PUT", "limits", "{\"enforced\":false}");
        var token = zoom.accessToken(THREE);
        for (var i = 0; i < 10; i++) {
            assertThat(get(token).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> get(String token) {
        return zoom.rest(token, "GET", "/users/me", "");
    }
}
