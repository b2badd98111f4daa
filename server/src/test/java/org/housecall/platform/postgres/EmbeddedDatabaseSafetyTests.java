package org.housecall.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the embedded database keeps safe, and from whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseSafetyTests {

    private final Path dataDir;
    private final EmbeddedDatabase database;

    EmbeddedDatabaseSafetyTests(@TempDir Path dataDir) {
        this.dataDir = dataDir;
        this.database = EmbeddedDatabase.start(dataDir);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "synchronous_commit,on",
        "full_page_writes,on",
        "max_connections,60",
        "listen_addresses,127.0.0.1",
        "unix_socket_directories,''",
        "password_encryption,scram-sha-256",
        "server_encoding,UTF8",
        "log_min_error_statement,panic"
    })
    void runsWith(String setting, String value) throws SQLException {
        try (Connection connection = superuser();
                PreparedStatement statement =
                        connection.prepareStatement("select setting from pg_settings where name = ?")) {
            statement.setString(1, setting);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                assertThat(result.getString(1)).isEqualTo(value);
            }
        }
    }

    /** Asked of the file, because the driver asks the server for the zone of its JVM. */
    @Test
    void keepsTimeInUtc() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select setting from pg_file_settings where name = 'timezone' and applied")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("UTC");
        }
    }

    @Test
    void sortsTheSameOnEveryMachine() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select datlocprovider, datlocale from pg_database where datname = 'housecall'")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("b");
            assertThat(result.getString(2)).isEqualTo("C.UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EmbeddedDatabase.NAME, Superuser.NAME})
    void opensWithItsPasswordOnly(String user) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void hidesAllItsFilesFromOthers() throws IOException {
        try (Stream<Path> files = Files.walk(dataDir.resolve("postgres"))) {
            assertThat(files.filter(path -> !Files.isSymbolicLink(path))
                            .filter(EmbeddedDatabaseSafetyTests::opensToOthers))
                    .isEmpty();
        }
        assertThat(dataDir.resolve("postgres/password")).exists();
    }

    private static boolean opensToOthers(Path path) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                    .endsWith("------");
        } catch (IOException e) {
            // PostgreSQL removes files of its own while we look.
            return Files.exists(path);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), Superuser.NAME, database.password());
    }
}
