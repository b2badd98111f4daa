package org.housecallbench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.housecallbench.Plans.Reading;

/** The owner of a server's PostgreSQL, past the server: fills its tables and watches its plans. */
final class Owner implements AutoCloseable {

    private static final String MARK = "end of a question";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final Path cluster;

    private Owner(Connection connection, Path cluster) {
        this.connection = connection;
        this.cluster = cluster;
    }

    static Owner of(Path postgres) {
        Path cluster = postgres.resolve("cluster");
        try {
            String port = Files.readAllLines(cluster.resolve("postmaster.pid")).get(3);
            String password = Files.readString(postgres.resolve("password")).strip();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/housecall";
            return new Owner(DriverManager.getConnection(url, "postgres", password), cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has every later connection able to explain; the server's pool opens new ones. */
    void prepareExplaining() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            statement.execute("alter database housecall set session_preload_libraries = 'auto_explain'");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void fill(SchedulingOptions options, int rows, LocalDate today) {
        try {
            Past.fill(connection, options, rows, today);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was read from the growing tables while it ran, by whoever. */
    Reading readingOf(Runnable question) {
        long begin = mark(0);
        question.run();
        long end = mark(begin);
        return Plans.in(log(begin, end));
    }

    void explain() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter system set auto_explain.log_analyze = on");
            statement.execute("alter system set auto_explain.log_buffers = on");
            statement.execute("alter system set auto_explain.log_timing = off");
            statement.execute("alter system set auto_explain.log_format = json");
            statement.execute("alter system set auto_explain.log_min_duration = 0");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void explainNoMore() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter system reset all");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long appointments() {
        return number("select count(*) from appointment");
    }

    long megabytes() {
        return number("select pg_database_size(current_database()) / 1000000");
    }

    private long number(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a line into the log, behind all that was written there for answers already given; returns where it ends. */
    private long mark(long from) {
        long searched = from == 0 ? size() : from;
        try (Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin raise log '" + MARK + "'; end $$");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            String since = log(searched, size());
            int mark = since.indexOf(MARK + "\n");
            if (mark >= 0) {
                String through = since.substring(0, mark + MARK.length() + 1);
                return searched + through.getBytes(StandardCharsets.UTF_8).length;
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        throw new Refused("PostgreSQL's log does not go on.");
    }

    private long size() {
        try {
            return Files.size(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log(long from, long to) {
        try (RandomAccessFile file = new RandomAccessFile(logFile().toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(to - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_current_logfile()")) {
            result.next();
            return cluster.resolve(result.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
