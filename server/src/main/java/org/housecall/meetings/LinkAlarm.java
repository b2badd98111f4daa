package org.housecall.meetings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.jspecify.annotations.Nullable;

/**
 * A video visit of the next 24 hours that has no working link.
 *
 * @param status null where there is not even a meeting
 * @param noticedAt since when it is known
 * @param lastHour whether it begins within the hour
 * @param acknowledgedBy whose account has seen it
 */
public record LinkAlarm(
        UUID appointmentId,
        Instant start,
        UUID doctorId,
        String doctorName,
        Meeting.@Nullable Status status,
        @Nullable MeetingProblem problem,
        Instant noticedAt,
        boolean lastHour,
        @Nullable Instant acknowledgedAt,
        @Nullable UUID acknowledgedBy,
        @Nullable Instant fallbackSentAt) {

    /** Nobody has acknowledged these: newly found, or with an hour left. */
    public record Raised(List<LinkAlarm> visits) {}

    /** The patient is to be told what to do instead. */
    public record FallbackWanted(Appointment appointment, VideoRules.Fallback fallback) {}
}
