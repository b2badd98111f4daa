package org.housecall.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.housecall.JavaProcess;
import org.housecall.ServerProcess;

/** One server process, killed at random moments and started anew. */
final class Node implements AutoCloseable {

    private static final Duration LONGEST_LIFE = Duration.ofSeconds(20);

    private final ServerProcess server;
    private final List<Instant> kills = new CopyOnWriteArrayList<>();
    private volatile JavaProcess process;

    Node(ServerProcess server) {
        this.server = server;
        this.process = server.start();
    }

    String address() {
        return server.address();
    }

    void awaitReady() {
        server.awaitReady();
    }

    /** Kills it so many times, each 0 to 20 seconds after it is ready; afterwards it lives on. */
    void dieAndRise(int times, RandomGenerator random) {
        for (int death = 0; death < times; death++) {
            awaitReady();
            LockSupport.parkNanos(random.nextLong(LONGEST_LIFE.toNanos()));
            kill();
            process = server.start();
        }
        awaitReady();
    }

    private void kill() {
        process.kill();
        kills.add(Instant.now());
    }

    List<Instant> kills() {
        return List.copyOf(kills);
    }

    @Override
    public void close() {
        process.close();
    }
}
