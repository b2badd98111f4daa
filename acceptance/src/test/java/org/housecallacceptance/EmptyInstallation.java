package org.housecallacceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server on an empty database, with nobody in it but the Administrator, and the packaged sandbox beside it. */
final class EmptyInstallation implements Installation, AutoCloseable {

    static final String ADMINISTRATOR = "administrator@example.com";

    private static final String PASSWORD = "a long password for the first one";
    private static final Path SERVER = Path.of("..", "server", "target", "housecall-server.jar");
    private static final Path SANDBOX = Path.of("..", "zoom-sandbox", "target", "zoom-sandbox.jar");

    private final String address;
    private final String zoom;
    private final Process sandbox;
    private final Process server;

    private EmptyInstallation(String address, String zoom, Process sandbox, Process server) {
        this.address = address;
        this.zoom = zoom;
        this.sandbox = sandbox;
        this.server = server;
    }

    /** Starts both, with the server's data in a directory of its own. */
    static EmptyInstallation start(Path data) {
        try {
            int port = freePort();
            String address = "http://localhost:" + port;
            Process sandbox = java(
                    SANDBOX,
                    List.of("--port", "0", "--allow-loopback-http", "--redirect-uri", address + "/zoom/callback"),
                    Map.of());
            String zoom = lineWith(sandbox, "Zoom sandbox").replaceFirst(".* at ", "");
            Process server = java(
                    SERVER,
                    List.of(),
                    Map.of(
                            "SERVER_PORT", String.valueOf(port),
                            "HOUSECALL_BASE_URL", address,
                            "HOUSECALL_DATA_DIR", data.toString(),
                            "HOUSECALL_ADMIN_EMAIL", ADMINISTRATOR,
                            "HOUSECALL_ADMIN_PASSWORD", PASSWORD,
                            "HOUSECALL_ZOOM_WEB_URL", zoom,
                            "HOUSECALL_ZOOM_API_URL", zoom + "/v2"));
            lineWith(server, "Started HousecallServer");
            return new EmptyInstallation(address, zoom, sandbox, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process java(Path jar, List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The first such line; what comes after it is read on, or the pipe fills up. */
    private static String lineWith(Process process, String words) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> printed = new ArrayList<>();
        String line;
        while ((line = output.readLine()) != null) {
            printed.add(line);
            if (line.contains(words)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(printed::add));
                return line;
            }
        }
        throw new IllegalStateException("It ended:\n" + String.join("\n", printed));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String clinic() {
        return address;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("UTC");
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    /** The sandbox's address. */
    String zoom() {
        return zoom;
    }

    @Override
    public void close() {
        for (Process process : List.of(server, sandbox)) {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
