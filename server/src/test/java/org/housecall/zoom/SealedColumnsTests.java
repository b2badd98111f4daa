package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.Reviewers;
import org.housecall.TestServer;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.housecall.platform.SecretBox;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What modules declare as sealed, held against the database: a column forgotten there would stay under the old key. */
class SealedColumnsTests {

    /** Hashes, and what is nobody's secret. */
    private static final Set<String> NOT_SEALED = Set.of(
            "api_token.token_hash",
            "audit_seal.hash",
            "encryption_key.proof", // each stays under the key that it proves
            "installation_code.code_hash",
            "invitation.token_hash",
            "known_network.network_hash",
            "mailed_link.token_hash",
            "own_icon.png", // for everybody to see
            "passkey.credential",
            "passkey.credential_id",
            "recovery_code.code_hash",
            "scan.file_content", // to be handed on to Zoom
            "scheduled_tasks.task_data",
            "single_sign_on_attempt.browser_hash",
            "single_sign_on_attempt.state_hash",
            "single_sign_on_link.subject_hash",
            "spring_session_attributes.attribute_bytes",
            "token_bucket.state",
            "used_challenge.challenge_hash",
            "visit_link.token_hash",
            "zoom_oauth_attempt.session_hash",
            "zoom_oauth_attempt.state_hash");

    private final List<SealedColumn> declared = TestServer.beans(SealedColumns.class).stream()
            .flatMap(module -> module.sealedColumns().stream())
            .toList();

    @Test
    void areAllColumnsOfBytesThatAreNotListedHere() {
        Set<String> known =
                declared.stream().map(SealedColumn::toString).collect(Collectors.toCollection(HashSet::new));
        known.addAll(NOT_SEALED);
        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("""
                        select table_name || '.' || column_name as name from information_schema.columns
                        where table_schema = 'public' and data_type = 'bytea'""")
                        .query((row, number) -> row.getString("name"))
                        .list())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void holdNothingButWhatOpensInItsDeclaredContext() throws SQLException {
        fillEachColumn();
        JdbcConnectionDetails details = TestServer.bean(JdbcConnectionDetails.class);
        try (Connection owner =
                DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword())) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            assertThat(declared)
                    .allSatisfy(column -> assertThat(open(jdbc, column)).isNotEmpty());
        }
    }

    private static List<String> open(JdbcClient jdbc, SealedColumn column) {
        SecretBox box = TestServer.bean(SecretBox.class);
        return jdbc.sql("select %1$s, %2$s from %3$s where %1$s is not null"
                        .formatted(column.column(), String.join(", ", column.columns()), column.table()))
                .query((row, number) ->
                        box.open(row.getBytes(column.column()), column.context().of(row)))
                .list();
    }

    private static void fillEachColumn() {
        ZoomClinic zoom = new ZoomClinic();
        zoom.connect();
        Reviewers.letIn(zoom.administrator, zoom.clinic.path("marketplace"));
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app"),
                Map.of("oauth", Map.of("clientId", zoom.clientId, "webhookSecret", "the next one"))));
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("zoom/app/pairs"),
                Map.of(
                        "production", Map.of("clientId", zoom.clientId),
                        "development", Map.of("clientId", "development-" + zoom.unique, "clientSecret", "another"),
                        "inUse", "PRODUCTION")));
        Visit visit = Visit.book(zoom, 1).becomes("READY");
        ZoomClinic.ok(zoom.administrator.get(visit.path + "/visit-link"));
        ZoomClinic.ok(zoom.doctor.post("/api/v1/account/second-factor", null));
        zoom.colleague().authorizeAs(zoom.zoomUser); // and has still to decide
        ZoomClinic.ok(zoom.administrator.send(
                "POST",
                zoom.clinic.path("patients"),
                Map.of("name", "Repeated", "phone", "+49 30 5550148"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("single-sign-on"),
                Map.of("issuer", "https://id.example.com", "clientId", "clinic", "clientSecret", "clinics secret")));
        beginSignOn(UUID.fromString(zoom.clinic.id));
        bookThroughServerToServerApp();
    }

    /** As one is kept between the way to a provider and the way back. */
    private static void beginSignOn(UUID clinicId) {
        SecretBox box = TestServer.bean(SecretBox.class);
        String context = "single-sign-on-attempt/" + clinicId;
        TestServer.bean(JdbcClient.class)
                .sql("""
                        insert into single_sign_on_attempt
                          (state_hash, browser_hash, clinic_id, issuer, code_verifier, nonce, invitation, return_to, expires_at)
                        values (?, ?, ?, 'https://id.example.com', ?, ?, ?, '/', now())""")
                .params(
                        box.seal("state", context),
                        new byte[] {1},
                        clinicId,
                        box.seal("verifier", context),
                        box.seal("nonce", context),
                        box.seal("invitation", context))
                .update();
    }

    private static void bookThroughServerToServerApp() {
        ZoomClinic zoom = new ZoomClinic();
        Map<String, Object> both = new HashMap<>();
        both.put(
                "serverToServer",
                Map.of(
                        "accountId", "clinicAccount000000001",
                        "clientId", "sandboxServerApp000001",
                        "clientSecret", "sandboxServerApp000001Secret"));
        ZoomClinic.ok(zoom.administrator.put(zoom.clinic.path("zoom/app"), both));
        ZoomClinic.ok(zoom.administrator.put(
                zoom.clinic.path("doctors/" + zoom.doctorId + "/zoom/user"),
                Map.of("zoomUser", "doctorFourUser00000001")));
        Visit.book(zoom, 1).becomes("READY");
    }
}
