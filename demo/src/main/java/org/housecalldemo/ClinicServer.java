package org.housecalldemo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.housecall.HousecallServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** The very server that clinics run, told to use what the demo has around it. */
final class ClinicServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String address;

    private ClinicServer(ConfigurableApplicationContext context, String address) {
        this.context = context;
        this.address = address;
    }

    static ClinicServer start(int port, Path dataDir, String zoom, int smtpPort) {
        String address = "http://localhost:" + port;
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", Ports.LOOPBACK);
        settings.put("server.port", port);
        settings.put("server.shutdown", "immediate"); // nobody waits for a demo's last request
        settings.put("housecall.base-url", address);
        settings.put("housecall.data-dir", dataDir.toString());
        settings.put("housecall.zoom.web-url", zoom);
        settings.put("housecall.zoom.api-url", zoom + "/v2");
        settings.put("housecall.admin.email", People.ADMINISTRATOR.email());
        settings.put("housecall.admin.password", People.PASSWORD);
        settings.put("spring.mail.host", Ports.LOOPBACK);
        settings.put("spring.mail.port", smtpPort);
        settings.put("logging.file.name", dataDir.resolve("demo.log").toString());
        settings.put("logging.threshold.console", "warn");

        SpringApplication server = new SpringApplication(HousecallServer.class);
        server.setEnvironment(new OnlyThese(settings));
        try {
            return new ClinicServer(server.run(), address);
        } catch (RuntimeException failure) {
            throw new NotStarted(failure);
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        context.close();
    }

    /** The server has said why already. */
    static final class NotStarted extends RuntimeException {
        NotStarted(RuntimeException cause) {
            super(cause);
        }
    }

    /** Nothing of the shell's variables gets in: a real installation's settings must not meet sample data. */
    private static final class OnlyThese extends StandardEnvironment {

        OnlyThese(Map<String, Object> settings) {
            getPropertySources().addFirst(new MapPropertySource("demo", settings));
        }

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // neither system properties nor environment variables
        }
    }
}
