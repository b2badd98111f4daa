package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;
import tools.jackson.databind.JsonNode;

/** A change of the encryption key from beginning to end, with real processes, one of them killed in the middle. */
class KeyRotationTests {

    private static final int MANY = 30_000;

    @TempDir
    Path directory;

    private final ZoomSandbox zoom = ZoomSandbox.start(Options.forTests());

    @AfterEach
    void stopZoom() {
        zoom.close();
    }

    @Test
    void bringsEverythingUnderTheNewKeyAndDropsTheOldOne() throws Exception {
        ServerProcess server = new ServerProcess(directory, zoom);
        Path file = directory.resolve("data/encryption-key.json");
        Sealed sealed;
        String before;
        try (JavaProcess running = server.start()) {
            Api administrator = server.signInOnceReady();
            sealed = new Sealed(administrator);
            before = Files.readString(file);
            addManyVisitLinks(server, sealed.clinic.id, before);
            String old = primary(before);

            assertThat(keys(server, 1, "prune")).isEqualTo("There are no old keys.");
            assertThat(keys(server, 0, "rotate")).contains("is the primary one. Start every server again");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(keys(server, 1, "prune")).startsWith("Key " + old + " is still needed: 30,0");

            // The running server works on with the key it was started with.
            assertThat(key(administrator, old).path("role").asString()).isEqualTo("PRIMARY");
            assertThat(key(administrator, old).path("servers").asInt()).isEqualTo(1);
            running.kill();
        }

        try (JavaProcess running = server.start()) {
            JavaProcess.await(() -> leftOf(server, before) < MANY);
            running.kill();
        }
        assertThat(leftOf(server, before)).isPositive();

        try (JavaProcess running = server.start()) {
            Api administrator = server.signInOnceReady();
            JavaProcess.await(() -> left(administrator) == 0);
            assertThat(leftOf(server, before)).isZero();
            sealed.assertOpensWith(administrator);
            assertThat(key(administrator, primary(before)).path("dispensable").asBoolean())
                    .isTrue();
            assertThat(keys(server, 0, "status")).contains("Nothing needs the old keys any more");

            assertThat(keys(server, 0, "prune")).startsWith("Key " + primary(before) + " was dropped.");

            assertThat(keyset(Files.readString(file)).size()).isEqualTo(1);
            running.kill();
        }

        try (JavaProcess _ = server.start()) {
            Api administrator = server.signInOnceReady();
            sealed.assertOpensWith(administrator);
            sealed.assertSecondFactorOpensWith(administrator);
            assertThat(administrator.get("/api/v1/installation/keys").json().path("keys"))
                    .hasSize(1);
            assertThat(actions(administrator)).contains("ENCRYPTION_KEY_PROMOTED", "ENCRYPTION_KEY_DROPPED");
        }
    }

    @Test
    void writesTheKeysetToTheOutputOnRequestOnlyWhereItIsConfigured() throws Exception {
        ServerProcess server = new ServerProcess(directory, zoom);
        try (JavaProcess running = server.start()) {
            server.signInOnceReady();
            running.kill();
        }
        Path file = directory.resolve("data/encryption-key.json");
        String before = Files.readString(file);
        Files.delete(file);
        server.settings.put("HOUSECALL_ENCRYPTION_KEY", before);

        assertThat(keys(server, 1, "rotate")).contains("With --print it writes the changed keyset, which is a secret");
        try (JavaProcess command = server.start("keys", "rotate", "--print")) {
            assertThat(command.awaitExit()).isZero();
            KeysetHandle printed = keyset(command.output());
            assertThat(printed.size()).isEqualTo(2);
            assertThat(printed.getPrimary().getId())
                    .isNotEqualTo(keyset(before).getPrimary().getId());
            assertThat(command.errors()).doesNotContain("keyData");
            server.settings.put("HOUSECALL_ENCRYPTION_KEY", command.output());
        }
        assertThat(file).doesNotExist();
        try (JavaProcess _ = server.start()) {
            Api administrator = server.signInOnceReady();
            JsonNode keys = administrator.get("/api/v1/installation/keys").json();
            assertThat(keys.path("place").asString()).isEqualTo("CONFIGURATION");
            assertThat(keys.path("besideDatabase").asBoolean()).isFalse();
            assertThat(keys.path("keys")).hasSize(2);
        }
    }

    @Test
    void promotesWithSeveralServersOnlyWhatAllOfThemKnow() throws Exception {
        ServerProcess one = new ServerProcess(directory, zoom);
        ServerProcess other = new ServerProcess(directory, zoom);
        List.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD")
                .forEach(name -> other.settings.put(name, one.settings.getOrDefault(name, "")));
        try (JavaProcess first = one.start()) {
            one.signInOnceReady();
            try (JavaProcess second = other.start()) {
                Api administrator = other.signInOnceReady();
                JavaProcess.await(() -> servers(administrator) == 2);

                assertThat(keys(one, 1, "rotate")).startsWith("2 servers are running.");
                assertThat(keys(one, 0, "add")).contains("was added and waits");
                assertThat(keys(one, 1, "add")).contains("waits already");
                assertThat(keys(one, 1, "promote")).startsWith("2 running servers do not know key");
                second.kill();
            }
            first.kill();
        }
        try (JavaProcess _ = one.start();
                JavaProcess _ = other.start()) {
            one.signInOnceReady();
            Api administrator = other.signInOnceReady();
            JavaProcess.await(() -> servers(administrator) == 2);
            assertThat(keys(one, 0, "promote")).contains("is the primary one");
        }
    }

    private static int servers(Api administrator) {
        return administrator
                .get("/api/v1/installation/keys")
                .json()
                .path("keys")
                .path(0)
                .path("servers")
                .asInt();
    }

    /** What the command says. */
    private static String keys(ServerProcess server, int exitCode, String verb) {
        try (JavaProcess command = server.start("keys", verb)) {
            assertThat(command.awaitExit())
                    .as(command.output() + command.errors())
                    .isEqualTo(exitCode);
            return (command.output() + command.errors()).strip();
        }
    }

    private static long left(Api administrator) {
        return administrator
                .get("/api/v1/installation/keys")
                .json()
                .path("left")
                .asLong();
    }

    private static JsonNode key(Api administrator, String id) {
        return administrator
                .get("/api/v1/installation/keys")
                .json()
                .path("keys")
                .valueStream()
                .filter(key -> key.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> actions(Api administrator) {
        return administrator
                .get("/api/v1/audit")
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }

    private static void addManyVisitLinks(ServerProcess server, String clinic, String keyset)
            throws GeneralSecurityException, SQLException {
        Aead aead = keyset(keyset).getPrimitive(AeadConfig2026.get(), Aead.class);
        try (Connection owner = owner(server);
                PreparedStatement insert = owner.prepareStatement("""
                        insert into visit_link (token_hash, token, clinic_id, appointment_id, created_at)
                        values (sha256(?), ?, ?, ?, now())""")) {
            owner.setAutoCommit(false);
            for (int i = 0; i < MANY; i++) {
                UUID appointment = UUID.randomUUID();
                byte[] token = appointment.toString().getBytes(StandardCharsets.UTF_8);
                insert.setBytes(1, token);
                insert.setBytes(2, aead.encrypt(token, ("visit-link/" + appointment).getBytes(StandardCharsets.UTF_8)));
                insert.setObject(3, UUID.fromString(clinic));
                insert.setObject(4, appointment);
                insert.addBatch();
            }
            insert.executeBatch();
            owner.commit();
        }
    }

    /** How many visit links are still under the keyset's primary key. */
    private static long leftOf(ServerProcess server, String keyset) {
        try (Connection owner = owner(server)) {
            return JdbcClient.create(new SingleConnectionDataSource(owner, true))
                    .sql("select count(*) from visit_link where encode(substring(token from 2 for 4), 'hex') = ?")
                    .param(primary(keyset))
                    .query(Long.class)
                    .single();
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection owner(ServerProcess server) throws SQLException {
        return DriverManager.getConnection(
                server.settings.get("SPRING_DATASOURCE_URL"),
                server.settings.get("SPRING_DATASOURCE_USERNAME"),
                server.settings.get("SPRING_DATASOURCE_PASSWORD"));
    }

    private static String primary(String keyset) throws GeneralSecurityException {
        return "%08x".formatted(keyset(keyset).getPrimary().getId());
    }

    private static KeysetHandle keyset(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    /** One of each kind that is sealed and shown again, as it was shown first. */
    private static final class Sealed {

        private final SampleClinic clinic;
        private final String meeting;
        private final String joinUrl;
        private final String visitLink;
        private final String secondFactor;
        private final Map<String, String> repeated =
                new HashMap<>(Map.of("name", "Repeated", "phone", "+49 30 5550149"));
        private final String answer;
        private final JsonNode mails;

        Sealed(Api administrator) {
            clinic = new SampleClinic(administrator);
            hostAtZoom();
            String appointment = clinic.path(
                    "appointments/" + clinic.book(clinic.start(1, 0)).id());
            meeting = appointment + "/meeting";
            JavaProcess.await(() -> administrator.get(meeting).text("status").equals("READY"));
            joinUrl = administrator.get(meeting).text("joinUrl");
            visitLink = administrator.get(appointment + "/visit-link").text("url");
            secondFactor =
                    administrator.post("/api/v1/account/second-factor", null).text("secret");
            answer = repeat(administrator);
            mails = administrator.get("/api/v1/mails").json();
            assertThat(List.of(joinUrl, visitLink, secondFactor, answer)).doesNotContain("");
            assertThat(mails.path("items")).isNotEmpty();
        }

        private void hostAtZoom() {
            assertThat(clinic.administrator
                            .put(
                                    clinic.path("zoom/app"),
                                    Map.of(
                                            "serverToServer",
                                            Map.of(
                                                    "accountId", "clinicAccount000000001",
                                                    "clientId", "sandboxServerApp000001",
                                                    "clientSecret", "sandboxServerApp000001Secret")))
                            .status())
                    .isEqualTo(200);
            assertThat(clinic.administrator
                            .put(
                                    clinic.path("doctors/" + clinic.doctorId + "/zoom/user"),
                                    Map.of("zoomUser", "doctorFourUser00000001"))
                            .status())
                    .isEqualTo(200);
        }

        private String repeat(Api administrator) {
            return administrator
                    .send("POST", clinic.path("patients"), repeated, Map.of("Idempotency-Key", "rotation"))
                    .id();
        }

        void assertOpensWith(Api administrator) {
            assertThat(administrator.get(meeting).text("joinUrl")).isEqualTo(joinUrl);
            assertThat(administrator
                            .get(meeting.replace("/meeting", "/visit-link"))
                            .text("url"))
                    .isEqualTo(visitLink);
            assertThat(repeat(administrator)).isEqualTo(answer);
            assertThat(administrator.get("/api/v1/mails").json().path("items").size())
                    .isGreaterThanOrEqualTo(mails.path("items").size());
            // With the app's secret and token.
            assertThat(administrator.post(meeting + "/start", null).text("startUrl"))
                    .contains("zak=");
        }

        void assertSecondFactorOpensWith(Api administrator) throws GeneralSecurityException {
            TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
            String code = codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secondFactor), codes.getAlgorithm()), Instant.now());
            assertThat(administrator
                            .post("/api/v1/account/second-factor/confirmation", Map.of("code", code))
                            .status())
                    .isEqualTo(200);
        }
    }
}
