package org.housecall.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.housecall.platform.StartupProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    private static final Path PROGRAMS = Path.of("target", "postgres");

    @TempDir
    Path dataDir;

    @Test
    void keepsDataBetweenStarts() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            execute(database, "create table visit as select 42 as id");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "select id from visit")).isEqualTo("42");
        }
    }

    @Test
    void refusesCommitsThatWouldNotLast() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            Superuser superuser = new Superuser(database.jdbcUrl("postgres"), database.password());
            try (Connection connection =
                            DriverManager.getConnection(superuser.url(), Superuser.NAME, superuser.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("alter system set fsync = off");
            }
        }
        assertThatThrownBy(this::start)
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("fsync = off")
                .hasMessageContaining("postgresql.auto.conf");
        assertThat(dataDir.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesDirectoryInUse() {
        try (EmbeddedDatabase database = start()) {
            assertThat(database.processId()).isPositive();
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(this::start)
                        .isInstanceOf(StartupProblem.class)
                        .hasMessageContaining("is in use by another Housecall (process %d)"
                                .formatted(ProcessHandle.current().pid()));
            }
        }
    }

    @Test
    void refusesDataOfAnotherPostgres() throws IOException {
        start().close();
        Path version = dataDir.resolve("postgres/cluster/PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("was written by PostgreSQL 17, but this Housecall brings PostgreSQL 18");

        Files.writeString(version, "18\n");
        start().close();
    }

    @Test
    void redoesCreationThatACrashCutShort() throws IOException {
        Path home = Files.createDirectories(dataDir.resolve("postgres"));
        Path half = Files.createDirectories(home.resolve("unfinished-cluster-1/base"));
        Files.writeString(home.resolve("password"), "of the first try");

        start().close();

        assertThat(half).doesNotExist();
    }

    @Test
    void startsOnProcessFileThatACrashLeft() throws IOException {
        start().close();
        recordPostmaster(Long.toString(Integer.MAX_VALUE - 1));
        start().close();
        Files.writeString(dataDir.resolve("postgres/cluster/postmaster.pid"), "");
        start().close();
    }

    @Test
    void sparesForeignProcessWithReusedNumber() throws IOException {
        Process foreign = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try {
            start().close();
            recordPostmaster(Long.toString(foreign.pid()));
            start().close();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void saysThatDataDirectoryIsNoDirectory() throws IOException {
        Path file = Files.writeString(dataDir.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("HOUSECALL_DATA_DIR");
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(dataDir, PROGRAMS, Durability.DURABLE);
    }

    private void recordPostmaster(String pid) throws IOException {
        Path cluster = dataDir.resolve("postgres/cluster");
        Files.writeString(
                cluster.resolve("postmaster.pid"), pid + "\n" + cluster + "\n1795494033\n45999\n\n127.0.0.1\n  1 1\n");
    }

    private static void execute(EmbeddedDatabase database, String command) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
