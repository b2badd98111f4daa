package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The day before, whoever cannot host tomorrow's visits is found, and told. */
class HostCheckUpTests {

    private static final String NOT_READY = "Your video visits of tomorrow";

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void findsNothingWhereTheConnectionWorks() {
        zoom.connect();
        Visit.book(zoom, 1).becomes("READY");

        check();

        assertThat(tomorrow()).isEmpty();
        assertThat(zoom.mails(zoom.email, NOT_READY)).isEmpty();
        assertThat(due()).isZero();
    }

    @Test
    void asksZoomAndNoticesAnAuthorizationThatEndedInSilence() {
        zoom.connect();
        Visit.book(zoom, 1).becomes("READY");
        Sandbox.control("POST", "tokens/revoke", Map.of("clientId", zoom.clientId, "user", zoom.zoomUser));

        check();

        assertThat(codes()).containsExactly("NEEDS_RECONNECT");
        assertThat(zoom.status()).isEqualTo("NEEDS_RECONNECT");
        assertThat(zoom.mails(zoom.email, "Please connect Zoom again")).hasSize(1);
        assertThat(zoom.mails(zoom.email, NOT_READY)).isEmpty(); // one mail is enough
        zoom.connect();
        assertThat(tomorrow()).isEmpty();
    }

    @Test
    void tellsWhoNeverConnectedOnceAndTheFrontDeskAllTheTime() {
        Visit.book(zoom, 1).becomes("WAITING_FOR_CONNECTION");
        assertThat(codes()).containsExactly("NO_CONNECTION");

        check();
        check();

        assertThat(tomorrow().get(0).path("visits").asInt()).isEqualTo(1);
        assertThat(zoom.mails(zoom.email, NOT_READY)).hasSize(1);
        assertThat(zoom.mails(zoom.email, NOT_READY).getFirst())
                .contains("a video visit tomorrow", "http://localhost:8080" + zoom.settings() + "\n");
    }

    @Test
    void noticesAUserWhomZoomHasMadeInactive() {
        zoom.connect();
        Visit.book(zoom, 1).becomes("READY");
        Sandbox.fault(
                "GET /v2/users/me",
                zoom.zoomUser,
                "rewrite",
                Map.of("params", Map.of("set", Map.of("status", "inactive"))));

        check();

        assertThat(codes()).containsExactly("HOST_UNUSABLE");
        check();
        assertThat(tomorrow()).isEmpty();
    }

    @Test
    void takesSilenceForNoAnswer() {
        zoom.connect();
        Visit.book(zoom, 1).becomes("READY");
        Sandbox.fault("GET /v2/users/me", zoom.zoomUser, "status", Map.of("params", Map.of("status", 503)));

        check();

        assertThat(tomorrow()).isEmpty();
        assertThat(due()).isEqualTo(1); // asked again
    }

    @Test
    void asksNothingWithoutVisitsTomorrow() {
        zoom.connect();
        Visit.book(zoom, 2).becomes("READY");

        assertThat(due()).isZero();
    }

    @Test
    void showsADoctorNobodyElses() {
        Visit.book(zoom, 1);
        ZoomClinic.Colleague colleague = zoom.colleague();

        assertThat(colleague.api.get(zoom.clinic.path("zoom/tomorrow")).json().path("items"))
                .isEmpty();
        assertThat(zoom.doctor.get(zoom.clinic.path("zoom/tomorrow")).json().path("items"))
                .hasSize(1);
    }

    private void check() {
        zoom.inClinic(() -> TestServer.bean(HostCheckUp.class).run(UUID.fromString(zoom.doctorId)));
    }

    /** How many looks the next round enqueues in this clinic. */
    private long due() {
        JdbcClient jdbc = TestServer.bean(JdbcClient.class);
        String mine = zoom.clinic.id + "/%";
        jdbc.sql("delete from scheduled_tasks where task_name = 'check-host' and task_instance like ?")
                .param(mine)
                .update();
        zoom.inClinic(() -> {
            TestServer.bean(HostCheckUp.class).enqueueDue();
            return mine;
        });
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'check-host' and task_instance like ?")
                .param(mine)
                .query(Long.class)
                .single();
    }

    private JsonNode tomorrow() {
        return zoom.administrator.get(zoom.clinic.path("zoom/tomorrow")).json().path("items");
    }

    private List<String> codes() {
        return tomorrow()
                .valueStream()
                .map(item -> item.path("problem").path("code").asString())
                .toList();
    }
}
