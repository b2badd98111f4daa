package org.zoomsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoomsandbox.SandboxClient.APP;
import static org.zoomsandbox.SandboxClient.ONE;
import static org.zoomsandbox.SandboxClient.TWO;
import static org.zoomsandbox.SandboxClient.header;
import static org.zoomsandbox.SandboxClient.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FaultTests extends SandboxTests {

    private static final String CREATE = "POST /v2/users/*/meetings";

    private String token;

    @BeforeEach
    void connect() {
        token = zoom.accessToken(ONE);
    }

    @Test
    void losesTheAnswerAfterTheMeetingIsMade() {
        fault(CREATE, "lost-answer", "");
        assertThatThrownBy(() -> zoom.exchange(zoom.restRequest(token, "POST", "/users/me/meetings", "{}")))
                .isInstanceOf(IOException.class);
        assertThat(zoom.look("meetings")).hasSize(1);
        assertThat(zoom.look("calls").at("/calls/0/status").asInt()).isZero();
    }

    @Test
    void resetsBeforeAnythingIsMade() {
        fault(CREATE, "reset-before-commit", "");
        assertThatThrownBy(() -> zoom.exchange(zoom.restRequest(token, "POST", "/users/me/meetings", "{}")))
                .isInstanceOf(IOException.class);
        assertThat(zoom.look("meetings")).isEmpty();
        assertThat(post().statusCode()).isEqualTo(201);
    }

    @Test
    void losesARefreshAfterTheRotation() {
        var refresh = zoom.connect(ONE).path("refresh_token").asString();
        zoom.fault("{\"endpoint\":\"POST /oauth/token\",\"grant\":\"refresh_token\",\"kind\":\"lost-answer\"}");
        var form = Map.of("grant_type", "refresh_token", "refresh_token", refresh);
        assertThatThrownBy(() -> zoom.exchange(zoom.tokenRequest(APP, APP + "Secret", "/oauth/token", form)))
                .isInstanceOf(IOException.class);
        assertThat(json(zoom.refresh(refresh)).path("error").asString()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "json,application/json",
        "html,text/html",
        "xml,text/xml",
        "malformed,application/json",
        "'plain words',text/plain"
    })
    void answersWithAnyStatusAndBody(String body, String type) {
        fault(CREATE, "status", "\"status\":503,\"body\":\"" + body + "\"");
        var answer = post();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(zoom.look("meetings")).isEmpty();
    }

    @Test
    void answersEmptyOrWithHeadersOrAfterCommitting() {
        fault(
                CREATE,
                "status",
                "\"status\":502,\"body\":\"empty\",\"commit\":true,\"headers\":{\"Retry-After\":\"7\"}");
        var answer = post();
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Retry-After")).isEqualTo("7");
        assertThat(zoom.look("meetings")).hasSize(1);
    }

    @Test
    void spoilsGoodAnswers() {
        fault(CREATE, "malformed", "\"mode\":\"truncated\"");
        var answer = post();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> json(answer)).isInstanceOf(RuntimeException.class);
        assertThat(zoom.look("meetings")).hasSize(1);
    }

    @Test
    void rewritesAnswers() {
        fault("GET /v2/users/me", "rewrite", "\"set\":{\"timezone\":null,\"type\":\"2\"},\"remove\":[\"email\"]");
        var me = json(zoom.rest(token, "GET", "/users/me", ""));
        assertThat(me.path("timezone").isNull()).isTrue();
        assertThat(me.path("type").isString()).isTrue();
        assertThat(me.has("email")).isFalse();
    }

    @Test
    void limitsPerSecond() {
        var answer = limited("per-second");
        assertThat(answer.body()).contains("maximum per-second rate limit");
        assertThat(header(answer, "X-RateLimit-Type")).isEqualTo("QPS");
        assertThat(header(answer, "X-RateLimit-Reset")).containsOnlyDigits();
    }

    @Test
    void limitsPerDayUntilAnIsoInstant() {
        var answer = limited("daily");
        assertThat(header(answer, "X-RateLimit-Type")).isEqualTo("Daily-limit");
        assertThat(Instant.parse(header(answer, "Retry-After")))
                .isEqualTo(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)));
    }

    @Test
    void limitsAHostWithoutTypeOrRetryAfter() {
        var answer = limited("per-user");
        assertThat(answer.body()).contains("permitted for this particular user");
        assertThat(header(answer, "X-RateLimit-Type")).isNull();
        assertThat(header(answer, "Retry-After")).isNull();
        assertThat(header(answer, "X-RateLimit-Category")).isEqualTo("Light");
    }

    @Test
    void limitsConcurrency() {
        assertThat(limited("concurrent").body()).contains("Too many concurrent requests. A request to /v2/users/me");
    }

    @Test
    void delays() {
        fault("GET /v2/users/me", "latency", "\"ms\":300");
        var begun = System.nanoTime();
        assertThat(zoom.rest(token, "GET", "/users/me", "").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void strikesAsOftenAsTold() {
        zoom.fault("{\"endpoint\":\"GET /v2/**\",\"kind\":\"status\",\"times\":2}");
        assertThat(me()).isEqualTo(500);
        assertThat(me()).isEqualTo(500);
        assertThat(me()).isEqualTo(200);
        zoom.fault("{\"endpoint\":\"* /v2/**\",\"kind\":\"status\",\"times\":\"always\"}");
        assertThat(me()).isEqualTo(500);
        var standing = zoom.look("faults").get(1);
        assertThat(standing.path("struck").asInt()).isEqualTo(1);
        zoom.control("DELETE", "faults/" + standing.path("id").asString(), "");
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void strikesAShareOfTheCallsAndTheSameOnesForOneSeed() {
        zoom.control("PUT", "limits", "{\"enforced\":false}");
        var one = statusesOfFaultySeries(7);
        assertThat(statusesOfFaultySeries(7)).isEqualTo(one);
        assertThat(statusesOfFaultySeries(8)).isNotEqualTo(one);
        assertThat(one).contains(500, 200);
        assertThatThrownBy(() -> zoom.fault("{\"endpoint\":\"* /**\",\"kind\":\"status\",\"share\":5}"))
                .hasMessageContaining("share");
    }

    /** The fault counts what it has struck. */
    private List<Integer> statusesOfFaultySeries(int seed) {
        zoom.control("DELETE", "faults", "");
        zoom.fault("{\"endpoint\":\"GET /v2/**\",\"kind\":\"status\",\"times\":\"always\",\"share\":0.3,\"seed\":"
                + seed + "}");
        var statuses = IntStream.range(0, 40).mapToObj(call -> me()).toList();
        assertThat(zoom.look("faults").get(0).path("struck").asLong())
                .isEqualTo(statuses.stream().filter(status -> status == 500).count());
        return statuses;
    }

    @Test
    void tellsOfAnswersThatItKeepsBack() {
        fault(CREATE, "latency", "\"ms\":600000,\"when\":\"after\"");
        assertThat(keptBack()).isZero();
        var waiting = zoom.exchangeLater(zoom.restRequest(token, "POST", "/users/me/meetings", "{}"));
        var deadline = Instant.now().plusSeconds(10);
        while (keptBack() == 0 && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(keptBack()).isOne();
        assertThat(zoom.look("meetings")).hasSize(1);
        assertThat(waiting).isNotDone();
        waiting.cancel(true);
    }

    private int keptBack() {
        return zoom.look("faults").get(0).path("keptBack").asInt();
    }

    @Test
    void logsRefreshesWithTheirTimesAndLosses() {
        var refresh = zoom.connect(ONE).path("refresh_token").asString();
        zoom.fault("{\"endpoint\":\"POST /oauth/token\",\"grant\":\"refresh_token\",\"kind\":\"lost-answer\"}");
        var form = Map.of("grant_type", "refresh_token", "refresh_token", refresh);
        assertThatThrownBy(() -> zoom.exchange(zoom.tokenRequest(APP, APP + "Secret", "/oauth/token", form)))
                .isInstanceOf(IOException.class);
        zoom.refresh(refresh);
        var log = zoom.look("refreshes");
        assertThat(log).hasSize(2);
        var refused = log.get(0);
        var lost = log.get(1);
        assertThat(lost.path("status").asInt()).isZero();
        assertThat(lost.path("faults").get(0).asString()).isEqualTo("lost-answer");
        assertThat(lost.path("user").asString()).isEqualTo(ONE);
        assertThat(refused.path("status").asInt()).isEqualTo(400);
        assertThat(refused.path("token")).isEqualTo(lost.path("token"));
        assertThat(log.toString()).doesNotContain(refresh);
        assertThat(Instant.parse(refused.path("began").asString()))
                .isAfterOrEqualTo(Instant.parse(lost.path("ended").asString()));
    }

    @Test
    void strikesOneUserOnly() {
        zoom.fault("{\"endpoint\":\"GET /v2/users/me\",\"user\":\"" + TWO
                + "\",\"kind\":\"status\",\"times\":\"always\"}");
        assertThat(me()).isEqualTo(200);
        token = zoom.accessToken(TWO);
        assertThat(me()).isEqualTo(500);
    }

    @Test
    void refusesTokensInEveryWay() {
        var tokens = zoom.connect(ONE);
        fault("POST /oauth/token", "invalid-grant", "\"bare\":true");
        assertThat(refresh(tokens).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        fault("POST /oauth/token", "invalid-client", "");
        assertThat(refresh(tokens).statusCode()).isEqualTo(401);
        assertThat(refresh(tokens).statusCode()).isEqualTo(200);
        token = zoom.accessToken(ONE);
        fault("GET /v2/users/me", "invalid-access-token", "");
        assertThat(me()).isEqualTo(401);
        assertThat(me()).isEqualTo(200);
    }

    @Test
    void refusesFaultsItDoesNotKnow() {
        assertThatThrownBy(() -> zoom.fault("{\"endpoint\":\"GET /v2/**\",\"kind\":\"earthquake\"}"))
                .hasMessageContaining("unknown fault kind");
        assertThatThrownBy(() -> fault("GET /v2/**", "rate-limit", "\"variant\":\"hourly\""))
                .hasMessageContaining("variant");
        assertThatThrownBy(() -> zoom.fault("{\"kind\":\"status\"}")).hasMessageContaining("endpoint");
    }

    private void fault(String endpoint, String kind, String params) {
        zoom.fault("{\"endpoint\":\"" + endpoint + "\",\"kind\":\"" + kind + "\",\"params\":{" + params + "}}");
    }

    private HttpResponse<String> limited(String variant) {
        fault(CREATE, "rate-limit", "\"variant\":\"" + variant + "\"");
        var answer = post();
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).path("code").asInt()).isEqualTo(429);
        return answer;
    }

    private HttpResponse<String> post() {
        return zoom.rest(token, "POST", "/users/me/meetings", "{}");
    }

    private int me() {
        return zoom.rest(token, "GET", "/users/me", "").statusCode();
    }

    private HttpResponse<String> refresh(JsonNode tokens) {
        return zoom.refresh(tokens.path("refresh_token").asString());
    }
}
