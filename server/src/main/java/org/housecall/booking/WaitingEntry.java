package org.housecall.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.housecall.availability.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A patient who waits for a visit. Dates and times are of the clinic's zone.
 *
 * @param publicServiceName what patients call the service
 * @param doctorId null: any
 * @param fromTime a visit may begin at this time of day at the earliest; null together with {@code toTime}: at any
 * @param toTime a visit must have ended at this time of day
 * @param appointmentId what came of it
 * @param offers the latest first
 */
public record WaitingEntry(
        UUID id,
        UUID patientId,
        String patientName,
        UUID serviceId,
        String serviceName,
        String publicServiceName,
        @Nullable UUID doctorId,
        @Nullable String doctorName,
        LocalDate firstDate,
        LocalDate lastDate,
        @Nullable LocalTime fromTime,
        @Nullable LocalTime toTime,
        Status status,
        @Nullable UUID appointmentId,
        Instant createdAt,
        List<Offer> offers) {

    /** How far it has come. */
    public enum Status {
        WAITING,
        BOOKED,
        REMOVED
    }

    /** A freed slot, offered to one who waits. Whoever accepts first has it. */
    public record Offer(UUID id, UUID entryId, UUID doctorId, String doctorName, Instant start, Reply reply) {

        /** What its receiver said. */
        public enum Reply {
            OPEN,
            ACCEPTED,
            DECLINED
        }
    }

    /** Whether a slot is at a time of day that was wished for. */
    boolean suits(Slot slot, ZoneId zone) {
        LocalTime start = slot.start().atZone(zone).toLocalTime();
        LocalTime end = slot.end().atZone(zone).toLocalTime();
        return fromTime == null
                || toTime == null
                || (!start.isBefore(fromTime) && !end.isAfter(toTime) && start.isBefore(end));
    }

    /** A freed slot was offered to somebody. */
    public record Offered(UUID entryId, UUID patientId, String serviceName, String doctorName, Instant start) {}
}
