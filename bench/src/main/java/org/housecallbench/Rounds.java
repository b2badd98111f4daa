package org.housecallbench;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.housecallbench.BenchClinic.Readiness;
import org.housecallbench.Bookings.Outcome;
import org.housecallbench.Result.Check;
import org.housecallbench.Result.RoundFigures;
import org.housecallbench.Result.Together;

/** Rounds with Zoom answering at once and rounds with Zoom slow, in turn, so that whatever else goes on on the machine meets both alike. */
final class Rounds {

    private final BenchOptions options;
    private final Installation.Running running;
    private final BenchClinic clinic;
    private final PrintStream out;
    private final List<Round> rounds = new ArrayList<>();
    private LocalDate day = LocalDate.now(ZoneOffset.UTC);
    private int booked;
    private Readiness readiness = new Readiness(0, 0);

    Rounds(BenchOptions options, Installation.Running running, PrintStream out) {
        this.options = options;
        this.running = running;
        this.out = out;
        this.clinic = BenchClinic.setUp(
                running.clinic(),
                running.zoom(),
                options.bookings(),
                Math.max(options.warmUp(), options.bookingsOfRound()));
    }

    void play() {
        warmUp();
        for (int pair = 0; pair < options.rounds(); pair++) {
            rounds.add(round(0));
            rounds.add(round(options.zoomLatency()));
        }
    }

    private void warmUp() {
        out.printf("  warming up with %d bookings …%n", options.warmUp());
        Load.Report report = Load.flatOut(nextDay()::next, options.clients(), options.warmUp());
        booked += report.count(Outcome.DONE);
        awaitReady();
    }

    private Round round(int zoomMillis) {
        out.printf("  round %d of %d, Zoom %s …%n", rounds.size() + 1, 2 * options.rounds(), zoom(zoomMillis));
        running.zoom().answerAfter(zoomMillis);
        Bookings bookings = nextDay();
        Measurement steady = measure(() -> Load.steady(bookings::next, options.rate(), options.seconds()));
        Measurement flatOut = measure(() -> Load.flatOut(bookings::next, options.clients(), options.flatOut()));
        running.zoom().answerAfter(0);
        long begin = System.nanoTime();
        Readiness ready = awaitReady();
        return new Round(zoomMillis, steady, flatOut, (System.nanoTime() - begin) / 1e9, ready.missing());
    }

    static String zoom(int millis) {
        return millis == 0 ? "answering at once" : "answering after " + millis + " ms";
    }

    private Bookings nextDay() {
        day = day.plusDays(1);
        LocalDate next = day;
        return Bookings.of(number -> clinic.booking(next, number));
    }

    private Measurement measure(Supplier<Load.Report> load) {
        Effort.Spent before = running.effort().soFar();
        Load.Report report = load.get();
        booked += report.count(Outcome.DONE);
        return new Measurement(report, running.effort().soFar().since(before));
    }

    private Readiness awaitReady() {
        Readiness ofTheDay = clinic.awaitReady(day, Instant.now().plus(options.patience()));
        readiness = readiness.plus(ofTheDay);
        return ofTheDay;
    }

    Result result(String command) {
        List<Together> together = List.of(together(0), together(options.zoomLatency()));
        double ratio = together.getLast().steady().p99Millis()
                / together.getFirst().steady().p99Millis();
        return new Result(
                Instant.now().toString(),
                Commit.here(),
                command,
                Machine.here(),
                clinic.doctors(),
                options.clients(),
                rounds.stream().map(Round::figures).toList(),
                together,
                Math.round(ratio * 100) / 100.0,
                new Check(
                        booked,
                        readiness.appointments(),
                        readiness.ready(),
                        running.zoom().meetings()));
    }

    private Together together(int zoomMillis) {
        List<Round> alike =
                rounds.stream().filter(round -> round.zoomMillis == zoomMillis).toList();
        return new Together(
                zoomMillis,
                alike.stream()
                        .map(Round::steady)
                        .reduce(Measurement::plus)
                        .orElseThrow()
                        .figures(),
                alike.stream()
                        .map(Round::flatOut)
                        .reduce(Measurement::plus)
                        .orElseThrow()
                        .figures());
    }

    /** What one round gave. */
    private record Round(int zoomMillis, Measurement steady, Measurement flatOut, double readySeconds, int notReady) {

        RoundFigures figures() {
            return new RoundFigures(
                    zoomMillis, steady.figures(), flatOut.figures(), Math.round(readySeconds * 10) / 10.0, notReady);
        }
    }
}
