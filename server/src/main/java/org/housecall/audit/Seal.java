package org.housecall.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A link of a clinic's chain.
 *
 * @param number 1, 2, 3 … in the order of sealing
 * @param hash SHA-256 in hexadecimal: over this entry, its number, and the hash before
 */
record Seal(long number, UUID entryId, String hash) {

    /** Not the application's own: what that is set to write must not change what was sealed. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Seals an entry behind the chain's last seal; null: as the chain's first. */
    static Seal of(AuditEntry entry, @Nullable Seal last) {
        long number = last == null ? 1 : last.number + 1;
        return new Seal(number, entry.id(), hash(number, last == null ? null : last.hash, entry));
    }

    /** docs/operations.md tells how others compute it: change neither alone, and nothing once entries are sealed. */
    private static String hash(long number, @Nullable String previous, AuditEntry entry) {
        List<@Nullable Object> canonical = Arrays.<@Nullable Object>asList(
                number,
                previous,
                entry.id(),
                entry.clinicId(),
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.origin());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(canonical));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
