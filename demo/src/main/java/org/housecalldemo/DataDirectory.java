package org.housecalldemo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where the demo's server keeps its database: a fresh place that goes with the demo, or one that was asked for and stays. */
record DataDirectory(Path path, boolean kept) implements AutoCloseable {

    static DataDirectory of(@Nullable Path wanted) {
        try {
            return wanted == null
                    ? new DataDirectory(Files.createTempDirectory("housecall-demo-"), false)
                    : new DataDirectory(Files.createDirectories(wanted.toAbsolutePath()), true);
        } catch (IOException e) {
            throw new Refused("The demo cannot write to "
                    + (wanted == null ? System.getProperty("java.io.tmpdir") : wanted.toAbsolutePath()) + ".");
        }
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
