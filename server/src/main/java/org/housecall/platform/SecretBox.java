package org.housecall.platform;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what must not lie in the clear at rest. The context names what the value belongs to; a ciphertext copied to
 * another row does not open there.
 */
public final class SecretBox {

    private final Aead aead;
    private final int primary;

    public SecretBox(Keyset keyset) {
        this.aead = keyset.aead();
        this.primary = keyset.primary();
    }

    /** The id of the key that seals. */
    public int primary() {
        return primary;
    }

    public byte[] seal(String value, String context) {
        try {
            return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encrypting failed", e);
        }
    }

    /** Fails with {@link SealBroken} where key or context is another than at sealing. */
    public String open(byte[] sealed, String context) {
        try {
            return new String(aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    public byte @Nullable [] sealIfPresent(@Nullable String value, String context) {
        return value == null ? null : seal(value, context);
    }

    public @Nullable String openIfPresent(byte @Nullable [] sealed, String context) {
        return sealed == null ? null : open(sealed, context);
    }

    /** The value was sealed with another key or for another place. */
    public static final class SealBroken extends RuntimeException {
        SealBroken(Throwable cause) {
            super("A stored secret does not open with this installation's key", cause);
        }
    }
}
