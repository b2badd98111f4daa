package org.housecallbench;

import java.util.Formatter;
import java.util.Locale;
import org.housecallbench.Measurement.Figures;
import org.housecallbench.SchedulingResult.Answers;
import org.housecallbench.SchedulingResult.Comparison;
import org.housecallbench.SchedulingResult.Read;
import org.housecallbench.SchedulingResult.Size;

/** A {@link SchedulingResult} for the terminal. */
final class SchedulingTable {

    private static final String COLUMNS = "%-36s %8s %8s %8s %8s %6s %8s %8s %9s %8s%n";
    private final Formatter text = new Formatter(Locale.ROOT);

    private SchedulingTable() {}

    static String of(SchedulingResult result) {
        SchedulingTable table = new SchedulingTable();
        table.text.format(
                "%n%s, %d cores, %s%ncommit %s%n",
                result.machine().processor(),
                result.machine().cores(),
                result.machine().jdk(),
                result.commit());
        result.sizes().forEach(table::size);
        table.text.format("%nLargest over smallest%n");
        for (Comparison comparison : result.comparisons()) {
            table.text.format(
                    "%-36s p99 %.2f, rows read %s%n",
                    comparison.what(), comparison.p99Ratio(), comparison.rowsReadEqual() ? "equal" : "differ");
        }
        return table.text.toString();
    }

    private void size(Size size) {
        text.format(
                "%n%,d appointments, %,d MB, written in %.1f s%n", size.rows(), size.megabytes(), size.loadSeconds());
        text.format(
                COLUMNS, "", "per s", "p50 ms", "p99 ms", "max ms", "errors", "rows", "pages", "CPU: app", "database");
        for (Answers answers : size.questions()) {
            line(answers.question(), answers.figures(), answers.read());
        }
        line("booking, steady", size.bookingSteady(), size.bookingRead());
        line("booking, flat out", size.bookingFlatOut(), size.bookingRead());
        text.format("%d booked, %d more in the table%n", size.booked(), size.added());
    }

    private void line(String what, Figures figures, Read read) {
        int errors =
                figures.errors().values().stream().mapToInt(Integer::intValue).sum();
        text.format(
                COLUMNS,
                what,
                figures.perSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.maxMillis(),
                errors,
                read.rows(),
                read.pages(),
                figures.cpuMillisEach().server(),
                figures.cpuMillisEach().database());
    }
}
