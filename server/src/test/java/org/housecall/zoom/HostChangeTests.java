package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.Map;
import java.util.UUID;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who hosts a visit changes: another doctor, a disconnect, a return. The meeting goes with it, and nothing is left behind. */
class HostChangeTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final ZoomClinic.Colleague colleague = zoom.colleague();

    @Test
    void movesToTheOtherDoctorsAccount() {
        zoom.connect();
        colleague.connect();
        Visit visit = bookForEither(1).becomes("READY");
        String first = visit.meetingId();

        visit.giveTo(colleague.id);

        assertThatSoon(() -> visit.isReadyInsteadOf(first)).isEqualTo(true);
        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(0);
        assertThat(Sandbox.liveMeetings(colleague.zoomUser)).hasSize(1);
        assertThat(visit.problem()).isEmpty();
    }

    @Test
    void waitsForADoctorWithoutConnectionAndHealsWhenThatDoctorConnects() {
        zoom.connect();
        Visit visit = bookForEither(1).becomes("READY");

        visit.giveTo(colleague.id);

        visit.becomes("WAITING_FOR_CONNECTION");
        assertThat(visit.problem()).isEqualTo("NO_CONNECTION");
        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(0);
        assertThat(visit.meetingId()).isEmpty();

        colleague.connect();

        visit.becomes("READY");
        assertThat(Sandbox.liveMeetings(colleague.zoomUser)).hasSize(1);
    }

    @Test
    void removesTheFormerDoctorsMeetingOnceZoomCanBeReached() {
        zoom.connect();
        colleague.connect();
        Visit visit = bookForEither(1).becomes("READY");
        String first = visit.meetingId();
        Sandbox.fault(
                "DELETE /v2/meetings/*",
                zoom.zoomUser,
                "status",
                Map.of("times", 2, "params", Map.of("status", 500, "body", "html")));

        visit.giveTo(colleague.id);

        assertThatSoon(() -> visit.isReadyInsteadOf(first)).isEqualTo(true);
        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(0);
    }

    @Test
    void wipesTokensThoughZoomRefusesToRevokeAndHealsWhenTheDoctorReturns() {
        var connection = zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        String meetingId = visit.meetingId();
        Sandbox.fault(
                "POST /oauth/revoke", zoom.zoomUser, "status", Map.of("params", Map.of("status", 500, "body", "html")));

        ZoomClinic.ok(zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom")));

        assertThat(zoom.status()).isEqualTo("DISCONNECTED");
        assertThat(tokensOf(connection)).isZero();
        visit.becomes("WAITING_FOR_CONNECTION");
        assertThat(visit.problem()).isEqualTo("NO_CONNECTION");

        zoom.connect();

        visit.becomes("READY");
        assertThat(visit.meetingId()).isEqualTo(meetingId);
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).hasSize(1);
    }

    @Test
    void waitsAlsoWhenTheAppWasRemovedInZoomAndHealsWhenTheDoctorReturns() {
        var connection = zoom.connect();
        Sandbox.control(
                "PUT",
                "apps/" + zoom.clientId,
                Map.of("deauthorizationUrl", TestServer.baseUrl() + zoom.webhookPath(ZoomApp.Kind.GENERAL)));
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        Sandbox.control("POST", "apps/" + zoom.clientId + "/uninstall", Map.of("user", zoom.zoomUser));

        visit.becomes("WAITING_FOR_CONNECTION");
        assertThat(tokensOf(connection)).isZero();

        zoom.connect();

        visit.becomes("READY");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).hasSize(1);
    }

    @Test
    void removesUpcomingMeetingsFirstWhereTheDoctorAsksForIt() {
        zoom.connect();
        zoom.subscribe(); // so that Zoom tells of the deletion, which must not bring the meeting back
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        ZoomClinic.ok(zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom?removeMeetings=true")));

        visit.becomes("WAITING_FOR_CONNECTION");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).isEmpty();
        assertThat(visit.meetingId()).isEmpty();
    }

    @Test
    void endsAConnectionWhoseEndWasCutOffWhileItsMeetingsWereRemoved() {
        zoom.connect();
        Connection connection = zoom.connection().orElseThrow();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        TestServer.bean(Connections.class).noLongerHosts(connection); // and then the server dies

        zoom.inClinic(() -> TestServer.bean(Disconnecting.class).run(connection.id()));

        visit.becomes("WAITING_FOR_CONNECTION");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).isEmpty();
        assertThat(zoom.connection()).isEmpty();
    }

    @Test
    void leavesAConnectionThatWasMadeAnewAfterItsEndWasCutOff() {
        UUID connection = zoom.connect();
        TestServer.bean(Connections.class).noLongerHosts(zoom.connection().orElseThrow());
        zoom.connect();

        zoom.inClinic(() -> TestServer.bean(Disconnecting.class).run(connection));

        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    @Test
    void removesACancelledVisitsMeetingWhenItsHostReturns() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        ZoomClinic.ok(zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom")));
        visit.becomes("WAITING_FOR_CONNECTION");
        visit.cancel();
        visit.becomes("REMOVED");
        assertThat(Sandbox.liveMeetings(zoom.zoomUser)).hasSize(1);

        zoom.connect();

        assertThatSoon(() -> Sandbox.liveMeetings(zoom.zoomUser).size()).isEqualTo(0);
    }

    /** A visit that either of the two doctors may have. */
    private Visit bookForEither(int days) {
        return Visit.book(
                zoom, days, zoom.clinic.addService("VIDEO", zoom.doctorId, colleague.id), zoom.clinic.patientId);
    }

    private static long tokensOf(java.util.UUID connection) {
        return TestServer.bean(JdbcClient.class)
                .sql("""
                        select count(*) from zoom_connection
                        where id = ? and (access_token is not null or refresh_token is not null)""")
                .param(connection)
                .query(Long.class)
                .single();
    }
}
