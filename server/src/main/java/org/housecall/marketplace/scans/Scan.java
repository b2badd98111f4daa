package org.housecall.marketplace.scans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a scanner, as whoever ran it wrote it down.
 *
 * @param ranOn the day, where it was run
 * @param file what the scanner wrote; null: not kept here
 */
public record Scan(
        UUID id,
        Subject subject,
        Kind kind,
        String tool,
        String toolVersion,
        String target,
        LocalDate ranOn,
        Counts counts,
        @Nullable File file,
        UUID recordedBy,
        Instant recordedAt) {

    /** What was looked at. */
    public enum Subject {
        /** A release of the software, as it is published. */
        RELEASE,
        /** This installation, with its own surroundings. */
        INSTALLATION
    }

    /** How it was looked at. */
    public enum Kind {
        STATIC,
        DYNAMIC,
        DEPENDENCIES
    }

    /** How many weaknesses of each severity. */
    public record Counts(int critical, int high, int medium, int low) {}

    /** The file's name and the SHA-256 of what it holds, in hexadecimal. */
    public record File(String name, String sha256) {}
}
