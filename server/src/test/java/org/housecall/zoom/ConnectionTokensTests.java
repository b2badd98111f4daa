package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.housecall.TestServer;
import org.housecall.meetings.MeetingProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a connection's tokens, against the sandbox, which rotates them as Zoom does. */
class ConnectionTokensTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final UUID connection = zoom.connect();
    private final ConnectionTokens tokens = TestServer.bean(ConnectionTokens.class);

    @AfterEach
    void setClockRight() {
        Sandbox.setClockRight();
    }

    @Test
    void usesATokenAsLongAsItIsGood() {
        tokens.accessToken(connection);
        tokens.accessToken(connection);

        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isZero();
    }

    @Test
    void renewsATokenOnceHoweverManyAskForIt() throws Exception {
        zoom.letTokenExpire(connection);

        List<TokenUse> uses = atOnce(20, () -> tokens.accessToken(connection));

        assertThat(uses).allMatch(use -> use instanceof TokenUse.Usable);
        assertThat(uses.stream()
                        .map(use -> ((TokenUse.Usable) use).token().value())
                        .distinct())
                .hasSize(1);
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(1);
    }

    @Test
    void goesOnWithTheTokenOfTheNodeThatWasFaster() {
        zoom.letTokenExpire(connection);
        Connection seen = zoom.connection().orElseThrow();
        tokens.accessToken(connection);

        assertThat(TestServer.bean(Connections.class).refusedByZoom(seen)).isFalse();
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    @Test
    void renewsAfterAnAnswerLostBeforeZoomDidAnything() {
        zoom.letTokenExpire(connection);
        refreshFault("reset-before-commit", Map.of());

        assertThat(tokens.accessToken(connection)).isInstanceOf(TokenUse.Usable.class);
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(2);
    }

    @Test
    void needsTheDoctorAfterTheNewPairWasLost() {
        zoom.letTokenExpire(connection);
        refreshFault("lost-answer", Map.of());

        assertThat(tokens.accessToken(connection)).isEqualTo(unusable(MeetingProblem.NEEDS_RECONNECT));
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(2);
        assertThat(zoom.status()).isEqualTo("NEEDS_RECONNECT");
        assertThat(zoom.state().json().path("problem").path("remedy").asString(""))
                .isNotEmpty();
    }

    @Test
    void keepsItsNameWhenTheSameZoomUserReturns() {
        zoom.letTokenExpire(connection);
        refreshFault("invalid-grant", Map.of("params", Map.of("bare", true)));
        tokens.accessToken(connection);
        assertThat(zoom.status()).isEqualTo("NEEDS_RECONNECT");

        assertThat(zoom.connect()).isEqualTo(connection);
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    @Test
    void harmsNoConnectionWhenOurOwnCredentialsAreWrong() {
        zoom.letTokenExpire(connection);
        refreshFault("invalid-client", Map.of());

        assertThat(tokens.accessToken(connection)).isEqualTo(new TokenUse.Unusable(new ZoomAnswer.AppRefused()));
        assertThat(tokens.accessToken(connection)).isInstanceOf(TokenUse.Usable.class);
    }

    @Test
    void harmsNoConnectionWhenZoomIsDown() {
        zoom.letTokenExpire(connection);
        refreshFault("status", Map.of("times", 2, "params", Map.of("status", 500, "body", "html")));

        assertThat(tokens.accessToken(connection)).isEqualTo(new TokenUse.Unusable(new ZoomAnswer.NotSent()));
        assertThat(zoom.status()).isEqualTo("CONNECTED");
        assertThat(tokens.accessToken(connection)).isInstanceOf(TokenUse.Usable.class);
    }

    @Test
    void renewsATokenThatZoomRefusesAndCallsAgain() {
        HostAccess access = TestServer.bean(HostAccess.class);
        ZoomClient client = TestServer.bean(ZoomClient.class);
        Sandbox.fault("GET /v2/users/me", zoom.zoomUser, "invalid-access-token", Map.of());

        ZoomAnswer answer = access.call(new ZoomHost.Connected(connection), token -> client.user(token, "me"));

        assertThat(answer).isInstanceOf(ZoomAnswer.Done.class);
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(1);
    }

    @Test
    void needsTheDoctorWhenZoomRefusesEvenANewToken() {
        HostAccess access = TestServer.bean(HostAccess.class);
        ZoomClient client = TestServer.bean(ZoomClient.class);
        Sandbox.fault("GET /v2/users/me", zoom.zoomUser, "invalid-access-token", Map.of("times", "always"));

        access.call(new ZoomHost.Connected(connection), token -> client.user(token, "me"));

        assertThat(zoom.status()).isEqualTo("NEEDS_RECONNECT");
    }

    @Test
    void endsWithTheAppRemovedInZoom() {
        subscribe();

        Sandbox.control("POST", "apps/" + zoom.clientId + "/uninstall", Map.of("user", zoom.zoomUser));

        assertThatSoon(zoom::status).isEqualTo("DISCONNECTED");
        assertThat(zoom.connection()).isEmpty();
    }

    @Test
    void outlivesALateNoticeOfAnEarlierRemoval() {
        subscribe();
        Sandbox.control(
                "POST",
                "webhooks/disturbances",
                Map.of("clientId", zoom.clientId, "kind", "delay", "params", Map.of("delay", "PT1H")));
        zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom"));
        zoom.connect();

        Sandbox.control("POST", "clock", Map.of("advance", "PT1H"));

        assertThatSoon(this::deauthorizationDelivered).isEqualTo(true);
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    private boolean deauthorizationDelivered() {
        for (var delivery : Sandbox.get("webhooks?limit=1000").path("deliveries")) {
            if (delivery.path("clientId").asString("").equals(zoom.clientId)
                    && delivery.path("event").asString("").equals("app_deauthorized")) {
                return delivery.path("state").asString("").equals("DELIVERED");
            }
        }
        return false;
    }

    private void subscribe() {
        String url = TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL);
        Sandbox.control("PUT", "apps/" + zoom.clientId, Map.of("deauthorizationUrl", url));
    }

    private void refreshFault(String kind, Map<String, Object> more) {
        Map<String, Object> fault = new java.util.HashMap<>(more);
        fault.put("grant", "refresh_token");
        Sandbox.fault("POST /oauth/token", zoom.zoomUser, kind, fault);
    }

    private static TokenUse unusable(MeetingProblem why) {
        return new TokenUse.Unusable(new ZoomAnswer.NotConnected(why));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> work).toList());
            return futures.stream().map(Future::resultNow).toList();
        }
    }
}
