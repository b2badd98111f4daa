package org.housecallbench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.housecallbench.Bookings.Outcome;
import org.housecallbench.Plans.Reading;
import org.housecallbench.Schedule.Question;
import org.housecallbench.SchedulingResult.Answers;
import org.housecallbench.SchedulingResult.Read;
import org.housecallbench.SchedulingResult.Size;

/** One installation, and what has been found out about it. */
final class Subject {

    /** Requests of each kind whose plans are read. */
    private static final int EXPLAINED = 10;

    private static final int WARMING_UP = 4;

    private final SchedulingOptions options;
    private final int rows;
    private final Installation.Running running;
    private final Owner owner;
    private final Schedule schedule;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final double loadSeconds;
    private final long megabytes;
    private final Map<Question, AtomicInteger> asked = new EnumMap<>(Question.class);
    private final Map<Question, Measurement> answered = new EnumMap<>(Question.class);
    private final AtomicInteger slot = new AtomicInteger();
    private final List<Measurement> bookings = new ArrayList<>();
    private final Map<Question, Read> read = new EnumMap<>(Question.class);
    private Read bookingRead = read(Reading.NOTHING);
    private final LongAdder booked = new LongAdder();

    Subject(SchedulingOptions options, int rows, LocalDate today, Installation.Running running) {
        this.options = options;
        this.rows = rows;
        this.running = running;
        this.owner = Owner.of(running.postgres());
        this.schedule = new Schedule(running.clinic(), options.busyClinics(), today);
        owner.prepareExplaining();
        long begin = System.nanoTime();
        owner.fill(options, rows, today);
        this.loadSeconds = Math.round((System.nanoTime() - begin) / 1e8) / 10.0;
        this.megabytes = owner.megabytes();
        for (Question question : Question.values()) {
            asked.put(question, new AtomicInteger());
        }
    }

    int rows() {
        return rows;
    }

    double loadSeconds() {
        return loadSeconds;
    }

    void warmUp() {
        for (Question question : Question.values()) {
            // The heavier a question is, the less often it has to be asked.
            int times = Math.max(WARMING_UP, options.warmUp() * question.rate / Question.DOCTORS_DAY.rate);
            Load.flatOut(asking(question), WARMING_UP, times);
        }
        bookings(options.warmUp());
    }

    void ask(Question question) {
        Measurement measurement = measure(() -> Load.steady(asking(question), question.rate, options.seconds()));
        answered.merge(question, measurement, Measurement::plus);
    }

    void book() {
        Bookings steady = new Bookings(this::nextBooking);
        bookings.add(
                measure(() -> counted(Load.steady(steady::next, options.bookingRate(), options.bookingSeconds()))));
        Bookings flatOut = new Bookings(this::nextBooking);
        bookings.add(measure(() -> counted(Load.flatOut(flatOut::next, options.clients(), options.flatOut()))));
    }

    private void bookings(int count) {
        Bookings bookings = new Bookings(this::nextBooking);
        counted(Load.flatOut(bookings::next, WARMING_UP, count));
    }

    private HttpRequest nextBooking() {
        return schedule.booking(slot.getAndIncrement());
    }

    private Load.Report counted(Load.Report report) {
        booked.add(report.count(Outcome.DONE));
        return report;
    }

    private Measurement measure(Supplier<Load.Report> load) {
        Effort.Spent before = running.effort().soFar();
        Load.Report report = load.get();
        return new Measurement(report, running.effort().soFar().since(before));
    }

    private Supplier<Outcome> asking(Question question) {
        AtomicInteger number = asked.getOrDefault(question, new AtomicInteger());
        return () -> send(schedule.request(question, number.getAndIncrement()));
    }

    private Outcome send(HttpRequest request) {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return switch (status) {
                case 200 -> Outcome.DONE;
                default -> status >= 500 ? Outcome.SERVER_ERROR : Outcome.REFUSED;
            };
        } catch (IOException e) {
            return Outcome.NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.NO_ANSWER;
        }
    }

    void explain() {
        owner.explain();
        awaitPlans();
        for (Question question : Question.values()) {
            read.put(question, reading(number -> {
                send(schedule.request(question, number));
            }));
        }
        Bookings bookings = new Bookings(this::nextBooking);
        bookingRead = reading(_ -> {
            if (bookings.next() == Outcome.DONE) {
                booked.increment();
            }
        });
        owner.explainNoMore();
    }

    /** The server's connections hear of it one by one. */
    private void awaitPlans() {
        for (int i = 0; i < 100; i++) {
            Reading reading = owner.readingOf(() -> send(schedule.request(Question.DOCTORS_DAY, 0)));
            if (reading.pages() > 0) {
                return;
            }
        }
        throw new Refused("PostgreSQL does not explain.");
    }

    private Read reading(IntConsumer request) {
        Reading all = Reading.NOTHING;
        for (int i = 0; i < EXPLAINED; i++) {
            int number = i;
            all = all.plus(owner.readingOf(() -> request.accept(number)));
        }
        return read(all);
    }

    Size size() {
        List<Answers> questions = new ArrayList<>();
        answered.forEach((question, measurement) -> questions.add(
                new Answers(question.words, measurement.figures(), Objects.requireNonNull(read.get(question)))));
        return new Size(
                rows,
                loadSeconds,
                megabytes,
                questions,
                bookings.getFirst().figures(),
                bookings.getLast().figures(),
                bookingRead,
                booked.sum(),
                owner.appointments() - rows);
    }

    private static Read read(Reading all) {
        SortedMap<String, Double> scans = new TreeMap<>();
        all.scans().forEach((scan, rows) -> scans.put(scan, each(rows)));
        return new Read(each(all.rows()), each(all.pages()), scans);
    }

    private static double each(long sum) {
        return (double) sum / EXPLAINED;
    }
}
