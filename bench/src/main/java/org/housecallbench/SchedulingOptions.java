package org.housecallbench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be said on the command line after {@code --scheduling}.
 *
 * @param rows how many appointments there are: one installation for each
 * @param doctors of all clinics together, the same at every size
 * @param seconds how long a question is asked in each round
 * @param rounds in which every installation is asked every question
 * @param warmUp of each question, and as many bookings, before the first round
 * @param bookingRate bookings a second under steady load
 * @param bookingSeconds how long that load lasts
 * @param flatOut bookings in the flat-out load
 * @param clients who book at once in it
 */
record SchedulingOptions(
        List<Integer> rows,
        int clinics,
        int doctors,
        int seconds,
        int rounds,
        int warmUp,
        int bookingRate,
        int bookingSeconds,
        int flatOut,
        int clients,
        Path server,
        List<String> serverOptions,
        Path result) {

    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("--rows", "10000,1000000,10000000");
        USUAL.put("--clinics", "50");
        USUAL.put("--doctors", "1000");
        USUAL.put("--seconds", "10");
        USUAL.put("--rounds", "3");
        USUAL.put("--warm-up", "2000");
        USUAL.put("--booking-rate", "200");
        USUAL.put("--booking-seconds", "60");
        USUAL.put("--flat-out", "4000");
        USUAL.put("--clients", "32");
        USUAL.put("--server", "server/target/housecall-server.jar");
        USUAL.put("--server-options", "-Xmx1g");
        USUAL.put("--result", "bench/target/scheduling.json");
    }

    /** Small and short: to see whether it works, not how fast. */
    private static final Map<String, String> QUICK = Map.of(
            "--rows", "10000,100000",
            "--clinics", "10",
            "--doctors", "300",
            "--seconds", "1",
            "--rounds", "1",
            "--warm-up", "20",
            "--booking-rate", "20",
            "--booking-seconds", "2",
            "--flat-out", "100",
            "--clients", "8");

    static SchedulingOptions parse(List<String> arguments) {
        CommandLine words = CommandLine.parse(arguments, USUAL, QUICK);
        SchedulingOptions options = new SchedulingOptions(
                words.numbers("--rows"),
                words.number("--clinics"),
                words.number("--doctors"),
                words.number("--seconds"),
                words.number("--rounds"),
                words.number("--warm-up"),
                words.number("--booking-rate"),
                words.number("--booking-seconds"),
                words.number("--flat-out"),
                words.number("--clients"),
                words.path("--server"),
                words.list("--server-options", " +"),
                words.path("--result"));
        options.refuseWhatDoesNotFit();
        return options;
    }

    private void refuseWhatDoesNotFit() {
        if (rows.isEmpty() || !rows.stream().sorted().toList().equals(rows)) {
            throw new Refused("--rows takes numbers that grow, such as 10000,1000000.");
        }
        int smallest = rows.getFirst();
        if (smallest % Schedule.VISITS_AHEAD != 0 || busyClinics() * Schedule.DOCTORS_OF_BUSY > doctors) {
            throw new Refused("The smallest of --rows is what lies ahead: a multiple of " + Schedule.VISITS_AHEAD
                    + ", and --doctors has " + Schedule.DOCTORS_OF_BUSY + " for each.");
        }
        if (busyClinics() >= clinics) {
            throw new Refused("--clinics has to be more than " + busyClinics() + ".");
        }
        if (bookings() > busyClinics() * Schedule.DOCTORS_OF_BUSY * Schedule.BOOKABLE_SLOTS) {
            throw new Refused("There are not as many free slots as are to be booked.");
        }
    }

    /** Clinics that have visits ahead; all the others have only a past. */
    int busyClinics() {
        return rows.getFirst() / Schedule.VISITS_AHEAD;
    }

    private int bookings() {
        return warmUp + bookingRate * bookingSeconds + flatOut;
    }
}
