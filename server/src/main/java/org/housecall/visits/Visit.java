package org.housecall.visits;

import java.time.Instant;
import java.time.ZoneId;
import org.housecall.appointments.Appointment;
import org.housecall.clinics.Contact;
import org.housecall.clinics.Service;
import org.housecall.meetings.Meeting;
import org.housecall.meetings.VideoRules;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as its visit page shows it: nothing that tells who the patient is, and no way in.
 *
 * @param timeZone the clinic's; the page shows the reader's own first
 * @param lateMinutes by how much the clinic says that it begins later; null: it does not
 * @param meeting null for a visit in person
 * @param contact how the clinic is reached
 * @param fallback what to do instead, while there should be a way in and is none
 * @param joinable whether joining would succeed now
 * @param now the server's time, by which the page counts down
 */
public record Visit(
        String clinicName,
        String doctorName,
        String serviceName,
        Service.Mode mode,
        Instant start,
        Instant end,
        ZoneId timeZone,
        Appointment.Status status,
        @Nullable Integer lateMinutes,
        Contact contact,
        @Nullable VisitMeeting meeting,
        Instant joinOpensAt,
        Instant joinClosesAt,
        boolean joinable,
        VideoRules.@Nullable Fallback fallback,
        Instant now) {

    /** How the meeting stands. */
    public record VisitMeeting(Meeting.Status status) {}
}
