package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.housecall.platform.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The command as a process of its own, on an embedded database that another process has running, and on one that nobody has. */
class VerifyAuditTests {

    private static final String ENTRY = "01a20fcc-f617-7c74-a8ea-e902e95feed5";
    private static final String HEAD = "00000000-0000-0000-0000-000000000000 1 "
            + "1d874508ab9b5a528771b144ed3842885846c153d6304e2ac436b964616a5083";

    private static final Path PROGRAMS = Path.of("target", "postgres");

    @TempDir
    Path directory;

    @Test
    void saysWhatIsBrokenBesideAServerAndWithoutOne() throws Exception {
        Path kept = directory.resolve("kept.txt");
        try (EmbeddedDatabase running = EmbeddedDatabase.startThrowaway(data(), PROGRAMS)) {
            Flyway.configure()
                    .dataSource(running.jdbcUrl(), running.username(), running.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            addSealedEntry(running);

            Files.writeString(kept, verify(0));
            assertThat(verify(0, kept))
                    .startsWith("The installation: unbroken. 1 entries are as they were sealed, 0 wait for their seal.")
                    .contains(System.lineSeparator() + HEAD);

            owner(running, "update audit_entry set actor = gen_random_uuid()");
            assertThat(verify(1)).contains("The installation: broken at place 1. Entry " + ENTRY + " or its seal");

            owner(running, "delete from audit_seal");
            owner(running, "delete from audit_entry");
        }
        copyPrograms();
        verify(0);
        assertThat(verify(1, kept))
                .contains("The installation: broken at place 1. The chain ends before the head that was kept.");
    }

    @Test
    void makesNoDatabaseWhereThereIsNone() {
        try (JavaProcess command = start()) {
            assertThat(command.awaitExit()).isOne();
            assertThat(command.errors()).startsWith("Housecall cannot start: there is no database in");
        }
        assertThat(data()).doesNotExist();
    }

    private String verify(int exitCode, Path... kept) {
        try (JavaProcess command = start(kept)) {
            assertThat(command.awaitExit())
                    .as(command.output() + command.errors())
                    .isEqualTo(exitCode);
            return command.output();
        }
    }

    private JavaProcess start(Path... kept) {
        String[] arguments = kept.length == 0
                ? new String[] {"audit", "verify"}
                : new String[] {"audit", "verify", kept[0].toString()};
        Map<String, String> settings = Map.of("HOUSECALL_DATA_DIR", data().toString());
        return JavaProcess.start(directory, HousecallServer.class, settings, arguments);
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** The seal is what SealTests has of the same entry. */
    private static void addSealedEntry(EmbeddedDatabase database) throws SQLException {
        owner(database, """
                insert into audit_entry (id, at, action, subject)
                values ('%s', '2026-11-24T23:24:32.189255Z', 'SIGNED_IN', '01a20fcc-d70f-74d1-9ed3-1c4200c0bd94')""".formatted(ENTRY));
        owner(database, """
                insert into audit_seal (number, entry_id, hash)
                values (1, '%s', decode('%s', 'hex'))""".formatted(ENTRY, HEAD.substring(HEAD.lastIndexOf(' ') + 1)));
    }

    private static void owner(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection owner =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            int changed = JdbcClient.create(new SingleConnectionDataSource(owner, true))
                    .sql(sql)
                    .update();
            assertThat(changed).isEqualTo(1);
        }
    }

    /** Spares the command the unpacking. */
    private void copyPrograms() throws IOException, InterruptedException {
        Process copy = new ProcessBuilder("cp", "-a", PROGRAMS.toString(), data().toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
    }
}
