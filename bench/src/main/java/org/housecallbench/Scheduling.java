package org.housecallbench;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.housecallbench.Measurement.Figures;
import org.housecallbench.Schedule.Question;
import org.housecallbench.SchedulingResult.Answers;
import org.housecallbench.SchedulingResult.Comparison;
import org.housecallbench.SchedulingResult.Read;
import org.housecallbench.SchedulingResult.Size;

/** Installations that differ only in how much has happened so far, asked the same in turn: what grows with the table shows. */
final class Scheduling {

    private final SchedulingOptions options;
    private final PrintStream out;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final List<Subject> subjects = new ArrayList<>();

    Scheduling(SchedulingOptions options, Installations installations, PrintStream out) {
        this.options = options;
        this.out = out;
        for (int rows : options.rows()) {
            out.printf("  %,d appointments …%n", rows);
            Subject subject =
                    new Subject(options, rows, today, installations.start(options.server(), options.serverOptions()));
            subjects.add(subject);
            out.printf("    written in %.1f s%n", subject.loadSeconds());
        }
    }

    SchedulingResult play(String command) {
        for (Subject subject : subjects) {
            out.printf("  warming up, %,d …%n", subject.rows());
            subject.warmUp();
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Question question : Question.values()) {
                out.printf("  round %d of %d: %s …%n", round, options.rounds(), question.words);
                subjects.forEach(subject -> subject.ask(question));
            }
            // Whoever comes first in one round comes last in another.
            Collections.rotate(subjects, 1);
        }
        subjects.sort((one, other) -> Integer.compare(one.rows(), other.rows()));
        for (Subject subject : subjects) {
            out.printf("  booking, %,d …%n", subject.rows());
            subject.book();
        }
        subjects.forEach(Subject::explain);
        return result(command);
    }

    private SchedulingResult result(String command) {
        List<Size> sizes = subjects.stream().map(Subject::size).toList();
        return new SchedulingResult(
                Instant.now().toString(),
                Commit.here(),
                command,
                Machine.here(),
                options.clinics(),
                options.doctors(),
                sizes,
                comparisons(sizes.getFirst(), sizes.getLast()));
    }

    private static List<Comparison> comparisons(Size smallest, Size largest) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < smallest.questions().size(); i++) {
            Answers few = smallest.questions().get(i);
            Answers many = largest.questions().get(i);
            comparisons.add(comparison(few.question(), few.figures(), many.figures(), few.read(), many.read()));
        }
        comparisons.add(comparison(
                "booking, steady",
                smallest.bookingSteady(),
                largest.bookingSteady(),
                smallest.bookingRead(),
                largest.bookingRead()));
        comparisons.add(comparison(
                "booking, flat out",
                smallest.bookingFlatOut(),
                largest.bookingFlatOut(),
                smallest.bookingRead(),
                largest.bookingRead()));
        return comparisons;
    }

    private static Comparison comparison(String what, Figures few, Figures many, Read fewRead, Read manyRead) {
        double ratio = many.p99Millis() / Math.max(0.001, few.p99Millis());
        return new Comparison(what, Math.round(ratio * 100) / 100.0, fewRead.rows() == manyRead.rows());
    }
}
