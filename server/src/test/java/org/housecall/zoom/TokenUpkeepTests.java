package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens are renewed before anybody waits for them. */
class TokenUpkeepTests {

    private final ZoomClinic zoom = new ZoomClinic();
    private final UUID connection = zoom.connect();
    private final TokenUpkeep upkeep = TestServer.bean(TokenUpkeep.class);

    @Test
    void renewsWhatRunsOutWhileAVisitBegins() {
        Visit.book(zoom, 1).becomes("READY");
        letTokenLast("10 minutes");
        upkeep.run();
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isZero(); // nobody needs it before tomorrow

        inTwentyMinutes();
        upkeep.run();

        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatOutlastsTheVisitsBeginning() {
        inTwentyMinutes();

        upkeep.run();

        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isZero();
    }

    @Test
    void touchesAnIdleConnectionWithinAWeek() {
        letIdleFor("5 days");
        upkeep.run();
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isZero();

        letIdleFor("7 days");
        upkeep.run();
        upkeep.run();

        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(1);
    }

    private void inTwentyMinutes() {
        ZoomClinic.ok(zoom.administrator.post(
                zoom.clinic.path("appointments"),
                Map.of(
                        "doctorId",
                        zoom.doctorId,
                        "serviceId",
                        zoom.clinic.addService("VIDEO", zoom.doctorId),
                        "patientId",
                        zoom.clinic.patientId,
                        "start",
                        Instant.now()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plusSeconds(1200)
                                .toString(),
                        "override",
                        Map.of("reason", "between the half hours"))));
    }

    private void letTokenLast(String time) {
        set("access_expires_at = now() + cast(? as interval)", time);
    }

    private void letIdleFor(String time) {
        set("access_expires_at = now() - interval '1 day', refreshed_at = now() - cast(? as interval)", time);
    }

    private void set(String what, String time) {
        TestServer.bean(JdbcClient.class)
                .sql("update zoom_connection set " + what + " where id = ?")
                .params(time, connection)
                .update();
    }
}
