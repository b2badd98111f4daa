package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;
import static org.housecall.zoom.ZoomClinic.ok;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.Reviewers;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

/** The doctors of a sample clinic and Zoom: they use the app under review, and a Zoom user moves freely between them, but not from anyone else. */
class SampleDoctorTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final Reviewers reviewers = Reviewers.letIn(zoom.administrator, zoom.clinic.path("marketplace"));
    private final Api doctor = reviewers.doctor();
    private final Api second = reviewers.secondDoctor();

    private String path(Reviewers where, Api of) {
        return where.path("doctors/" + where.doctorId(of) + "/zoom");
    }

    private String authorize(Reviewers where, Api as, String user) {
        String url = ok(as.post(path(where, as) + "/authorize", null)).text("authorizeUrl");
        return ZoomClinic.location(as.get(ZoomClinic.local(Sandbox.decide(url, user, "allow"))));
    }

    private String status(Reviewers where, Api of) {
        return of.get(path(where, of)).text("status");
    }

    @Test
    void useTheAppOfTheClinicThatIsReviewed() {
        String url =
                ok(doctor.post(path(reviewers, doctor) + "/authorize", null)).text("authorizeUrl");

        assertThat(url).contains("client_id=" + zoom.clientId);
    }

    @Test
    void passAZoomUserOnWithoutADecision() {
        authorize(reviewers, doctor, zoom.zoomUser);

        assertThat(authorize(reviewers, second, zoom.zoomUser)).endsWith("?connected=1");

        assertThat(status(reviewers, second)).isEqualTo("CONNECTED");
        assertThat(status(reviewers, doctor)).isEqualTo("DISCONNECTED");
        assertThat(authorize(reviewers, doctor, zoom.zoomUser)).endsWith("?connected=1");
    }

    @Test
    void neverTakeAZoomUserFromADoctorWhoIsReal() {
        zoom.connect();

        assertThat(authorize(reviewers, doctor, zoom.zoomUser)).doesNotContain("connected");

        assertThat(status(reviewers, doctor)).isEqualTo("DISCONNECTED");
        assertThat(doctor.get(path(reviewers, doctor)).json().has("relink")).isTrue();
        assertThatSoon(() -> zoom.mails(zoom.email, "Please connect Zoom again").size())
                .isEqualTo(1);
    }

    @Test
    void doNotGiveAZoomUserAwayUnasked() {
        authorize(reviewers, doctor, zoom.zoomUser);

        zoom.doctor.get(zoom.consent(zoom.authorizeUrl()));

        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
        assertThat(zoom.state().json().has("relink")).isTrue();
    }

    @Test
    void passAZoomUserOnFromOneSampleClinicToAnother() {
        ZoomClinic other = new ZoomClinic();
        Reviewers elsewhere = Reviewers.letIn(other.administrator, other.clinic.path("marketplace"));
        UUID stranger =
                UUID.fromString(elsewhere.doctor().get("/api/v1/session").text("id"));
        authorize(reviewers, doctor, zoom.zoomUser);
        Connection held = zoom.connection().orElseThrow();

        // Both are in sample clinics of one app where a clinic has given up its own for the installation's.
        assertThat(begin(held, stranger)).isFalse();
        assertThat(begin(
                        held, UUID.fromString(zoom.doctor.get("/api/v1/session").text("id"))))
                .isTrue();
    }

    private static boolean begin(Connection held, UUID accountId) {
        return TestServer.bean(Relinking.class)
                .begin(
                        TestServer.bean(ZoomApps.class).find(held.appId()).orElseThrow(),
                        accountId,
                        new ZoomUser(held.zoomUserId(), null, null, null),
                        new TokenAnswer.Tokens("access", "refresh", Instant.now(), "", null),
                        false);
    }

    @Test
    void haveTheirVisitsMadeAndClearedAwayAgain() {
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("deauthorizationUrl", TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL)));
        authorize(reviewers, doctor, zoom.zoomUser);
        assertThatSoon(() -> (long) Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(reviewers.liveVisits(doctor));
        assertThat(reviewers.access().text("state")).isEqualTo("JOINABLE");

        reviewers.withdraw();

        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(0);
        assertThatSoon(zoom::connection).isEqualTo(Optional.empty());
        assertThat(Sandbox.get("tokens")
                        .valueStream()
                        .filter(token -> token.path("clientId").asString("").equals(zoom.clientId))
                        .filter(token -> token.path("usable").asBoolean(false)))
                .isEmpty();
    }
}
