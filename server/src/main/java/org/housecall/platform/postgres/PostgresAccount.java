package org.housecall.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.housecall.platform.StartupProblem;

/**
 * The operating system's user that PostgreSQL's programs run as. They refuse to be root, so a server that runs as root starts them in a user
 * namespace where root looks like nobody, or, where that is not permitted, as nobody.
 */
record PostgresAccount(List<String> prefix, long uid) {

    private static final long ROOT = 0;
    private static final long NOBODY = 65534;

    private static final PostgresAccount IN_NAMESPACE = new PostgresAccount(List.of("unshare", "-U"), ROOT);
    private static final PostgresAccount AS_NOBODY =
            new PostgresAccount(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    static PostgresAccount choose() throws IOException {
        long self = new UnixSystem().getUid();
        if (self != ROOT) {
            return new PostgresAccount(List.of(), self);
        }
        for (PostgresAccount account : List.of(IN_NAMESPACE, AS_NOBODY)) {
            if (account.succeeds("true")) {
                return account;
            }
        }
        throw new StartupProblem(
                "PostgreSQL refuses to run as root, and this machine permits neither 'unshare -U' nor 'setpriv'",
                "Start Housecall as another user.");
    }

    /** Makes a directory with all it holds this account's own, also one that an earlier start made for another account. */
    void own(Path directory) throws IOException {
        if (owner(directory) == uid) {
            return;
        }
        if (new UnixSystem().getUid() != ROOT) {
            throw new StartupProblem(
                    "the directory %s belongs to another user".formatted(directory),
                    "Start Housecall as that user, or hand the directory over with chown -R.");
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setAttribute(path, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", (int) uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Lets this account pass through the data directory, which stays unreadable, to its own directory there. */
    void reach(Path dataDir, Path own) throws IOException {
        if (uid == NOBODY) {
            Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (!prefix.isEmpty() && !succeeds("test", "-x", own.toString())) {
            throw new StartupProblem(
                    "PostgreSQL refuses to run as root, and the user it runs as instead cannot reach %s".formatted(own),
                    "Start Housecall as another user, or choose with HOUSECALL_DATA_DIR a directory that others may enter.");
        }
    }

    List<String> command(String program, List<String> arguments) {
        return Stream.of(prefix, List.of(program), arguments)
                .flatMap(List::stream)
                .toList();
    }

    private static long owner(Path path) throws IOException {
        return ((Number) Files.getAttribute(path, "unix:uid")).longValue();
    }

    private boolean succeeds(String program, String... arguments) {
        try {
            return new ProcessBuilder(command(program, List.of(arguments)))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
