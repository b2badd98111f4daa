package org.housecall.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.housecall.platform.postgres.EmbeddedDatabase;
import org.housecall.platform.postgres.OwnerOnly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where this installation's keyset is. Nothing here looks at the database: {@link EncryptionKeyCheck} does. */
@Component
public class EncryptionKey {

    static final String FILE = "encryption-key.json";

    private final PlatformSettings settings;
    private final ObjectProvider<EmbeddedDatabase> embedded;

    EncryptionKey(PlatformSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        if (settings.encryptionKey() != null && settings.encryptionKeyFile() != null) {
            throw new StartupProblem(
                    "there are two encryption keys",
                    "Set either HOUSECALL_ENCRYPTION_KEY or HOUSECALL_ENCRYPTION_KEY_FILE.");
        }
        this.settings = settings;
        this.embedded = embedded;
    }

    /** In the configuration itself, in a file that it names, or in the data directory. */
    public enum Place {
        CONFIGURATION,
        FILE,
        DATA_DIRECTORY
    }

    public Place place() {
        if (settings.encryptionKey() != null) {
            return Place.CONFIGURATION;
        }
        return settings.encryptionKeyFile() != null ? Place.FILE : Place.DATA_DIRECTORY;
    }

    /** The file, which need not be there; none with a key in the configuration. */
    public Path file() {
        Path named = settings.encryptionKeyFile();
        return (named == null ? settings.dataDir().resolve(FILE) : named)
                .toAbsolutePath()
                .normalize();
    }

    /** Whether who takes the data directory has the database and its key. */
    public boolean liesWithDatabase() throws IOException {
        return embedded.getIfAvailable() != null
                && place() != Place.CONFIGURATION
                && Files.exists(file())
                && file().toRealPath().startsWith(settings.dataDir().toRealPath());
    }

    boolean isThere() {
        return place() == Place.CONFIGURATION || Files.exists(file());
    }

    /** Fails with a {@link StartupProblem} where there is none, or no keyset. */
    public Keyset read() {
        if (!isThere()) {
            throw new StartupProblem("there is no encryption key in " + file(), remedy());
        }
        try {
            String configured = settings.encryptionKey();
            return Keyset.parse(configured == null ? Files.readString(file()) : configured);
        } catch (GeneralSecurityException | IOException e) {
            throw new StartupProblem(
                    "the encryption key cannot be read",
                    "It must be a Tink AEAD keyset as JSON, "
                            + (place() == Place.CONFIGURATION
                                    ? "in HOUSECALL_ENCRYPTION_KEY."
                                    : "readable, in " + file() + "."),
                    e);
        }
    }

    /** Makes a keyset in the data directory, where there is none yet. */
    Keyset create() {
        Keyset fresh = Keyset.fresh();
        try {
            OwnerOnly.directory(settings.dataDir());
            replace(fresh);
        } catch (IOException e) {
            throw new StartupProblem(
                    "the encryption key cannot be written to %s (%s)".formatted(file(), e),
                    "Make the data directory writable for the user that starts Housecall.",
                    e);
        }
        return fresh;
    }

    /** Puts another keyset into the file, as a whole. */
    public void replace(Keyset keyset) throws IOException {
        OwnerOnly.write(Files.exists(file()) ? file().toRealPath() : file(), keyset.json());
    }

    String remedy() {
        return switch (place()) {
            case CONFIGURATION -> "Set HOUSECALL_ENCRYPTION_KEY to the keyset this database was set up with.";
            case FILE -> "Put it back, or correct HOUSECALL_ENCRYPTION_KEY_FILE.";
            case DATA_DIRECTORY ->
                "Put back the file from your backup, or set HOUSECALL_ENCRYPTION_KEY or HOUSECALL_ENCRYPTION_KEY_FILE.";
        };
    }
}
