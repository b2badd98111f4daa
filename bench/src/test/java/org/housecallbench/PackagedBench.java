package org.housecallbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged bench at work on the packaged server, a process of its own. Closing it ends it. */
final class PackagedBench implements AutoCloseable {

    private static final Path BENCH = Path.of("target/housecall-bench.jar");
    private static final Path SERVER = Path.of("../server/target/housecall-server.jar");

    /** Far more than a run of this size takes; it bounds the test where something hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path directory;
    private final Process process;

    private PackagedBench(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts it with a directory for all that it writes. */
    static PackagedBench start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp")),
                "-jar",
                BENCH.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--server",
                SERVER.toString(),
                "--result",
                directory.resolve("result.json").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        return new PackagedBench(directory, process);
    }

    Process process() {
        return process;
    }

    /** Waits for its end, after which nothing of it may be left. */
    PackagedBench endsWith(int exitValue) throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(output())
                .isTrue();
        assertThat(process.exitValue()).as(output()).isEqualTo(exitValue);
        assertLeftNothing();
        return this;
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertLeftNothing();
    }

    private void assertLeftNothing() {
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    JsonNode result() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("result.json")));
    }

    String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    static void assertMeasured(JsonNode figures) {
        assertThat(figures.path("errors")).isEmpty();
        assertThat(figures.path("done").asInt()).isPositive();
        assertThat(figures.path("perSecond").asDouble()).isPositive();
        assertThat(figures.path("p50Millis").asDouble()).isPositive();
        assertThat(figures.path("p99Millis").asDouble())
                .isGreaterThanOrEqualTo(figures.path("p50Millis").asDouble());
        assertThat(figures.path("maxMillis").asDouble())
                .isGreaterThanOrEqualTo(figures.path("p99Millis").asDouble());
        assertThat(figures.path("cpuMillisEach").path("server").asDouble()).isPositive();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
