package org.housecall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.zoomsandbox.ZoomSandbox;

/** The server as a process of its own, on a database of its own, which outlives it; with the sandbox as its Zoom. */
public final class ServerProcess {

    /** On a small machine that is busy with much else. */
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    public final Map<String, String> settings = new HashMap<>();
    private final Path directory;
    private final String baseUrl = freeAddress();

    public ServerProcess(Path directory, ZoomSandbox zoom) {
        this.directory = directory;
        settings.put("SERVER_PORT", URI.create(baseUrl).getPort() + "");
        settings.put("HOUSECALL_BASE_URL", baseUrl);
        settings.put("HOUSECALL_DATA_DIR", directory.resolve("data").toString());
        settings.put("HOUSECALL_ADMIN_EMAIL", TestServer.ADMIN_EMAIL);
        settings.put("HOUSECALL_ADMIN_PASSWORD", TestServer.ADMIN_PASSWORD);
        settings.put("HOUSECALL_ZOOM_WEB_URL", zoom.baseUrl());
        settings.put("HOUSECALL_ZOOM_API_URL", zoom.baseUrl() + "/v2");
        settings.put("HOUSECALL_JOBS_HEARTBEAT", "1s");
        settings.put("HOUSECALL_POOL_SIZE", "8");
        TestDatabase.freshSettings()
                .forEach((name, value) ->
                        settings.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    }

    private ServerProcess(ServerProcess other) {
        directory = other.directory;
        settings.putAll(other.settings);
        settings.put("SERVER_PORT", URI.create(baseUrl).getPort() + "");
    }

    /** Another node on the same database and key, with the same settings but for its own address. */
    public ServerProcess secondNode() {
        return new ServerProcess(this);
    }

    /** Where this node itself is. */
    public String address() {
        return baseUrl;
    }

    public JavaProcess start(String... arguments) {
        return JavaProcess.start(directory, HousecallServer.class, settings, arguments);
    }

    /** Signs in as the Administrator, as soon as the server takes requests. */
    public Api signInOnceReady() {
        awaitReady();
        return new Api(baseUrl).signIn(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
    }

    /** Waits until it takes requests. */
    public void awaitReady() {
        JavaProcess.await(LONGEST_START, this::isReady);
    }

    private boolean isReady() {
        try {
            return new Api(baseUrl).get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false; // not listening yet
        }
    }

    /** An address of this machine that nothing listens at. */
    public static String freeAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://localhost:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
