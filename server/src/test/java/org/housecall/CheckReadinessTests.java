package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.housecall.platform.Keyset;
import org.housecall.platform.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code readiness} as a process of its own, beside a running database. */
class CheckReadinessTests {

    private static final Path PROGRAMS = Path.of("target", "postgres");

    @TempDir
    Path directory;

    @Test
    void printsEachCheckAndSaysByItsExitCodeHowItStands() throws Exception {
        try (EmbeddedDatabase running = EmbeddedDatabase.startThrowaway(data(), PROGRAMS)) {
            Flyway.configure()
                    .dataSource(running.jdbcUrl(), running.username(), running.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();

            String text = run(2, "readiness");
            assertThat(text)
                    .contains("Red    Public address (base-url): http://localhost:8080 is not a public https address.")
                    .contains("       Give the server a name that the internet knows")
                    .contains("Amber  Scopes (scopes): ");

            JsonNode report = JsonMapper.shared().readTree(run(2, "readiness", "--json"));
            assertThat(report.path("checkedAt").asString()).endsWith("Z");
            assertThat(report.path("items").path(0).path("id").asString()).isEqualTo("base-url");
            assertThat(report.path("items").path(0).path("state").asString()).isEqualTo("RED");

            run(3, "readiness", "--clinic", "nobody");
            run(3, "readiness", "harbour");
        }
    }

    private String run(int exitCode, String... arguments) {
        Map<String, String> settings = Map.of(
                "HOUSECALL_DATA_DIR",
                data().toString(),
                "HOUSECALL_ENCRYPTION_KEY",
                TestServer.bean(Keyset.class).json());
        try (JavaProcess command = JavaProcess.start(directory, HousecallServer.class, settings, arguments)) {
            assertThat(command.awaitExit())
                    .as(command.output() + command.errors())
                    .isEqualTo(exitCode);
            return command.output();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }
}
