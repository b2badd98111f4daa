package org.housecall.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;

/** Tells which visits are booked, for whoever changes the hours that they are in. */
public interface BookedVisits {

    /**
     * Visits of the current clinic of which nothing has happened yet, by start.
     *
     * @param doctorId of whom; null: of all doctors
     * @param from that begin then or later
     * @param until that begin before; null: whenever
     */
    List<BookedVisit> between(@Nullable UUID doctorId, Instant from, @Nullable Instant until);

    /** A visit as those who plan see it. */
    record BookedVisit(
            UUID appointmentId,
            UUID doctorId,
            String doctorName,
            String patientName,
            String serviceName,
            Interval during) {}
}
