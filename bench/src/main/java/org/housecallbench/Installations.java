package org.housecallbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every installation of this run, so that all of them can be ended from wherever it ends. */
final class Installations implements AutoCloseable {

    private final List<Installation> started = new ArrayList<>();
    private boolean closed;
    private volatile boolean stopped;

    Installation.Running start(Path serverJar, List<String> serverOptions) {
        return next().start(serverJar, serverOptions);
    }

    private synchronized Installation next() {
        if (closed) {
            throw new Refused("The bench was stopped.");
        }
        Installation installation = new Installation();
        started.add(installation);
        return installation;
    }

    /** Ends them from outside, in the middle of the run. */
    void stop() {
        stopped = true;
        close();
    }

    boolean stopped() {
        return stopped;
    }

    @Override
    public synchronized void close() {
        closed = true;
        started.forEach(Installation::close);
    }
}
