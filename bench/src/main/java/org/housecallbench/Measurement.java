package org.housecallbench;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.housecallbench.Bookings.Outcome;

/** One load, or several of the same kind together: how it went and what it cost. */
record Measurement(Load.Report load, Effort.Spent spent) {

    Measurement plus(Measurement other) {
        Histogram micros = load.micros().copy();
        micros.add(other.load.micros());
        Map<Outcome, Integer> outcomes = new EnumMap<>(load.outcomes());
        other.load.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        return new Measurement(
                new Load.Report(micros, outcomes, load.seconds() + other.load.seconds()), spent.plus(other.spent));
    }

    Figures figures() {
        Histogram micros = load.micros();
        int done = load.count(Outcome.DONE);
        Map<Outcome, Integer> errors = new EnumMap<>(load.outcomes());
        errors.remove(Outcome.DONE);
        errors.remove(Outcome.TAKEN);
        return new Figures(
                done,
                rounded(done / load.seconds()),
                rounded(micros.getValueAtPercentile(50) / 1000.0),
                rounded(micros.getValueAtPercentile(99) / 1000.0),
                rounded(micros.getMaxValue() / 1000.0),
                load.count(Outcome.TAKEN),
                errors,
                CpuMillis.each(spent, done),
                rounded(spent.others() / load.seconds()));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /**
     * As written to the result.
     *
     * @param done booked or answered; latencies are theirs
     * @param taken answered 409, each on purpose: the slot had been booked before
     * @param errors everything else, by kind
     * @param cpuMillisEach processor time of each process over what was done; with video visits the server's and the database's hold the work for the meetings that went on meanwhile
     * @param coresBusyWithOthers how much of the machine was not ours
     */
    record Figures(
            int done,
            double perSecond,
            double p50Millis,
            double p99Millis,
            double maxMillis,
            int taken,
            Map<Outcome, Integer> errors,
            CpuMillis cpuMillisEach,
            double coresBusyWithOthers) {}

    record CpuMillis(double server, double database, double sandbox, double bench) {

        private static CpuMillis each(Effort.Spent spent, int done) {
            double seconds = 1000.0 / Math.max(1, done);
            return new CpuMillis(
                    rounded(spent.server() * seconds),
                    rounded(spent.database() * seconds),
                    rounded(spent.sandbox() * seconds),
                    rounded(spent.bench() * seconds));
        }
    }
}
