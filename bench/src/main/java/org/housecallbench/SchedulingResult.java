package org.housecallbench;

import java.util.List;
import java.util.SortedMap;
import org.housecallbench.Measurement.Figures;

/** What a run of {@link Scheduling} found, as it is written to a file. */
record SchedulingResult(
        String date,
        String commit,
        String command,
        Machine machine,
        int clinics,
        int doctors,
        List<Size> sizes,
        List<Comparison> comparisons) {

    /** Everything was answered, and every booking is there. Whether it was fast is for the reader. */
    boolean holds() {
        return sizes.stream().allMatch(Size::holds);
    }

    /**
     * One installation.
     *
     * @param rows appointments before the first booking
     * @param loadSeconds what it took to write them, indexes included
     * @param megabytes of the database then
     * @param booked bookings answered 201, those of the warm-up too
     * @param added appointments that the table has gained
     */
    record Size(
            int rows,
            double loadSeconds,
            long megabytes,
            List<Answers> questions,
            Figures bookingSteady,
            Figures bookingFlatOut,
            Read bookingRead,
            long booked,
            long added) {

        boolean holds() {
            return booked == added
                    && bookingSteady.errors().isEmpty()
                    && bookingFlatOut.errors().isEmpty()
                    && questions.stream()
                            .allMatch(answers -> answers.figures().errors().isEmpty());
        }
    }

    /** How a question was answered, all rounds together. */
    record Answers(String question, Figures figures, Read read) {}

    /**
     * What EXPLAIN counted for the same few requests at every size, in the statements that read appointments or doctors'
     * time; all of it for each request, on average.
     *
     * @param rows of these two tables, those too that were then thrown away
     * @param pages of tables and indexes
     * @param scans the rows of all tables in these statements, by the kind of scan
     */
    record Read(double rows, double pages, SortedMap<String, Double> scans) {}

    /**
     * The largest size against the smallest.
     *
     * @param p99Ratio wanted: at most 1.5
     */
    record Comparison(String what, double p99Ratio, boolean rowsReadEqual) {}
}
