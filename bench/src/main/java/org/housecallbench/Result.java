package org.housecallbench;

import java.util.List;
import java.util.stream.Stream;
import org.housecallbench.Measurement.Figures;

/**
 * What a run found, as it is written to a file.
 *
 * @param p99Ratio p99 of the steady bookings with Zoom slow, over that with Zoom fast, in this run
 */
record Result(
        String date,
        String commit,
        String command,
        Machine machine,
        int doctors,
        int clients,
        List<RoundFigures> rounds,
        List<Together> together,
        double p99Ratio,
        Check check) {

    /** Every booking was answered as it must be, and has its one meeting. */
    boolean holds() {
        return check.holds()
                && rounds.stream()
                        .flatMap(round -> Stream.of(round.steady, round.flatOut))
                        .allMatch(figures -> figures.errors().isEmpty());
    }

    /**
     * One round.
     *
     * @param readySeconds from the end of its loads until the last meeting was ready, Zoom then answering at once
     * @param notReady meetings that were not ready when patience ended
     */
    record RoundFigures(int zoomMillis, Figures steady, Figures flatOut, double readySeconds, int notReady) {}

    /** All rounds with the same Zoom. */
    record Together(int zoomMillis, Figures steady, Figures flatOut) {}

    /**
     * What must come out equal at the end.
     *
     * @param booked bookings answered 201, those of the warm-up too
     * @param appointments the server's own list
     * @param ready of them, those whose meeting is ready
     * @param meetings at Zoom
     */
    record Check(long booked, long appointments, long ready, long meetings) {

        boolean holds() {
            return booked == appointments && booked == ready && booked == meetings;
        }
    }
}
