package org.housecallbench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be said on the command line.
 *
 * @param rate bookings a second under steady load
 * @param seconds how long that load lasts in each round
 * @param flatOut bookings in each round's flat-out load
 * @param clients who book at once in it
 * @param rounds of each kind: Zoom answering at once, and slowly
 * @param zoomLatency how slowly, in milliseconds
 * @param warmUp bookings before the first round
 * @param readyWithin seconds that a round's meetings may take to be ready
 * @param server the packaged server
 * @param serverOptions for its JVM, separated by spaces
 * @param result the file to write
 */
record BenchOptions(
        int rate,
        int seconds,
        int flatOut,
        int clients,
        int rounds,
        int zoomLatency,
        int warmUp,
        int readyWithin,
        Path server,
        List<String> serverOptions,
        Path result) {

    /** Every option with its value where none is given, in the order of the record. */
    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("--rate", "200");
        USUAL.put("--seconds", "15");
        USUAL.put("--flat-out", "4000");
        USUAL.put("--clients", "32");
        USUAL.put("--rounds", "2");
        USUAL.put("--zoom-latency", "2000");
        USUAL.put("--warm-up", "8000");
        USUAL.put("--ready-within", "300");
        USUAL.put("--server", "server/target/housecall-server.jar");
        USUAL.put("--server-options", "");
        USUAL.put("--result", "bench/target/booking.json");
    }

    /** A few seconds of each: to see whether it works, not how fast. */
    private static final Map<String, String> QUICK =
            Map.of("--seconds", "3", "--flat-out", "500", "--rounds", "1", "--warm-up", "1000");

    static BenchOptions parse(List<String> arguments) {
        CommandLine words = CommandLine.parse(arguments, USUAL, QUICK);
        return new BenchOptions(
                words.number("--rate"),
                words.number("--seconds"),
                words.number("--flat-out"),
                words.number("--clients"),
                words.number("--rounds"),
                words.number("--zoom-latency"),
                words.number("--warm-up"),
                words.number("--ready-within"),
                words.path("--server"),
                words.list("--server-options", " +"),
                words.path("--result"));
    }

    Duration patience() {
        return Duration.ofSeconds(readyWithin);
    }

    /** What one round books at the most. */
    int bookingsOfRound() {
        return rate * seconds + flatOut;
    }

    /** What is booked from first to last, at the most. */
    int bookings() {
        return warmUp + 2 * rounds * bookingsOfRound();
    }
}
