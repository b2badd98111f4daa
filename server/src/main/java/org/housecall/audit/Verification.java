package org.housecall.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of checking a chain.
 *
 * @param sealed how many entries are sealed and as they were, from the first on
 * @param waiting how many are not sealed yet
 * @param head the chain's end, to be kept elsewhere; null where nothing is sealed, or the chain is broken
 * @param broken the first thing that is not as it was; null where all is
 */
public record Verification(
        long sealed,
        long waiting,
        @Nullable Head head,
        @Nullable Break broken) {

    /** The end of a chain at some moment. Kept where the database's owner cannot write, it shows later whether the chain was cut off or made anew. */
    public record Head(long number, String hash) {}

    /**
     * Where a chain is broken.
     *
     * @param number the place in the chain; null for an entry outside it
     * @param entryId null where nothing tells any more which entry was there
     */
    public record Break(
            Kind kind, @Nullable Long number, @Nullable UUID entryId) {}

    /** In which way. */
    public enum Kind {
        /** The entry or its seal is not what was written. */
        ENTRY_CHANGED,
        ENTRY_MISSING,
        SEAL_MISSING,
        /** It neither has a seal nor waits for one: it was not written by this server, or its seal was taken away. */
        NEVER_SEALED,
        /** The chain ends before the kept head. */
        CUT_OFF,
        /** The chain is in itself as it should be, but not the one that the kept head was of. */
        REWRITTEN
    }
}
