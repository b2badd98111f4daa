package org.housecall.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key behind {@link SecretBox}: from configuration, or made once in the data directory, readable by its owner only. */
@Configuration(proxyBeanMethods = false)
class EncryptionKey {

    static final String FILE = "encryption-key.json";

    @Bean
    SecretBox secretBox(PlatformSettings settings) {
        try {
            KeysetHandle keys = settings.encryptionKey() != null
                    ? read(settings.encryptionKey())
                    : read(readOrCreate(settings.dataDir().resolve(FILE)));
            return new SecretBox(keys.getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (GeneralSecurityException | IOException e) {
            throw new StartupProblem(
                    "the encryption key cannot be read",
                    "It must be a Tink AEAD keyset as JSON, in HOUSECALL_ENCRYPTION_KEY or in " + FILE
                            + " in the data directory.",
                    e);
        }
    }

    private static KeysetHandle read(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static String readOrCreate(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
                AeadConfig2026.get(),
                InsecureSecretKeyAccess.get());
        Path fresh = Files.createTempFile(
                file.getParent(),
                "key",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, json, StandardOpenOption.SYNC);
        try {
            // A link fails where the name is taken, so two starting nodes cannot replace each other's key.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file);
        } finally {
            Files.delete(fresh);
        }
        return json;
    }
}
