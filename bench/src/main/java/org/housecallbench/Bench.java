package org.housecallbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures how fast bookings are answered, and whether that depends on Zoom. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        // Shorter than the server's, so that no request goes out on a connection that is about to be closed.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        Installation installation = new Installation();
        // Ctrl-C, too, leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
        try (installation) {
            Result result = run(BenchOptions.parse(List.of(arguments)), installation, String.join(" ", arguments));
            if (!result.holds()) {
                throw new Refused(
                        "Not every booking was answered as it must be: see the errors and the last line above.");
            }
        } catch (Refused e) {
            System.err.println(e.getMessage());
            installation.close();
            System.exit(1);
        } catch (RuntimeException e) {
            // Whatever fails after Ctrl-C fails because of it.
            if (!installation.closed()) {
                throw e;
            }
        }
    }

    private static Result run(BenchOptions options, Installation installation, String arguments) {
        if (!Files.isRegularFile(options.server())) {
            throw new Refused("There is no server at " + options.server().toAbsolutePath()
                    + ": build it, or say where it is with --server.");
        }
        System.out.println("  starting the Zoom sandbox and the server …");
        Installation.Running running = installation.start(options.server(), options.serverOptions());
        System.out.println("  setting up the clinic …");
        Rounds rounds = new Rounds(options, running, System.out);
        rounds.play();
        Result result = rounds.result(("./housecall bench " + arguments).strip());
        write(result, options.result());
        System.out.print(Table.of(result));
        System.out.println("\nwritten to " + options.result());
        return result;
    }

    private static void write(Result result, Path file) {
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
