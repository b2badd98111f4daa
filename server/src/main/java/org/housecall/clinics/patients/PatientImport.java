package org.housecall.clinics.patients;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was imported.
 *
 * @param created how many records it made
 * @param skipped how many of its rows made none
 * @param undoneAt when it was last taken back, if it was
 */
public record PatientImport(
        UUID id,
        String fileName,
        int created,
        int skipped,
        Instant createdAt,
        @Nullable Instant undoneAt) {}
