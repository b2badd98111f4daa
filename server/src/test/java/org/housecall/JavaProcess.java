package org.housecall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A Java program started as a process of its own, with this test run's class path. Closing it kills it. */
public final class JavaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path output;
    private final Path errors;

    private JavaProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    public static JavaProcess start(Path logs, Class<?> program, Map<String, String> environment, String... arguments) {
        try {
            Path output = Files.createTempFile(logs, "output", ".log");
            Path errors = Files.createTempFile(logs, "errors", ".log");
            ProcessBuilder builder = new ProcessBuilder(command(program, arguments))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return new JavaProcess(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Class<?> program, String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Waits for a line of output that starts so, and returns the rest of it. */
    public String await(String beginning) {
        await(() -> !process.isAlive() || line(beginning) != null);
        String line = line(beginning);
        if (line == null) {
            throw new AssertionError("ended without '" + beginning + "':\n" + output() + errors());
        }
        return line;
    }

    private @Nullable String line(String beginning) {
        return output().lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .map(line -> line.substring(beginning.length()).strip())
                .orElse(null);
    }

    /** Asks the process to end, as Ctrl-C or the service manager does. */
    public void terminate() {
        process.destroy();
        awaitExit();
    }

    /** Kills the process, which it cannot notice. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still runs:\n" + output() + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the condition holds, and fails if it takes a minute. */
    public static void await(BooleanSupplier condition) {
        await(PATIENCE, condition);
    }

    /** Waits until the condition holds, and fails if it takes longer than that. */
    public static void await(Duration patience, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("the condition did not come to hold");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() {
        kill();
    }
}
