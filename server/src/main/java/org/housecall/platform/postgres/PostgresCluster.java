package org.housecall.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.housecall.platform.StartupProblem;
import org.housecall.platform.postgres.PostgresPrograms.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory of PostgreSQL's data and the one server process on it. */
final class PostgresCluster {

    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

    /** Long, because after a crash the start replays what was written since the last checkpoint. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int PORT_ATTEMPTS = 3;

    private final Path home;
    private final Path directory;
    private final PostgresPrograms programs;
    private final Durability durability;

    PostgresCluster(Path home, PostgresPrograms programs, Durability durability) {
        this.home = home;
        this.directory = home.resolve("cluster");
        this.programs = programs;
        this.durability = durability;
    }

    boolean exists() {
        return Files.exists(directory);
    }

    /** Makes an empty cluster. It gets its name only when complete, so a crash on the way leaves nothing that looks like one. */
    void create(Path superuserPassword) throws IOException {
        String unfinishedPrefix = "unfinished-cluster-";
        OwnerOnly.deleteAll(home, unfinishedPrefix, directory);
        Path unfinished = OwnerOnly.temporaryDirectory(home, unfinishedPrefix);
        programs.account().own(unfinished);
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + unfinished,
                "--username=" + Superuser.NAME,
                "--pwfile=" + superuserPassword,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.THROWAWAY) {
            arguments.add("--no-sync");
        }
        Outcome outcome = programs.run(START_LIMIT, "initdb", arguments);
        if (outcome.failed()) {
            throw new StartupProblem(
                    "PostgreSQL cannot create its data in %s (%s)".formatted(home, outcome.lastLine()),
                    "Check the disk's space and the directory's permissions.");
        }
        OwnerOnly.moveDurably(unfinished, directory);
    }

    void refuseOtherVersion() throws IOException {
        String data = Files.readString(directory.resolve("PG_VERSION")).strip();
        String ours = majorVersion();
        if (!data.equals(ours)) {
            throw new StartupProblem(
                    "the data in %s was written by PostgreSQL %s, but this Housecall brings PostgreSQL %s"
                            .formatted(directory, data, ours),
                    "Start the Housecall that wrote it, or move the data to a PostgreSQL of your own and name that with"
                            + " SPRING_DATASOURCE_URL.");
        }
    }

    private String majorVersion() throws IOException {
        Outcome outcome = programs.run(STOP_LIMIT, "postgres", List.of("--version"));
        if (outcome.failed()) {
            throw new StartupProblem(
                    "this machine cannot run the PostgreSQL that Housecall brings (%s)".formatted(outcome.lastLine()),
                    "Name one of your own with SPRING_DATASOURCE_URL.");
        }
        return outcome.output().strip().replaceFirst("^.* (\\d+)\\..*$", "$1");
    }

    /** Ends what a killed server left running: PostgreSQL does not notice that nobody needs it any more. */
    void stopOrphan() throws IOException {
        Optional<Postmaster> recorded = Postmaster.of(directory);
        if (recorded.isEmpty()) {
            Postmaster.forget(directory);
            return;
        }
        Postmaster postmaster = recorded.get();
        if (!postmaster.serves(directory)) {
            postmaster.disown(directory);
            return;
        }
        log.info("Stopping PostgreSQL (process {}) left by a server that was killed", postmaster.pid());
        if (!stop()) {
            throw new StartupProblem(
                    "a PostgreSQL from an earlier start (process %d) still uses %s"
                            .formatted(postmaster.pid(), directory),
                    "End it with kill -INT %d.".formatted(postmaster.pid()));
        }
    }

    /** Starts the server and returns its port, a free one each time. */
    int start() throws IOException {
        Files.writeString(directory.resolve("postgresql.conf"), configuration());
        Files.writeString(
                directory.resolve("pg_hba.conf"),
                "# Written at every start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Path output = home.resolve("start.log");
            Files.deleteIfExists(output);
            Outcome outcome = programs.run(START_LIMIT.plusSeconds(10), "pg_ctl", startArguments(port, output));
            if (!outcome.failed()) {
                return port;
            }
            String reason = Files.exists(output) ? Files.readString(output) : outcome.output();
            if (!reason.contains("could not create any TCP/IP sockets") || attempt == PORT_ATTEMPTS) {
                throw new StartupProblem(
                        "PostgreSQL does not start on %s (%s)".formatted(directory, complaint(reason)),
                        "Its full report is in %s.".formatted(output));
            }
        }
    }

    private List<String> startArguments(int port, Path output) {
        return List.of(
                "start",
                "--pgdata=" + directory,
                "--log=" + output,
                "--options=-p %d -h 127.0.0.1".formatted(port),
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds());
    }

    private static String complaint(String report) {
        return report.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((before, last) -> last)
                .map(line -> line.replaceFirst("^.*(FATAL|PANIC): *", ""))
                .orElseGet(() -> new Outcome(1, report).lastLine());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    long pid() throws IOException {
        return Postmaster.of(directory).orElseThrow().pid();
    }

    /** Breaks off what clients do and stops the server; false if it is still there. */
    boolean stop() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(directory);
        if (postmaster.isEmpty()) {
            return true;
        }
        if (stopRequest("fast").failed()) {
            log.warn("PostgreSQL did not stop in time and is made to; its next start recovers");
            stopRequest("immediate");
        }
        return postmaster.get().awaitEnd(directory, STOP_LIMIT);
    }

    private Outcome stopRequest(String mode) throws IOException {
        return programs.run(
                STOP_LIMIT.plusSeconds(10),
                "pg_ctl",
                List.of(
                        "stop",
                        "--pgdata=" + directory,
                        "--mode=" + mode,
                        "--wait",
                        "--timeout=" + STOP_LIMIT.toSeconds()));
    }

    private String configuration() {
        return """
                # Written at every start; what ALTER SYSTEM sets stays and wins.
                unix_socket_directories = ''
                max_connections = 60
                fsync = %1$s
                synchronous_commit = %1$s
                full_page_writes = %1$s
                password_encryption = scram-sha-256
                timezone = 'UTC'
                log_timezone = 'UTC'
                # A week of logs. Statements and the values they fail on are patients' data and stay out of them.
                logging_collector = %1$s
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = 1d
                log_truncate_on_rotation = on
                log_min_error_statement = panic
                log_error_verbosity = terse
                """.formatted(durability.setting());
    }
}
