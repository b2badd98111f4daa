package org.housecall.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.housecall.JavaProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database against the ways a server ends. */
class EmbeddedDatabaseProcessTests {

    @TempDir
    Path temporary;

    /** Spares every start the unpacking. */
    @BeforeEach
    void copyPrograms() throws IOException, InterruptedException {
        Path unpacked = PostgresBinaries.unpackedIn(OwnerOnly.directory(Path.of("target", "postgres")));
        Path home = OwnerOnly.directory(temporary.resolve("data/postgres"));
        Process copy = new ProcessBuilder("cp", "-a", unpacked.toString(), home.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
    }

    @Test
    void leavesNoProcessWhenTerminated() {
        try (JavaProcess server = start(Map.of())) {
            assertThat(server.await("starts ")).isEqualTo("1");
            server.terminate();
            assertThat(runs(postmaster(server))).isFalse();
            assertThat(temporary.resolve("data/postgres/cluster/postmaster.pid"))
                    .doesNotExist();
        }
    }

    @Test
    void keepsEveryCommitWhenKilled() {
        try (JavaProcess killed = start(Map.of())) {
            killed.await("starts ");
            killed.kill();
            assertThat(runs(postmaster(killed))).isTrue();
            try (JavaProcess next = start(Map.of())) {
                assertThat(next.await("starts ")).isEqualTo("2");
                assertThat(runs(postmaster(killed))).isFalse();
                next.terminate();
                assertThat(runs(postmaster(next))).isFalse();
            }
        }
    }

    @Test
    void recoversWhenPostgresIsKilledToo() {
        try (JavaProcess killed = start(Map.of())) {
            killed.await("starts ");
            killed.kill();
            ProcessHandle.of(postmaster(killed).pid()).orElseThrow().destroyForcibly();
            JavaProcess.await(() -> !runs(postmaster(killed)));
            try (JavaProcess next = start(Map.of())) {
                assertThat(next.await("starts ")).isEqualTo("2");
                next.terminate();
            }
        }
    }

    @Test
    void refusesDirectoryOfRunningServer() {
        try (JavaProcess first = start(Map.of())) {
            first.await("starts ");
            try (JavaProcess second = start(Map.of())) {
                assertThat(second.awaitExit()).isOne();
                assertThat(second.errors().strip())
                        .isEqualTo("Housecall cannot start: the data directory %s is in use by another Housecall"
                                        .formatted(temporary.resolve("data"))
                                + " (process %d). Stop that one, or choose another directory with HOUSECALL_DATA_DIR."
                                        .formatted(first.pid()));
            }
            first.terminate();
        }
    }

    @Test
    void runsPostgresAsNobodyWhereRootMayNotMakeNamespaces() throws IOException {
        assumeThat(new UnixSystem().getUid()).isZero();
        String path = forbidding("unshare");
        openToOthers(temporary);
        try (JavaProcess server = start(Map.of("PATH", path))) {
            assertThat(server.await("starts ")).isEqualTo("1");
            assertThat(Files.getAttribute(temporary.resolve("data/postgres/cluster"), "unix:uid"))
                    .isEqualTo(65534);
            server.terminate();
            assertThat(runs(postmaster(server))).isFalse();
        }
        try (JavaProcess permitted = start(Map.of())) {
            assertThat(permitted.await("starts ")).isEqualTo("2");
            permitted.terminate();
        }
    }

    @Test
    void saysWhatToDoWhereRootMayDoNeither() throws IOException {
        assumeThat(new UnixSystem().getUid()).isZero();
        forbidding("setpriv");
        try (JavaProcess server = start(Map.of("PATH", forbidding("unshare")))) {
            assertThat(server.awaitExit()).isOne();
            assertThat(server.errors().strip())
                    .isEqualTo("Housecall cannot start: PostgreSQL refuses to run as root, and this machine permits"
                            + " neither 'unshare -U' nor 'setpriv'. Start Housecall as another user.");
        }
    }

    private JavaProcess start(Map<String, String> environment) {
        return JavaProcess.start(
                temporary, DatabaseProgram.class, environment, "--housecall.data-dir=" + temporary.resolve("data"));
    }

    private Postmaster postmaster(JavaProcess server) {
        return new Postmaster(Long.parseLong(server.await("postmaster ")));
    }

    private boolean runs(Postmaster postmaster) {
        return postmaster.serves(temporary.resolve("data/postgres/cluster"));
    }

    /** A search path on which the program fails, as it does where the kernel does not permit what it wants. */
    private String forbidding(String program) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve("forbidden"));
        Path file = Files.writeString(directory.resolve(program), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return directory + ":" + System.getenv("PATH");
    }

    private static void openToOthers(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
