package org.housecall.platform;

import java.io.IOException;
import java.nio.file.Path;
import org.housecall.platform.postgres.RunningDatabase;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Where a command finds the database of the server that it is given the same settings as. */
public final class ServersDatabase {

    private ServersDatabase() {}

    /**
     * Points a command's settings to the server's database. A configured one stays; an embedded one is joined where the
     * server runs, else the command starts it. Fails where there is none, which a server would make.
     */
    public static void find(ConfigurableEnvironment environment) {
        if (!environment.getProperty("spring.datasource.url", "").isBlank()) {
            return;
        }
        Path dataDir = Path.of(environment.getProperty("housecall.data-dir", "./data"));
        if (!RunningDatabase.isIn(dataDir)) {
            throw new StartupProblem(
                    "there is no database in " + dataDir,
                    "Set HOUSECALL_DATA_DIR or SPRING_DATASOURCE_URL as for the server.");
        }
        try {
            RunningDatabase.settings(dataDir)
                    .ifPresent(settings -> environment
                            .getPropertySources()
                            .addFirst(new MapPropertySource("running database", settings)));
        } catch (IOException e) {
            throw new StartupProblem(
                    "the data directory %s cannot be read (%s)".formatted(dataDir, e),
                    "Start the command as the user that starts the server.",
                    e);
        }
    }
}
