package org.housecallbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much processor time each of the processes has taken. On a machine that is not ours alone it says more than the clock. */
final class Effort {

    private final ProcessHandle server;
    private final ProcessHandle database;
    private final ProcessHandle sandbox;

    Effort(ProcessHandle server, ProcessHandle database, ProcessHandle sandbox) {
        this.server = server;
        this.database = database;
        this.sandbox = sandbox;
    }

    Spent soFar() {
        return new Spent(
                seconds(server),
                seconds(database)
                        + database.descendants().mapToDouble(Effort::seconds).sum(),
                seconds(sandbox),
                seconds(ProcessHandle.current()),
                machine());
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Everything that ran, in seconds, from Linux's own count in hundredths; nothing on other systems. */
    private static double machine() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            long[] ticks = Stream.of(lines.findFirst().orElseThrow().split(" +"))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .toArray();
            long idle = ticks[3] + ticks[4];
            return (LongStream.of(ticks).limit(8).sum() - idle) / 100.0;
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Processor seconds.
     *
     * @param machine of all processes there are, ours and others; 0 where it is not known
     */
    record Spent(double server, double database, double sandbox, double bench, double machine) {

        Spent since(Spent earlier) {
            return new Spent(
                    server - earlier.server,
                    database - earlier.database,
                    sandbox - earlier.sandbox,
                    bench - earlier.bench,
                    machine - earlier.machine);
        }

        Spent plus(Spent other) {
            return new Spent(
                    server + other.server,
                    database + other.database,
                    sandbox + other.sandbox,
                    bench + other.bench,
                    machine + other.machine);
        }

        /** Of processes that are not ours. */
        double others() {
            return Math.max(0, machine - server - database - sandbox - bench);
        }
    }
}
