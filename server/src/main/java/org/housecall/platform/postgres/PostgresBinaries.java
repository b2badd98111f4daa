package org.housecall.platform.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.housecall.platform.StartupProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the jar once into a directory whose name tells one release from another. */
final class PostgresBinaries {

    static final String PREFIX = "programs-";

    private PostgresBinaries() {}

    static Path unpackedIn(Path parent) throws IOException {
        URL archive = archive();
        Path directory = parent.resolve(PREFIX + digest(archive));
        if (!Files.isDirectory(directory)) {
            Path unfinished = OwnerOnly.temporaryDirectory(parent, PREFIX);
            unpack(archive, unfinished);
            publish(unfinished, directory);
        }
        return directory;
    }

    private static void publish(Path unfinished, Path directory) throws IOException {
        try {
            OwnerOnly.moveDurably(unfinished, directory);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
            // Another process unpacked the same archive meanwhile.
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    private static URL archive() {
        String name = "postgres-%s-%s.txz".formatted(system(), architecture());
        @Nullable URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new StartupProblem(
                    "this build brings no PostgreSQL for %s on %s"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    "Name one of your own with SPRING_DATASOURCE_URL, or build Housecall on this machine.");
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }

    private static String digest(URL archive) throws IOException {
        try (var in = new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(URL archive, Path directory) throws IOException {
        try (InputStream packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, directory.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            OwnerOnly.directory(target);
            return;
        }
        OwnerOnly.directory(requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
}
