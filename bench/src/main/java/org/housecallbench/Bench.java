package org.housecallbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures how fast bookings are answered and whether that depends on Zoom, or how the schedule is answered as it grows. */
public final class Bench {

    private static final String SCHEDULING = "--scheduling";

    private Bench() {}

    public static void main(String[] arguments) {
        // Shorter than the server's, so that no request goes out on a connection that is about to be closed.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        Installations installations = new Installations();
        // Ctrl-C, too, leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(installations::stop));
        try (installations) {
            run(List.of(arguments), installations);
        } catch (Refused e) {
            System.err.println(e.getMessage());
            installations.close();
            System.exit(1);
        } catch (RuntimeException e) {
            // Whatever fails after Ctrl-C fails because of it.
            if (!installations.stopped()) {
                throw e;
            }
        }
    }

    private static void run(List<String> arguments, Installations installations) {
        String command = ("./housecall bench " + String.join(" ", arguments)).strip();
        if (arguments.contains(SCHEDULING)) {
            List<String> rest =
                    arguments.stream().filter(word -> !word.equals(SCHEDULING)).toList();
            schedule(SchedulingOptions.parse(rest), installations, command);
        } else {
            book(BenchOptions.parse(arguments), installations, command);
        }
    }

    private static void book(BenchOptions options, Installations installations, String command) {
        refuseMissing(options.server());
        System.out.println("  starting the Zoom sandbox and the server …");
        Installation.Running running = installations.start(options.server(), options.serverOptions());
        System.out.println("  setting up the clinic …");
        Rounds rounds = new Rounds(options, running, System.out);
        rounds.play();
        Result result = rounds.result(command);
        write(result, options.result());
        System.out.print(Table.of(result));
        System.out.println("\nwritten to " + options.result());
        refuseUnless(result.holds());
    }

    private static void schedule(SchedulingOptions options, Installations installations, String command) {
        refuseMissing(options.server());
        SchedulingResult result = new Scheduling(options, installations, System.out).play(command);
        write(result, options.result());
        System.out.print(SchedulingTable.of(result));
        System.out.println("\nwritten to " + options.result());
        refuseUnless(result.holds());
    }

    private static void refuseMissing(Path server) {
        if (!Files.isRegularFile(server)) {
            throw new Refused("There is no server at " + server.toAbsolutePath()
                    + ": build it, or say where it is with --server.");
        }
    }

    private static void refuseUnless(boolean holds) {
        if (!holds) {
            throw new Refused("Not everything was answered as it must be: see the errors and the last line above.");
        }
    }

    private static void write(Object result, Path file) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json.writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
