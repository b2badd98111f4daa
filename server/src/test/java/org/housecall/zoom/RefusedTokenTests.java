package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.housecall.TestServer;
import org.housecall.jobs.RecurringJob;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A refused token says something about a connection only while there is no newer one; and nothing waits for ever. */
class RefusedTokenTests {

    private static final String CREATE = "POST /v2/users/*/meetings";

    private final ZoomClinic zoom = new ZoomClinic();

    @Test
    void doesNotWaitForAReconnectAfterANewerTokenHasCome() {
        UUID connection = zoom.connect();
        Sandbox.fault(
                CREATE, zoom.zoomUser, "latency", Map.of("times", 2, "params", Map.of("ms", 2_000, "when", "before")));
        Sandbox.fault(CREATE, zoom.zoomUser, "invalid-access-token", Map.of("times", 2));
        Visit visit = Visit.book(zoom, 1);
        assertThatSoon(() -> Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(1L);
        zoom.letTokenExpire(connection);
        TestServer.bean(ConnectionTokens.class).accessToken(connection);

        visit.becomes("READY");
        assertThat(zoom.status()).isEqualTo("CONNECTED");
        assertThat(Sandbox.refreshes(zoom.zoomEmail)).isEqualTo(2);
    }

    @Test
    void doesNotTakeAConnectionThatWasMadeAnewForTheFormer() {
        zoom.connect();
        Connection former = zoom.connection().orElseThrow();
        ZoomClinic.ok(zoom.doctor.delete(zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom")));
        zoom.connect();

        assertThat(TestServer.bean(Connections.class).refusedByZoom(former)).isFalse();
        assertThat(zoom.status()).isEqualTo("CONNECTED");
    }

    @Test
    void asksAgainWithAnAccountsToken() {
        String account = zoom.addServerToServerApp();
        String user = "mapped-" + zoom.unique + "@example.com";
        String id = Sandbox.control("PUT", "users/" + user, Map.of("accountId", account, "type", 2))
                .path("id")
                .asString();
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom/user"), Map.of("zoomUser", id)));
        zoom.awaitTrials();
        Sandbox.fault(CREATE, id, "invalid-access-token", Map.of("times", 2));

        Visit visit = Visit.book(zoom, 1);

        assertThatSoon(visit::problem).isEqualTo("APP_REFUSED");
        visit.retry();
        visit.becomes("READY");
    }

    @Test
    void takesUpAVisitThatWaitsThoughItHasAHost() {
        zoom.connect();
        Visit visit = Visit.book(zoom, 1).becomes("READY");

        letWait(visit, Duration.ofMinutes(5));
        sweep();
        assertThat(visit.status()).isEqualTo("WAITING_FOR_CONNECTION");

        letWait(visit, Duration.ofMinutes(11));
        sweep();
        visit.becomes("READY");
    }

    @Test
    void letsAVisitWaitThatHasNoHost() {
        zoom.awaitLookAgain();
        Visit visit = Visit.book(zoom, 1).becomes("WAITING_FOR_CONNECTION");
        int calls = Sandbox.calls("POST /v2/users/{userId}/meetings", zoom.zoomEmail)
                .size();

        letWait(visit, Duration.ofMinutes(11));
        sweep();

        assertThat(inClinic("select wanted_revision from meeting where appointment_id = ?", visit))
                .isEqualTo(1);
        assertThat(Sandbox.calls("POST /v2/users/{userId}/meetings", zoom.zoomEmail))
                .hasSize(calls);
    }

    /** As if whoever should have woken it had got lost, that long ago. */
    private void letWait(Visit visit, Duration ago) {
        zoom.inClinic(() -> TestServer.bean(TransactionTemplate.class)
                .execute(_ -> TestServer.bean(JdbcClient.class)
                        .sql("""
                                update meeting set status = 'WAITING_FOR_CONNECTION', problem = 'NEEDS_RECONNECT', updated_at = ?
                                where appointment_id = ?""")
                        .params(OffsetDateTime.now(ZoneOffset.UTC).minus(ago), visit.id())
                        .update()));
    }

    private Integer inClinic(String query, Visit visit) {
        return zoom.inClinic(() -> TestServer.bean(TransactionTemplate.class)
                .execute(_ -> TestServer.bean(JdbcClient.class)
                        .sql(query)
                        .param(visit.id())
                        .query(Integer.class)
                        .single()));
    }

    private static void sweep() {
        TestServer.beans(RecurringJob.class).stream()
                .filter(job -> job.kind().equals("sweep-meetings"))
                .forEach(RecurringJob::run);
    }
}
