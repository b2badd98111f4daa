package org.housecall.appointments;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.housecall.availability.DoctorHours;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.Service;
import org.housecall.platform.Interval;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Patient, doctor, service, interval, status.
 *
 * @param doctorAccountId whose time it takes; who may start it
 * @param patientAccountId who may see it besides staff; null where the patient has no account
 * @param serviceName what the house calls the service
 * @param publicServiceName what patients call it
 * @param cancelledBy null where it is not cancelled, or Housecall did not note it
 * @param seriesId what it repeats in; null where it stands alone
 * @param overrideReason why staff booked it against the rules or into taken time; null where they did not
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
        String publicServiceName,
        Service.Mode mode,
        Instant start,
        Instant end,
        Status status,
        @Nullable String cancelReason,
        @Nullable Booker cancelledBy,
        @Nullable UUID seriesId,
        @Nullable String overrideReason,
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
                case BOOKED -> next != BOOKED;
                case CHECKED_IN -> next != CHECKED_IN; // back to BOOKED where it was the wrong patient
                case IN_PROGRESS ->
                    next == COMPLETED || next == NO_SHOW || next == BOOKED; // back where only the room was tried
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

        /** Whoever is in it has come or not, and gone. */
        boolean isOver() {
            return this == COMPLETED || this == NO_SHOW;
        }

        /** Nothing of it has happened yet, so time and doctor may change and it may be cancelled. */
        public boolean isChangeable() {
            return switch (this) {
                case BOOKED, CHECKED_IN -> true;
                case IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW -> false;
            };
        }
    }

    /** Whoever has seen another version decides on what is no more. */
    void requireVersion(@Nullable Integer seen) {
        if (seen != null && seen != version) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version-mismatch");
        }
    }

    /** The same appointment at another time, or with another doctor, service or mode. */
    Appointment movedTo(Service service, DoctorHours doctor, Instant from, Service.Mode by, @Nullable String override) {
        Duration length = service.id().equals(serviceId) ? duration() : service.duration();
        return new Appointment(
                id,
                doctor.doctorId(),
                doctor.name(),
                doctor.accountId(),
                patientId,
                patientName,
                patientAccountId,
                service.id(),
                service.name(),
                service.nameForPatients(),
                by,
                from,
                from.plus(length),
                status,
                cancelReason,
                cancelledBy,
                seriesId,
                override,
                version);
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

    /** Time, doctor, service, mode or status is another than before. */
    public record Changed(Appointment before, Appointment after) {}
}
