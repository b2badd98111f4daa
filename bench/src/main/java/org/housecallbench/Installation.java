package org.housecallbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.zoomsandbox.ZoomSandbox;

/**
 * The packaged server and the Zoom sandbox, each a process of its own on this machine only, and a fresh directory for
 * the server's database. All of it goes when this is closed.
 */
final class Installation implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EMAIL = "administrator@example.com";
    private static final String PASSWORD = "a long password for the bench";

    private final Deque<Runnable> closings = new ConcurrentLinkedDeque<>();
    private final Path directory;
    private final Path data;
    private volatile boolean closed;

    Installation() {
        try {
            directory = Files.createTempDirectory("housecall-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data = directory.resolve("data");
        closings.push(() -> deleteAll(directory));
    }

    Running start(Path serverJar, List<String> serverOptions) {
        ChildProcess sandbox = process(
                "zoom-sandbox",
                List.of("-cp", System.getProperty("java.class.path"), ZoomSandbox.class.getName(), "--port", "0"),
                Map.of());
        String announcement = "Zoom sandbox (not Zoom) at ";
        sandbox.await(() -> sandbox.line(announcement).isPresent());
        String zoom = sandbox.line(announcement).orElseThrow();

        int port = freePort();
        List<String> arguments = new ArrayList<>(serverOptions);
        arguments.addAll(List.of("-jar", serverJar.toString()));
        closings.push(this::endOrphanedDatabase);
        ChildProcess server = process("server", arguments, settings(port, zoom));
        Api clinic = new Api("http://" + LOOPBACK + ":" + port);
        server.await(() -> clinic.answers("/actuator/health/readiness"));
        return new Running(
                clinic.signIn(EMAIL, PASSWORD),
                new Zoom(new Api(zoom)),
                new Effort(server.handle(), database().orElseThrow(), sandbox.handle()),
                data.resolve("postgres"));
    }

    /** Not between a closing and its end, so that none is left behind. */
    private synchronized ChildProcess process(String name, List<String> arguments, Map<String, String> settings) {
        if (closed) {
            throw new Refused("The bench was stopped.");
        }
        ChildProcess process = ChildProcess.start(name, directory.resolve(name + ".log"), arguments, settings);
        closings.push(process::close);
        return process;
    }

    private Map<String, String> settings(int port, String zoom) {
        return Map.of(
                "SERVER_ADDRESS", LOOPBACK,
                "SERVER_PORT", String.valueOf(port),
                "HOUSECALL_DATA_DIR", data.toString(),
                "HOUSECALL_ADMIN_EMAIL", EMAIL,
                "HOUSECALL_ADMIN_PASSWORD", PASSWORD,
                "HOUSECALL_ZOOM_WEB_URL", zoom,
                "HOUSECALL_ZOOM_API_URL", zoom + "/v2");
    }

    /** The server's PostgreSQL, which is not a child of its process. */
    private Optional<ProcessHandle> database() {
        Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** A server that had to be killed leaves it running. */
    private void endOrphanedDatabase() {
        database().ifPresent(postmaster -> {
            postmaster.destroy();
            postmaster.onExit().join();
        });
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Runnable closing = closings.poll(); closing != null; closing = closings.poll()) {
            closing.run();
        }
    }

    /**
     * All of it, up and ready.
     *
     * @param postgres the directory of the server's own PostgreSQL
     */
    record Running(Api clinic, Zoom zoom, Effort effort, Path postgres) {}
}
