package org.housecall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;

/** The whole server on a real PostgreSQL, with the sandbox as its Zoom: one for all tests of the JVM, each in a clinic of its own. */
public final class TestServer {

    public static final String ADMIN_EMAIL = "administrator@example.com";
    public static final String ADMIN_PASSWORD = "a long password for tests";

    private static final Running RUNNING = start();

    private TestServer() {}

    public static String baseUrl() {
        return "http://localhost:" + RUNNING.port();
    }

    public static <T> T bean(Class<T> type) {
        return RUNNING.context().getBean(type);
    }

    public static <T> T bean(String name, Class<T> type) {
        return RUNNING.context().getBean(name, type);
    }

    /** All of a kind. */
    public static <T> Collection<T> beans(Class<T> type) {
        return RUNNING.context().getBeansOfType(type).values();
    }

    public static ZoomSandbox sandbox() {
        return RUNNING.sandbox();
    }

    public static ConfigurableApplicationContext context() {
        return RUNNING.context();
    }

    /** Another node on the same database and key, whose jobs the first runs; whoever starts it closes it. */
    public static ConfigurableApplicationContext secondNode() {
        Map<String, String> settings = new HashMap<>();
        RUNNING.settings().forEach((name, value) -> settings.put(name, String.valueOf(value)));
        settings.put("server.port", "0");
        settings.put("housecall.jobs.enabled", "false");
        return OwnServer.start(Path.of(String.valueOf(settings.get("housecall.data-dir"))), settings);
    }

    /** A client that nobody is signed in with. */
    public static Api nobody() {
        return new Api(baseUrl());
    }

    /** A client signed in as the Administrator. */
    public static Api administrator() {
        return nobody().signIn(ADMIN_EMAIL, ADMIN_PASSWORD);
    }

    private static Running start() {
        try {
            ZoomSandbox sandbox = ZoomSandbox.start(Options.forTests());
            Path data = Files.createTempDirectory("housecall-test-data-");
            Map<String, Object> settings = new HashMap<>(TestDatabase.freshSettings());
            settings.put("server.port", "0");
            settings.put("housecall.base-url", "http://localhost:8080");
            settings.put("housecall.data-dir", data.toString());
            settings.put("housecall.admin.email", ADMIN_EMAIL);
            settings.put("housecall.admin.password", ADMIN_PASSWORD);
            settings.put("housecall.sign-in.attempts-per-network", "1000000"); // all tests come from one
            settings.put("housecall.outgoing.allow-loopback", "true");
            settings.put("housecall.zoom.web-url", sandbox.baseUrl());
            settings.put("housecall.zoom.api-url", sandbox.baseUrl() + "/v2");
            settings.put("housecall.jobs.polling", "200ms");
            settings.put("housecall.zoom.read-timeout", "5s");
            settings.put("housecall.meetings.lost-answer-wait", "3s");
            ConfigurableApplicationContext context = new SpringApplicationBuilder(HousecallServer.class)
                    .run(settings.entrySet().stream()
                            .map(it -> "--" + it.getKey() + "=" + it.getValue())
                            .toArray(String[]::new));
            int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            return new Running(context, port, sandbox, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(
            ConfigurableApplicationContext context, int port, ZoomSandbox sandbox, Map<String, Object> settings) {}
}
