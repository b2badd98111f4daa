package org.housecall.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keys behind {@link SecretBox}, oldest first. The primary key seals, every key opens. Those before the primary key
 * are old; one after it waits to become primary. Each value begins with a one and the id of its key.
 */
public final class Keyset {

    private static final byte TINKS_PREFIX = 1;

    private final KeysetHandle handle;
    private final Aead aead;

    private Keyset(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(AeadConfig2026.get(), Aead.class);
        ByteBuffer probe = ByteBuffer.wrap(aead.encrypt(new byte[0], new byte[0]));
        if (probe.get() != TINKS_PREFIX || probe.getInt() != primary()) {
            throw new GeneralSecurityException("The primary key does not put its id before what it encrypts");
        }
    }

    static Keyset fresh() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Keyset parse(String json) throws GeneralSecurityException {
        return new Keyset(
                TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    /** All of it, in the clear. */
    public String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Aead aead() {
        return aead;
    }

    public int primary() {
        return handle.getPrimary().getId();
    }

    public List<Integer> ids() {
        return IntStream.range(0, handle.size())
                .mapToObj(place -> handle.getAt(place).getId())
                .toList();
    }

    public List<Integer> old() {
        return ids().subList(0, ids().indexOf(primary()));
    }

    public Optional<Integer> waiting() {
        return Optional.of(ids().getLast()).filter(last -> last != primary());
    }

    /** With one more key, which waits. */
    public Keyset withNewKey() {
        return changed(
                keys -> keys.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()));
    }

    /** With the last key as the primary one. */
    public Keyset promoted() {
        return changed(keys -> keys.getAt(keys.size() - 1).makePrimary());
    }

    public Keyset withoutOld() {
        int old = old().size();
        return changed(keys -> IntStream.range(0, old).forEach(_ -> keys.deleteAt(0)));
    }

    private Keyset changed(java.util.function.Consumer<KeysetHandle.Builder> change) {
        try {
            KeysetHandle.Builder keys = KeysetHandle.newBuilder(handle).setConfiguration(AeadConfig2026.get());
            change.accept(keys);
            return new Keyset(keys.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key's id as it is shown. */
    public static String name(int id) {
        return "%08x".formatted(id);
    }

    @Override
    public String toString() {
        return "Keyset" + ids().stream().map(Keyset::name).toList();
    }
}
