package org.housecall;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server on an empty database for one test class alone, where settings or beans would disturb the others. Runs no jobs. */
public final class OwnServer {

    private OwnServer() {}

    /**
     * Starts one; whoever does closes it.
     *
     * @param settings in place of the usual ones, or besides them
     * @param beans besides the server's own
     */
    public static ConfigurableApplicationContext start(Path dataDir, Map<String, String> settings, Class<?>... beans) {
        Map<String, String> all = new HashMap<>(TestDatabase.freshSettings());
        all.put("server.port", "0");
        all.put("housecall.base-url", "http://localhost:8080");
        all.put("housecall.data-dir", dataDir.toString());
        all.put("housecall.pool.size", "4");
        all.put("housecall.jobs.enabled", "false");
        all.putAll(settings);
        return new SpringApplicationBuilder(Stream.concat(Stream.of(HousecallServer.class), Stream.of(beans))
                        .toArray(Class<?>[]::new))
                .run(all.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new));
    }
}
