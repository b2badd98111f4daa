package org.housecall.appointments;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.housecall.clinics.Service;
import org.housecall.platform.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Patient, doctor, service, interval, status.
 *
 * @param doctorAccountId whose time it takes; who may start it
 * @param patientAccountId who may see it besides staff; null where the patient has no account
 * @param version counts its changes, from 1
 */
public record Appointment(
        UUID id,
        UUID doctorId,
        String doctorName,
        UUID doctorAccountId,
        UUID patientId,
        String patientName,
        @Nullable UUID patientAccountId,
        UUID serviceId,
        String serviceName,
        Service.Mode mode,
        Instant start,
        Instant end,
        Status status,
        @Nullable String cancelReason,
        int version) {

    /** Where an appointment is in its life. */
    public enum Status {
        BOOKED,
        CHECKED_IN,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED,
        NO_SHOW;

        /** The states that may follow this one. */
        boolean mayBecome(Status next) {
            return switch (this) {
                case BOOKED, CHECKED_IN -> next != BOOKED && next != this;
                case IN_PROGRESS -> next == COMPLETED;
                case COMPLETED, NO_SHOW -> next == BOOKED || next == IN_PROGRESS;
                case CANCELLED -> false;
            };
        }

        /** The visit is still to come or going on, so its time is taken and a video visit needs its meeting. */
        public boolean isLive() {
            return switch (this) {
                case BOOKED, CHECKED_IN, IN_PROGRESS -> true;
                case COMPLETED, CANCELLED, NO_SHOW -> false;
            };
        }

        /** Nothing of it has happened yet, so time and doctor may change and it may be cancelled. */
        public boolean isChangeable() {
            return switch (this) {
                case BOOKED, CHECKED_IN -> true;
                case IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW -> false;
            };
        }
    }

    public Interval interval() {
        return new Interval(start, end);
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    public boolean isVideo() {
        return mode == Service.Mode.VIDEO;
    }

    /** It was booked. */
    public record Booked(Appointment appointment) {}

    /** Time, doctor or status is another than before. */
    public record Changed(Appointment before, Appointment after) {}
}
