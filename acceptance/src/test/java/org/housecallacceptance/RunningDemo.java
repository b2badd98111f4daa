package org.housecallacceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged demo as a process, and what it prints for a newcomer to read. */
final class RunningDemo implements Installation, AutoCloseable {

    private static final Path JAR = Path.of("..", "demo", "target", "housecall-demo.jar");
    private static final String ALL_THERE = "Ctrl-C stops everything";

    /** One in every part of the world, so that it is about noon in one of them. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "Pacific/Auckland",
                    "Asia/Tokyo",
                    "Asia/Karachi",
                    "Europe/Berlin",
                    "America/Sao_Paulo",
                    "America/Denver",
                    "Pacific/Honolulu")
            .map(ZoneId::of)
            .toList();

    private final ZoneId zone;
    private final Process process;
    private final List<String> printed = new ArrayList<>();

    private RunningDemo(ZoneId zone, Process process) {
        this.zone = zone;
        this.process = process;
    }

    static RunningDemo start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ZoneId zone = whereItIsMidday();
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-Duser.timezone=" + zone,
                "-jar",
                JAR.toString(),
                "--port",
                "0",
                "--zoom-port",
                "0",
                "--mail-port",
                "0");
        builder.redirectErrorStream(true);
        try {
            RunningDemo demo = new RunningDemo(zone, builder.start());
            demo.readUntilAllIsThere();
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where what is booked for today is ahead, and today lasts longer than the journeys, whenever they begin. */
    private static ZoneId whereItIsMidday() {
        Instant now = Instant.now();
        return ZONES.stream()
                .min(Comparator.comparing(zone -> Duration.between(LocalTime.of(11, 0), LocalTime.ofInstant(now, zone))
                        .abs()))
                .orElseThrow();
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

    /** The clinic's and its people's. */
    @Override
    public ZoneId zone() {
        return zone;
    }

    LocalDate today() {
        return LocalDate.now(zone);
    }

    @Override
    public String clinic() {
        return beside("Clinic ");
    }

    String mailbox() {
        return beside("Mailbox");
    }

    String zoom() {
        return beside("Zoom sandbox");
    }

    @Override
    public String password() {
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
