package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.housecall.platform.postgres.RunningDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The command as a process of its own: on the embedded database of a running server, and after that has ended. */
class VerifyAuditTests {

    @TempDir
    Path directory;

    @Test
    void saysWhatIsBrokenBesideAServerAndWithoutOne() throws Exception {
        copyPrograms();
        Path kept;
        try (JavaProcess server = JavaProcess.start(directory, HousecallServer.class, settings())) {
            JavaProcess.await(() -> sealed() == 1);
            kept = Files.writeString(directory.resolve("kept.txt"), verify(0));
            assertThat(verify(0, kept.toString()))
                    .startsWith("The installation: unbroken. 1 entries are as they were sealed, 0 wait for their seal.")
                    .containsPattern("\n00000000-0000-0000-0000-000000000000 1 [0-9a-f]{64}");

            UUID entry = onlyEntry();
            owner("update audit_entry set actor = gen_random_uuid()");
            assertThat(verify(1)).contains("The installation: broken at place 1. Entry " + entry + " or its seal");

            owner("delete from audit_seal");
            owner("delete from audit_entry");
            server.terminate();
        }
        verify(0);
        assertThat(verify(1, kept.toString()))
                .contains("The installation: broken at place 1. The chain ends before the head that was kept.");
    }

    @Test
    void makesNoDatabaseWhereThereIsNone() {
        try (JavaProcess command = JavaProcess.start(directory, HousecallServer.class, settings(), "audit", "verify")) {
            assertThat(command.awaitExit()).isOne();
            assertThat(command.errors()).startsWith("Housecall cannot start: there is no database in");
        }
        assertThat(directory.resolve("data")).doesNotExist();
    }

    /** Spares the server the unpacking. */
    private void copyPrograms() throws IOException, InterruptedException {
        TestDatabase.username();
        Path data = Files.createDirectories(directory.resolve("data"));
        Process copy = new ProcessBuilder(
                        "cp", "-a", Path.of("target", "postgres").toString(), data.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
    }

    private String verify(int exitCode, String... kept) {
        String[] arguments =
                kept.length == 0 ? new String[] {"audit", "verify"} : new String[] {"audit", "verify", kept[0]};
        try (JavaProcess command = JavaProcess.start(directory, HousecallServer.class, settings(), arguments)) {
            assertThat(command.awaitExit())
                    .as(command.output() + command.errors())
                    .isEqualTo(exitCode);
            return command.output();
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "SERVER_PORT",
                "0",
                "HOUSECALL_BASE_URL",
                "http://localhost:8080",
                "HOUSECALL_DATA_DIR",
                directory.resolve("data").toString(),
                "HOUSECALL_ADMIN_EMAIL",
                TestServer.ADMIN_EMAIL,
                "HOUSECALL_ADMIN_PASSWORD",
                TestServer.ADMIN_PASSWORD,
                "HOUSECALL_JOBS_POLLING",
                "200ms");
    }

    private long sealed() {
        try {
            return asOwner(jdbc -> jdbc.sql("select count(*) from audit_seal")
                    .query(Long.class)
                    .single());
        } catch (RuntimeException | IOException | SQLException e) {
            return -1; // the server has not come that far
        }
    }

    private UUID onlyEntry() throws IOException, SQLException {
        return asOwner(jdbc -> jdbc.sql("select id from audit_entry")
                .query((row, number) -> row.getObject("id", UUID.class))
                .single());
    }

    private void owner(String sql) throws IOException, SQLException {
        Integer changed = asOwner(jdbc -> jdbc.sql(sql).update());
        assertThat(changed).isEqualTo(1);
    }

    private <T> T asOwner(Function<JdbcClient, T> work) throws IOException, SQLException {
        Map<String, Object> database =
                RunningDatabase.settings(directory.resolve("data")).orElseThrow();
        try (Connection owner = DriverManager.getConnection(
                String.valueOf(database.get("spring.datasource.url")),
                String.valueOf(database.get("spring.datasource.username")),
                String.valueOf(database.get("spring.datasource.password")))) {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(owner, true)));
        }
    }
}
