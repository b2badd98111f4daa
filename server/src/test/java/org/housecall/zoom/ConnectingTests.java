package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.Api;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A doctor connects Zoom and disconnects again, over HTTP, with the sandbox's consent page. */
class ConnectingTests {

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void connectsTheDoctorWhoConsented() {
        String redirect = zoom.consent(zoom.authorizeUrl());

        Api.Answer back = zoom.doctor.get(redirect);

        assertThat(back.status()).isEqualTo(302);
        assertThat(ZoomClinic.location(back)).isEqualTo(zoom.settings() + "?connected=1");
        assertThat(back.response().headers().firstValue("cache-control").orElse(""))
                .contains("no-store");
        Api.Answer state = zoom.state();
        assertThat(state.text("status")).isEqualTo("CONNECTED");
        assertThat(state.text("zoomEmail")).isEqualTo("zoom-" + zoom.unique + "@example.com");
        assertThat(state.json().path("scopes").toString()).contains("meeting:write:meeting");
        assertThat(state.json().path("missingScopes")).isEmpty();
    }

    @Test
    void sendsTheBrowserAwayWithPkceAndStateAndNoSecret() {
        URI url = URI.create(zoom.authorizeUrl());

        assertThat(url.toString()).startsWith(TestServer.sandbox().baseUrl() + "/oauth/authorize?");
        assertThat(url.getQuery())
                .contains("response_type=code")
                .contains("client_id=" + zoom.clientId)
                .contains("redirect_uri=http://localhost:8080/zoom/callback")
                .contains("code_challenge_method=S256")
                .containsPattern("state=[\\w-]{43}")
                .containsPattern("code_challenge=[\\w-]{43}")
                .doesNotContain("secret");
    }

    @Test
    void refusesAnAnswerUsedBefore() {
        String redirect = zoom.consent(zoom.authorizeUrl());
        zoom.doctor.get(redirect);

        assertThat(ZoomClinic.location(zoom.doctor.get(redirect))).isEqualTo(zoom.settings() + "?problem=state");
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    @Test
    void takesNoForAnAnswer() {
        URI redirect = Sandbox.decide(zoom.authorizeUrl(), zoom.zoomUser, "deny");

        assertThat(ZoomClinic.location(zoom.doctor.get(ZoomClinic.local(redirect))))
                .isEqualTo(zoom.settings() + "?problem=declined");
        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
    }

    @Test
    void neverExchangesACodeThatCameWithoutState() {
        String redirect = zoom.consent(zoom.authorizeUrl()).replaceAll("&state=[^&]*", "");

        assertThat(ZoomClinic.location(zoom.doctor.get(redirect))).startsWith("/connect-zoom?add=");
        assertThat(ZoomClinic.location(TestServer.nobody().get(redirect)))
                .startsWith("/sign-in?problem=start-here&returnTo=%2Fconnect-zoom%3Fadd%3D");
        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
    }

    @Test
    void tellsOfAnAttemptFromWhichNobodyCameBack() {
        assertThat(zoom.state().json().has("unfinishedSince")).isFalse();
        zoom.authorizeUrl(); // and Zoom says that an admin has to approve, which leads nowhere

        assertThat(zoom.state().json().has("unfinishedSince")).isTrue();
        zoom.connect();
        assertThat(zoom.state().json().has("unfinishedSince")).isFalse();
    }

    @Test
    void sweepsAttemptsThatWereNeverFinished() {
        zoom.authorizeUrl();
        Supplier<Long> attempts = () -> TestServer.bean(JdbcClient.class)
                .sql("select count(*) from zoom_oauth_attempt where clinic_id = ?")
                .param(UUID.fromString(zoom.clinic.id))
                .query(Long.class)
                .single();
        ZoomHousekeeping housekeeping = TestServer.bean(ZoomHousekeeping.class);
        housekeeping.run();
        assertThat(attempts.get()).isEqualTo(1);

        TestServer.bean(JdbcClient.class)
                .sql("update zoom_oauth_attempt set expires_at = now() - interval '25 hours' where clinic_id = ?")
                .param(UUID.fromString(zoom.clinic.id))
                .update();
        housekeeping.run();

        assertThat(attempts.get()).isZero();
    }

    @Test
    void refusesAStateThatWasNotBegunHere() {
        String redirect = zoom.consent(zoom.authorizeUrl()).replaceAll("state=[^&]*", "state=forged");

        assertThat(ZoomClinic.location(zoom.doctor.get(redirect))).isEqualTo(zoom.settings() + "?problem=state");
        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
    }

    @Test
    void leavesAnAnswerForWhoeverBegan() {
        String redirect = zoom.consent(zoom.authorizeUrl());

        assertThat(ZoomClinic.location(zoom.administrator.get(redirect))).endsWith("?problem=other-user");
        assertThat(ZoomClinic.location(TestServer.nobody().get(redirect)))
                .startsWith("/sign-in?returnTo=")
                .doesNotContain("code");
        assertThat(ZoomClinic.location(zoom.doctor.get(redirect))).isEqualTo(zoom.settings() + "?connected=1");
    }

    @Test
    void refusesAnAnswerInAnotherBrowserOfTheSameDoctor() {
        String redirect = zoom.consent(zoom.authorizeUrl());

        assertThat(ZoomClinic.location(ZoomClinic.signIn(zoom.email).get(redirect)))
                .isEqualTo(zoom.settings() + "?problem=state");
        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
    }

    @Test
    void connectsAlsoWithAnApiTokenInPlaceOfTheCookie() {
        String token = zoom.doctor
                .post("/api/v1/api-tokens", Map.of("name", "machine"))
                .text("token");
        Api machine = zoom.doctor.withToken(token);
        String url = machine.post(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom/authorize"), null)
                .text("authorizeUrl");

        assertThat(ZoomClinic.location(machine.get(zoom.consent(url)))).isEqualTo(zoom.settings() + "?connected=1");
    }

    @Test
    void saysThatZoomGaveNoTokens() {
        String redirect = zoom.consent(zoom.authorizeUrl());
        Sandbox.fault(
                "POST /oauth/token", zoom.zoomUser, "status", Map.of("params", Map.of("status", 502, "body", "html")));

        assertThat(ZoomClinic.location(zoom.doctor.get(redirect))).isEqualTo(zoom.settings() + "?problem=zoom");
        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
    }

    @Test
    void letsNobodyConnectForTheDoctor() {
        String path = zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom/authorize");

        assertThat(zoom.administrator.post(path, null).status()).isEqualTo(403);
        assertThat(TestServer.nobody().post(path, null).status()).isEqualTo(401);
    }

    @Test
    void showsAConnectionToItsDoctorAndTheFrontDeskOnly() {
        zoom.connect();
        zoom.clinic.addDoctor("other-" + zoom.unique + "@example.com");
        Api colleague = zoom.accept("other-" + zoom.unique + "@example.com");
        ZoomClinic.ok(zoom.administrator.post(
                zoom.clinic.path("receptionists"),
                Map.of("name", "Desk", "email", "desk-" + zoom.unique + "@example.com")));
        Api desk = zoom.accept("desk-" + zoom.unique + "@example.com");
        String path = zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom");

        assertThat(colleague.get(path).status()).isEqualTo(404);
        assertThat(desk.get(path).text("status")).isEqualTo("CONNECTED");
        assertThat(desk.get(path).json().has("zoomEmail")).isFalse();
        assertThat(zoom.administrator.get(path).text("zoomEmail")).isNotEmpty();
        assertThat(desk.delete(path).status()).isEqualTo(403);
        assertThat(colleague.delete(path).status()).isEqualTo(404);
    }

    @Test
    void wipesTokensAndRevokesThemWhenDisconnected() {
        zoom.connect();

        Api.Answer answer = zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
        assertThat(usableTokens()).isZero();
    }

    @Test
    void wipesTokensAlsoWhenZoomDoesNotRevokeThem() {
        zoom.connect();
        Sandbox.fault("POST /oauth/revoke", zoom.zoomUser, "status", Map.of("params", Map.of("status", 503)));

        zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom"));

        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
        assertThat(zoom.connection()).isEmpty();
    }

    @Test
    void dropsConnectionsOfAClientThatTheAppNoLongerIs() {
        zoom.connect();

        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app"),
                Map.of("oauth", Map.of("clientId", "another" + zoom.unique, "clientSecret", "another"))));

        assertThat(zoom.connection()).isEmpty();
    }

    private long usableTokens() {
        long usable = 0;
        for (var token : Sandbox.get("tokens")) {
            if (token.path("clientId").asString("").equals(zoom.clientId)
                    && token.path("usable").asBoolean(false)) {
                usable++;
            }
        }
        return usable;
    }
}
