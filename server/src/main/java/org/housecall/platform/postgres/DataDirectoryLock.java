package org.housecall.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.housecall.platform.StartupProblem;
import org.jspecify.annotations.Nullable;

/** One server per data directory. The operating system drops the lock with the process, however that ends. */
final class DataDirectoryLock implements AutoCloseable {

    /** Closing any channel on a file drops the locks this process has on it, so a held file must not be opened again. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataDirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DataDirectoryLock take(Path dataDir) throws IOException {
        Path file = dataDir.resolve("housecall.lock");
        if (!HELD.add(file)) {
            throw inUse(dataDir, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new DataDirectoryLock(file, lock(dataDir, file));
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(Path dataDir, Path file) throws IOException {
        FileChannel channel = OwnerOnly.open(file);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(dataDir, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StartupProblem inUse(Path dataDir, String pid) {
        return new StartupProblem(
                "the data directory %s is in use by another Housecall (process %s)".formatted(dataDir, pid),
                "Stop that one, or choose another directory with HOUSECALL_DATA_DIR.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
