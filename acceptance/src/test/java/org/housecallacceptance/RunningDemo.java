package org.housecallacceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged demo as a process, and what it prints for a newcomer to read. */
final class RunningDemo implements AutoCloseable {

    private static final Path JAR = Path.of("..", "demo", "target", "housecall-demo.jar");
    private static final String ALL_THERE = "Ctrl-C stops everything";

    private final Process process;
    private final List<String> printed = new ArrayList<>();

    private RunningDemo(Process process) {
        this.process = process;
    }

    static RunningDemo start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(), "-jar", JAR.toString(), "--port", "0", "--zoom-port", "0", "--mail-port", "0");
        builder.redirectErrorStream(true);
        try {
            RunningDemo demo = new RunningDemo(builder.start());
            demo.readUntilAllIsThere();
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readUntilAllIsThere() throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line;
        while ((line = output.readLine()) != null) {
            printed.add(line);
            if (line.contains(ALL_THERE)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(printed::add)); // or the pipe fills up
                return;
            }
        }
        throw new IllegalStateException("The demo ended:\n" + String.join("\n", printed));
    }

    String clinic() {
        return beside("Clinic ");
    }

    String mailbox() {
        return beside("Mailbox");
    }

    String zoom() {
        return beside("Zoom sandbox");
    }

    String password() {
        String announced = "always with the password ";
        return printed.stream()
                .filter(line -> line.contains(announced))
                .map(line -> line.substring(line.indexOf(announced) + announced.length()))
                .findFirst()
                .orElseThrow();
    }

    /** The address or e-mail printed beside a label, of the first line with it. */
    String beside(String label) {
        return printed.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip().replaceAll("\\s.*", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(label + " is not printed"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The demo did not stop when told to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
