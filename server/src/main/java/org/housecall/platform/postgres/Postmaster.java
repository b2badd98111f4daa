package org.housecall.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL's main process, as the file {@code postmaster.pid} of a cluster names it. */
record Postmaster(long pid) {

    private static final String FILE = "postmaster.pid";

    /** No operating system gives out this process id. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = cluster.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String pid = Files.readString(file).lines().findFirst().orElse("").strip();
        return pid.matches("\\d{1,10}") ? Optional.of(new Postmaster(Long.parseLong(pid))) : Optional.empty();
    }

    /** Forgets a file that names no process, as a power failure can leave it: PostgreSQL would not start on it. */
    static void forget(Path cluster) throws IOException {
        Files.deleteIfExists(cluster.resolve(FILE));
    }

    /** Whether the process lives and is a PostgreSQL that serves this cluster, not one that was given the number of a dead one. */
    boolean serves(Path cluster) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().arguments())
                .filter(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                .isPresent();
    }

    /**
     * Takes back a number that now belongs to a foreign process, which would keep PostgreSQL from starting. The rest of the file stays:
     * PostgreSQL looks there for shared memory still in use by children of a dead postmaster.
     */
    void disown(Path cluster) throws IOException {
        Path file = cluster.resolve(FILE);
        List<String> lines = Files.readAllLines(file);
        lines.set(0, NO_PROCESS);
        Files.write(file, lines, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Waits until the process no longer serves the cluster; false if it does after the limit. It is not our child, so its end can only be polled,
     * and it may stay in the process table for as long as its adoptive parent likes.
     */
    boolean awaitEnd(Path cluster, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (serves(cluster) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return !serves(cluster);
    }
}
