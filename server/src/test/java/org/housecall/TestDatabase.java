package org.housecall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.housecall.platform.postgres.EmbeddedDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/**
 * Real databases for tests: one PostgreSQL per test JVM, started when first asked for, and in it an empty database for whoever asks. Roles belong
 * to the whole server, so a migration that creates one meets it again in the next database.
 */
public final class TestDatabase {

    /** Shared by all test runs of this checkout, which saves unpacking. */
    private static final Path PROGRAMS = Path.of("target", "postgres");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** The URL of a new, empty database. */
    public static String freshUrl() {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            Server.DATABASE.createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.DATABASE.jdbcUrl(name);
    }

    public static String username() {
        return Server.DATABASE.username();
    }

    public static String password() {
        return Server.DATABASE.password();
    }

    /** A new, empty database as the settings that a server takes it from. */
    public static Map<String, String> freshSettings() {
        return Map.of(
                "spring.datasource.url", freshUrl(),
                "spring.datasource.username", username(),
                "spring.datasource.password", password());
    }

    /** Gives a new, empty database to a test of Spring, from its {@code @DynamicPropertySource} method. */
    public static void register(DynamicPropertyRegistry registry) {
        freshSettings().forEach((name, value) -> registry.add(name, () -> value));
    }

    private static final class Server {

        static final EmbeddedDatabase DATABASE = start();

        private static EmbeddedDatabase start() {
            try {
                Path dataDir = Files.createTempDirectory("housecall-test-database-");
                EmbeddedDatabase database = EmbeddedDatabase.startThrowaway(dataDir, PROGRAMS);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, dataDir)));
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Spring closes its contexts in a hook of its own at the same time, and they need the database to the end. */
        private static void stop(EmbeddedDatabase database, Path dataDir) {
            try {
                Instant deadline = Instant.now().plus(PATIENCE);
                while (database.clients() > 0 && Instant.now().isBefore(deadline)) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                database.close();
                FileSystemUtils.deleteRecursively(dataDir);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
