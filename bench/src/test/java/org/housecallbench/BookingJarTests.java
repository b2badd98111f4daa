package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecallbench.PackagedBench.assertMeasured;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BookingJarTests {

    @TempDir
    Path directory;

    @Test
    void countsEveryBookingAndEveryMeeting() throws Exception {
        try (PackagedBench bench = PackagedBench.start(
                directory,
                "--server-options",
                "-XX:TieredStopAtLevel=1", // starts in half the time
                "--warm-up",
                "5",
                "--rate",
                "20",
                "--seconds",
                "1",
                "--flat-out",
                "40",
                "--clients",
                "8",
                "--rounds",
                "1",
                "--zoom-latency",
                "300")) {
            JsonNode written = bench.endsWith(0).result();
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
                assertThat(round.path("steady").path("done").asInt()
                                + round.path("flatOut").path("done").asInt())
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
            assertThat(bench.output()).contains("p99 of steady bookings", "123 booked; the server lists 123");
        }
    }

    @Test
    void leavesNothingRunningAndNothingBehindWhenStopped() throws Exception {
        try (PackagedBench bench = PackagedBench.start(directory)) {
            Process process = bench.process();
            while (process.isAlive() && process.children().count() < 2) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            List<ProcessHandle> processes = process.descendants().toList();
            assertThat(processes).as(bench.output()).hasSize(2);

            bench.stop();

            assertThat(processes).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        try (PackagedBench bench = PackagedBench.start(directory, "--fast")) {
            assertThat(bench.endsWith(1).output())
                    .startsWith("The bench does not know --fast; it takes --quick, --rate,");
        }
    }
}
