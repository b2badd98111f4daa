package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.List;
import java.util.Map;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A Zoom user whom one doctor has connected authorizes for another: nothing moves before that one says so. */
class RelinkTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final ZoomClinic.Colleague colleague = zoom.colleague();

    private void authorizeAsTheDoctorsZoomUser() {
        zoom.connect();
        assertThat(colleague.authorizeAs(zoom.zoomUser)).isEqualTo(zoom.settings());
    }

    @Test
    void connectsNothingUntilTheSecondDoctorDecides() {
        authorizeAsTheDoctorsZoomUser();

        JsonNode latter = colleague.api.get(colleague.path("")).json();
        assertThat(latter.path("status").asString()).isEqualTo("DISCONNECTED");
        assertThat(latter.path("relink").path("zoomEmail").asString()).isEqualTo(zoom.zoomEmail);
        assertThat(latter.path("relink").path("heldBy").asString()).isEqualTo("Doctor");
        JsonNode earlier = zoom.state().json();
        assertThat(earlier.path("status").asString()).isEqualTo("NEEDS_RECONNECT");
        assertThat(earlier.path("problem").path("code").asString()).isEqualTo("RELINKED");
        assertThat(zoom.administrator.get(colleague.path("")).json().has("relink"))
                .isFalse();
        assertThatSoon(() -> zoom.mails(zoom.email, "Please connect Zoom again").size())
                .isEqualTo(1);
    }

    @Test
    void movesTheZoomUserOncePutSoAndTellsBoth() {
        authorizeAsTheDoctorsZoomUser();

        ZoomClinic.ok(colleague.api.post(colleague.path("/relink"), null));

        assertThat(colleague.api.get(colleague.path("")).text("status")).isEqualTo("CONNECTED");
        assertThat(colleague.api.get(colleague.path("")).json().has("relink")).isFalse();
        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
        assertThat(zoom.mails(colleague.email, "Whose Zoom account").getFirst()).contains("is now connected to you");
        assertThat(zoom.mails(zoom.email, "Whose Zoom account").getFirst()).contains("has been moved");
        Connection moved = zoom.connection().orElseThrow();
        assertThat(TestServer.bean(ConnectionTokens.class).accessTokenBut(moved.id(), moved.tokenVersion()))
                .isInstanceOf(TokenUse.Usable.class); // with the refresh token that was kept
        assertThat(colleague.api.post(colleague.path("/relink"), null).status()).isEqualTo(409);
    }

    @Test
    void leavesTheZoomUserWhereItWasAndHasZoomForgetWhatWasDeclined() {
        zoom.subscribe();
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("deauthorizationUrl", TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL)));
        authorizeAsTheDoctorsZoomUser();

        ZoomClinic.ok(colleague.api.delete(colleague.path("/relink")));

        assertThat(colleague.api.get(colleague.path("")).text("status")).isEqualTo("DISCONNECTED");
        assertThat(zoom.mails(colleague.email, "Whose Zoom account").getFirst()).contains("stays so");
        assertThat(zoom.mails(zoom.email, "Whose Zoom account").getFirst()).contains("left it with you");
        assertThatSoon(() -> Sandbox.get("webhooks?limit=1000")
                        .path("deliveries")
                        .valueStream()
                        .filter(it -> it.path("clientId").asString("").equals(zoom.clientId))
                        .filter(it -> it.path("event").asString("").equals("app_deauthorized"))
                        .map(it -> it.path("state").asString(""))
                        .toList())
                .isEqualTo(List.of("DELIVERED"));
        assertThat(usableTokens()).isZero();
        assertThat(zoom.state().json().path("problem").path("code").asString()).isEqualTo("RELINKED");
        zoom.connect();
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    @Test
    void countsAsDeclinedWhatIsNeverDecided() {
        authorizeAsTheDoctorsZoomUser();
        TestServer.bean(JdbcClient.class)
                .sql("update zoom_relink set expires_at = now() - interval '1 second' where zoom_user_id = ?")
                .param(zoom.zoomUser)
                .update();

        assertThat(colleague.api.post(colleague.path("/relink"), null).status()).isEqualTo(409);
        TestServer.bean(Relinking.class).run();

        assertThat(zoom.mails(zoom.email, "Whose Zoom account").getFirst()).contains("left it with you");
        assertThat(usableTokens()).isZero();
        assertThat(kept()).isZero();
    }

    @Test
    void isOverWhenTheEarlierDoctorConnectsAgain() {
        authorizeAsTheDoctorsZoomUser();

        zoom.connect();

        assertThat(zoom.status()).isEqualTo("CONNECTED");
        assertThat(kept()).isZero();
        assertThat(colleague.api.post(colleague.path("/relink"), null).status()).isEqualTo(409);
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    private long kept() {
        return TestServer.bean(JdbcClient.class)
                .sql("select count(*) from zoom_relink where zoom_user_id = ?")
                .param(zoom.zoomUser)
                .query(Long.class)
                .single();
    }

    private long usableTokens() {
        return Sandbox.get("tokens")
                .valueStream()
                .filter(token -> token.path("clientId").asString("").equals(zoom.clientId))
                .filter(token -> token.path("usable").asBoolean(false))
                .count();
    }
}
