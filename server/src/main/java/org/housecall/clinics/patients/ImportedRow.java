package org.housecall.clinics.patients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an imported file.
 *
 * @param line its number in the file
 * @param details null where something is wrong
 * @param wrong what keeps it from being imported, in words
 */
public record ImportedRow(long line, @Nullable PatientDetails details, List<Wrong> wrong) {

    /** A value that cannot be kept. */
    public record Wrong(Column column, String message) {}
}
