package org.housecall.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.housecall.JavaProcess;
import org.housecall.TestDatabase;
import org.housecall.platform.StartupProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that fails prints one line and ends with 1. */
class FailedStartTests {

    @TempDir
    Path logs;

    @Test
    void namesTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("0.0.0.0"))) {
            assertThat(failure(Map.of("SERVER_PORT", Integer.toString(taken.getLocalPort()))))
                    .isEqualTo("Housecall cannot start: port %d is already in use. Choose another with SERVER_PORT."
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void namesDatabaseThatDoesNotAnswer() {
        assertThat(failure(Map.of(
                        "SERVER_PORT", "0",
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/clinic")))
                .startsWith("Housecall cannot start: the database does not answer (Connection to 127.0.0.1:1 refused.")
                .endsWith("Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void namesDatabaseThatRefusesThePassword() {
        assertThat(failure(Map.of(
                        "SERVER_PORT",
                        "0",
                        "SPRING_DATASOURCE_URL",
                        TestDatabase.freshUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        TestDatabase.username(),
                        "SPRING_DATASOURCE_PASSWORD",
                        "wrong")))
                .startsWith("Housecall cannot start: the database refuses us (password authentication failed for user"
                        + " \"housecall\").");
    }

    @Test
    void namesProblemFoundByAModule() {
        assertThat(failure(Map.of("SERVER_PORT", "0", "PROBLEM", "the encryption key is not the one of this data")))
                .isEqualTo("Housecall cannot start: the encryption key is not the one of this data. Put it right.");
    }

    @Test
    void makesOneLineOfAnAnalysisInParagraphs() {
        assertThat(OneLineReporter.line(
                        new FailureAnalysis("Two\n\n  lines.\n", "Act\nnow.", new StartupProblem("", ""))))
                .isEqualTo("Housecall cannot start: Two lines. Act now.");
    }

    private String failure(Map<String, String> environment) {
        try (JavaProcess server = JavaProcess.start(logs, FailingProgram.class, environment)) {
            assertThat(server.awaitExit()).isOne();
            assertThat(server.output())
                    .doesNotContain("\tat ")
                    .doesNotContain("WARN")
                    .doesNotContain("ERROR");
            assertThat(server.errors()).hasLineCount(1);
            return server.errors().strip();
        }
    }
}
