package org.housecall.platform.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** Files and directories that nobody but their owner reads, from the moment they exist. */
public final class OwnerOnly {

    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnly() {}

    public static Path directory(Path path) throws IOException {
        return Files.createDirectories(path, DIRECTORY);
    }

    static Path temporaryDirectory(Path parent, String prefix) throws IOException {
        return Files.createTempDirectory(parent, prefix, DIRECTORY);
    }

    static Path temporaryFile(Path parent, String prefix) throws IOException {
        return Files.createTempFile(parent, prefix, null, FILE);
    }

    static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), FILE);
    }

    /** Replaces the file as a whole: after a crash it has the old content or the new, never a part. */
    public static void write(Path path, String content) throws IOException {
        Path fresh = temporaryFile(parent(path), path.getFileName() + ".");
        if (Files.exists(path) && !Files.getOwner(path).equals(Files.getOwner(fresh))) {
            Files.setOwner(fresh, Files.getOwner(path)); // which root may, and nobody else has to
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
        moveDurably(fresh, path);
    }

    static void moveDurably(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(parent(to), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    private static Path parent(Path path) {
        return requireNonNull(path.toAbsolutePath().getParent());
    }

    /** Removes what earlier, interrupted starts left behind. */
    static void deleteAll(Path parent, String prefix, Path except) throws IOException {
        try (var leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path leftover : leftovers) {
                if (!leftover.equals(except)) {
                    FileSystemUtils.deleteRecursively(leftover);
                }
            }
        }
    }
}
