package org.housecall.availability.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.availability.BookedVisits.BookedVisit;

/**
 * The booked visits that a change would leave outside the hours.
 *
 * @param items the first of them
 * @param total how many there are
 */
record LeftOutsideView(List<VisitOutside> items, int total) {

    private static final int MOST = 100;

    static LeftOutsideView of(List<BookedVisit> visits) {
        return new LeftOutsideView(
                visits.stream().limit(MOST).map(VisitOutside::of).toList(), visits.size());
    }

    record VisitOutside(
            UUID id,
            Instant start,
            Instant end,
            UUID doctorId,
            String doctorName,
            String patientName,
            String serviceName) {

        static VisitOutside of(BookedVisit it) {
            return new VisitOutside(
                    it.appointmentId(),
                    it.during().start(),
                    it.during().end(),
                    it.doctorId(),
                    it.doctorName(),
                    it.patientName(),
                    it.serviceName());
        }
    }
}
