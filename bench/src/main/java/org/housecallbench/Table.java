package org.housecallbench;

import java.util.Formatter;
import java.util.Locale;
import org.housecallbench.Measurement.Figures;
import org.housecallbench.Result.RoundFigures;
import org.housecallbench.Result.Together;

/** A result for the terminal. */
final class Table {

    private static final String COLUMNS = "%-9s %-9s %9s %8s %8s %8s %9s %6s %6s %8s %8s%n";
    private final Formatter text = new Formatter(Locale.ROOT);

    private Table() {}

    static String of(Result result) {
        Table table = new Table();
        table.text.format(
                "%n%s, %d cores, %s%ncommit %s%n%n",
                result.machine().processor(),
                result.machine().cores(),
                result.machine().jdk(),
                result.commit());
        table.text.format(COLUMNS, "", "", "", "", "", "", "", "", "", "CPU ms", "of each");
        table.text.format(
                COLUMNS,
                "Zoom ms",
                "load",
                "bookings",
                "per s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "409",
                "errors",
                "server",
                "database");
        int number = 1;
        for (RoundFigures round : result.rounds()) {
            table.line(round.zoomMillis(), "steady", round.steady());
            table.line(round.zoomMillis(), "flat out", round.flatOut());
            table.text.format(
                    "          round %d: all ready after %.1f s%s%n",
                    number++, round.readySeconds(), round.notReady() == 0 ? "" : ", but for " + round.notReady());
        }
        table.text.format("%nAll rounds%n");
        for (Together together : result.together()) {
            table.line(together.zoomMillis(), "steady", together.steady());
            table.line(together.zoomMillis(), "flat out", together.flatOut());
        }
        table.text.format(
                "%np99 of steady bookings with Zoom slow, over that with Zoom fast: %.2f%n", result.p99Ratio());
        table.text.format(
                "%d booked; the server lists %d, %d with their meeting ready; Zoom has %d%n",
                result.check().booked(),
                result.check().appointments(),
                result.check().ready(),
                result.check().meetings());
        return table.text.toString();
    }

    private void line(int zoomMillis, String load, Figures figures) {
        int errors =
                figures.errors().values().stream().mapToInt(Integer::intValue).sum();
        text.format(
                COLUMNS,
                zoomMillis,
                load,
                figures.done(),
                figures.perSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.maxMillis(),
                figures.taken(),
                errors,
                figures.cpuMillisEach().server(),
                figures.cpuMillisEach().database());
    }
}
