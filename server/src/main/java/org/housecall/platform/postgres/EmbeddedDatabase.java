package org.housecall.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import org.housecall.platform.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in the data directory, kept between starts: durable commits, a password, this machine only, another port at every start.
 * It runs until {@link #close}; one that a killed process left behind is stopped by the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The database, and the login that owns it. */
    public static final String NAME = "housecall";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DataDirectoryLock lock;
    private final PostgresCluster cluster;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedDatabase(DataDirectoryLock lock, PostgresCluster cluster, int port, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /** Starts the data directory's server, on the first start with an empty database. */
    public static EmbeddedDatabase start(Path dataDir) {
        Path own = absolute(dataDir).resolve("postgres");
        return start(dataDir, own, Durability.DURABLE);
    }

    /** Starts a server for tests: fast, not durable, with programs that many data directories share. */
    public static EmbeddedDatabase startThrowaway(Path dataDir, Path programs) {
        return start(dataDir, programs, Durability.THROWAWAY);
    }

    static EmbeddedDatabase start(Path dataDir, Path programs, Durability durability) {
        try {
            Path real = OwnerOnly.directory(absolute(dataDir)).toRealPath();
            DataDirectoryLock lock = DataDirectoryLock.take(real);
            try {
                return start(lock, real, OwnerOnly.directory(absolute(programs)), durability);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartupProblem(
                    "the data directory %s cannot be used (%s)".formatted(absolute(dataDir), e),
                    "Make it writable for the user that starts Housecall, or choose another with HOUSECALL_DATA_DIR.",
                    e);
        }
    }

    private static EmbeddedDatabase start(
            DataDirectoryLock lock, Path dataDir, Path programsHome, Durability durability) throws IOException {
        PostgresAccount account = PostgresAccount.choose();
        Path home = OwnerOnly.directory(dataDir.resolve("postgres"));
        account.own(home);
        account.reach(dataDir, home);
        Path unpacked = PostgresBinaries.unpackedIn(programsHome);
        account.own(unpacked);
        PostgresCluster cluster = new PostgresCluster(home, new PostgresPrograms(unpacked, account, home), durability);
        Path passwordFile = home.resolve("password");
        if (cluster.exists()) {
            cluster.refuseOtherVersion();
            cluster.stopOrphan();
        } else {
            OwnerOnly.write(passwordFile, newPassword());
            account.own(passwordFile);
            cluster.create(passwordFile);
        }
        if (programsHome.equals(home)) {
            OwnerOnly.deleteAll(home, PostgresBinaries.PREFIX, unpacked);
        }
        EmbeddedDatabase database = new EmbeddedDatabase(
                lock, cluster, cluster.start(), Files.readString(passwordFile).strip());
        database.prepare(durability);
        return database;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String newPassword() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private void prepare(Durability durability) throws IOException {
        try {
            superuser().requireDurability(durability);
            superuser().ensureLogin(NAME, password);
            superuser().ensureDatabase(NAME, NAME);
        } catch (StartupProblem e) {
            cluster.stop();
            throw e;
        } catch (SQLException e) {
            cluster.stop();
            throw new StartupProblem(
                    "the embedded PostgreSQL cannot be used (%s)".formatted(e.getMessage()),
                    "Its log is in the directory postgres/cluster/log of the data directory.",
                    e);
        }
    }

    /** Makes one more empty database, owned by the same login. */
    public void createDatabase(String name) throws SQLException {
        superuser().createDatabase(name, NAME);
    }

    /** How many clients are connected to the server. */
    public int clients() throws SQLException {
        return superuser().clients();
    }

    private Superuser superuser() {
        return new Superuser(jdbcUrl("postgres"), password);
    }

    /** The URL of the database {@value #NAME}. */
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /** The URL of a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** The id of PostgreSQL's main process. */
    public long processId() {
        try {
            return cluster.pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!cluster.stop()) {
                log.error("PostgreSQL still runs; the next start will stop it");
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
