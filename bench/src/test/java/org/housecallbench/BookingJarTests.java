package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged bench against the packaged server. */
class BookingJarTests {

    private static final Path BENCH = Path.of("target/housecall-bench.jar");
    private static final Path SERVER = Path.of("../server/target/housecall-server.jar");

    /** Far more than a run of this size takes; it bounds the test where something hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private @Nullable Process started;

    @AfterEach
    void stopWhatStillRuns() throws InterruptedException {
        if (started != null) {
            started.destroy();
            started.waitFor();
        }
    }

    @Test
    void countsEveryBookingAndEveryMeeting() throws Exception {
        Path result = directory.resolve("result.json");
        Process bench = start(
                "--server-options", "-XX:TieredStopAtLevel=1", // starts in half the time
                "--warm-up", "5",
                "--rate", "20",
                "--seconds", "1",
                "--flat-out", "40",
                "--clients", "8",
                "--rounds", "1",
                "--zoom-latency", "300",
                "--result", result.toString());

        assertThat(bench.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(output())
                .isTrue();
        assertThat(bench.exitValue()).as(output()).isZero();

        JsonNode written = JsonMapper.shared().readTree(Files.readString(result));
        JsonNode check = written.path("check");
        assertThat(check.path("booked").asInt()).isEqualTo(5 + 2 * 59);
        assertThat(check.path("appointments")).isEqualTo(check.path("booked"));
        assertThat(check.path("ready")).isEqualTo(check.path("booked"));
        assertThat(check.path("meetings")).isEqualTo(check.path("booked"));
        assertThat(written.path("rounds")
                        .valueStream()
                        .map(round -> round.path("zoomMillis").asInt()))
                .containsExactly(0, 300);
        for (JsonNode round : written.path("rounds")) {
            assertThat(round.path("steady").path("bookings").asInt()
                            + round.path("flatOut").path("bookings").asInt())
                    .isEqualTo(59);
            assertThat(round.path("steady").path("taken").asInt()
                            + round.path("flatOut").path("taken").asInt())
                    .isEqualTo(1);
            assertThat(round.path("notReady").asInt()).isZero();
            assertThat(round.path("readySeconds").isNumber()).isTrue();
            assertMeasured(round.path("steady"));
            assertMeasured(round.path("flatOut"));
        }
        assertThat(written.path("p99Ratio").asDouble()).isPositive();
        assertThat(written.propertyNames())
                .contains("date", "commit", "command", "machine", "doctors", "clients", "together");
        assertThat(output()).contains("p99 of steady bookings", "123 booked; the server lists 123");
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    private static void assertMeasured(JsonNode figures) {
        assertThat(figures.path("errors")).isEmpty();
        assertThat(figures.path("perSecond").asDouble()).isPositive();
        assertThat(figures.path("p50Millis").asDouble()).isPositive();
        assertThat(figures.path("p99Millis").asDouble())
                .isGreaterThanOrEqualTo(figures.path("p50Millis").asDouble());
        assertThat(figures.path("maxMillis").asDouble())
                .isGreaterThanOrEqualTo(figures.path("p99Millis").asDouble());
        assertThat(figures.path("cpuMillisPerBooking").path("server").asDouble())
                .isPositive();
    }

    @Test
    void leavesNothingRunningAndNothingBehindWhenStopped() throws Exception {
        Process bench = start();
        while (bench.isAlive() && bench.children().count() < 2) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        List<ProcessHandle> processes = bench.descendants().toList();
        assertThat(processes).as(output()).hasSize(2);

        bench.destroy();

        assertThat(bench.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        Process bench = start("--fast");

        assertThat(bench.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(bench.exitValue()).isEqualTo(1);
        assertThat(output()).startsWith("The bench does not know --fast; it takes --quick, --rate,");
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp")),
                "-jar",
                BENCH.toString(),
                "--server",
                SERVER.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        started = process;
        return process;
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }
}
