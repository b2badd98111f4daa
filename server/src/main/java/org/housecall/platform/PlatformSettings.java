package org.housecall.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation lives.
 *
 * @param baseUrl the address people and Zoom reach it at, without a trailing slash; https but on loopback
 * @param dataDir the embedded database and, where none is configured, the encryption key
 * @param encryptionKey a Tink AEAD keyset as JSON; null: it is in a file
 * @param encryptionKeyFile the file with the keyset; null: made once, owner-only, in the data directory
 */
@ConfigurationProperties("housecall")
public record PlatformSettings(
        URI baseUrl,
        @DefaultValue("./data") Path dataDir,
        @Nullable String encryptionKey,
        @Nullable Path encryptionKeyFile) {

    public PlatformSettings {
        String text = baseUrl.toString().replaceAll("/+$", "");
        baseUrl = URI.create(text);
        LoopbackOrHttps.check("HOUSECALL_BASE_URL", baseUrl);
        // An unset variable arrives as an empty text from a compose file.
        encryptionKey = encryptionKey == null || encryptionKey.isBlank() ? null : encryptionKey;
        encryptionKeyFile =
                encryptionKeyFile == null || encryptionKeyFile.toString().isBlank() ? null : encryptionKeyFile;
    }

    /** The public address of a path of this server; the path starts with a slash. */
    public URI url(String path) {
        return URI.create(baseUrl + path);
    }

    public boolean secure() {
        return "https".equals(baseUrl.getScheme());
    }
}
