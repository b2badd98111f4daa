package org.housecall.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded database of a server that is running, for a command beside it. */
public final class RunningDatabase {

    private static final int PORT_LINE = 3;

    private RunningDatabase() {}

    /** Whether there is an embedded database in the data directory, running or not. */
    public static boolean isIn(Path dataDir) {
        return Files.exists(cluster(dataDir));
    }

    /** The settings under which Spring finds the database that runs on the data directory; empty where none does. */
    public static Optional<Map<String, Object>> settings(Path dataDir) throws IOException {
        if (!isIn(dataDir)) {
            return Optional.empty();
        }
        Path cluster = cluster(dataDir).toRealPath();
        if (Postmaster.of(cluster).filter(it -> it.serves(cluster)).isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        return Optional.of(Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:%s/%s"
                        .formatted(lines.get(PORT_LINE).strip(), EmbeddedDatabase.NAME),
                "spring.datasource.username",
                EmbeddedDatabase.NAME,
                "spring.datasource.password",
                Files.readString(cluster.resolveSibling("password")).strip()));
    }

    private static Path cluster(Path dataDir) {
        return dataDir.toAbsolutePath().normalize().resolve("postgres").resolve("cluster");
    }
}
