package org.housecall.appointments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Slot;
import org.housecall.clinics.Doctor;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;

/** A doctor is not there for a while, or for good: what was booked then has to be seen to. */
public record Absence(Doctor doctor, DayException timeOff) {

    /** The visits it hits, by start; {@code more} where these are only the first. */
    public record Plan(List<AffectedVisit> visits, boolean more) {}

    /**
     * A visit with what is possible for it, as far as one can say before somebody decides.
     *
     * @param colleagues who offers the service too; empty where the viewer may not give visits to others
     * @param later next free times of the same doctor; no two visits are offered the same one first
     * @param withOthers next free times of colleagues, likewise
     */
    public record AffectedVisit(
            Appointment appointment, List<Colleague> colleagues, List<Slot> later, List<Slot> withOthers) {}

    /** A doctor who offers the service, and whether the time of the visit is free there. */
    public record Colleague(UUID doctorId, String name, boolean free) {}

    /** What is to become of one visit, in the version that was seen. */
    public sealed interface Choice {

        UUID appointmentId();

        int version();

        /** Another time, another doctor, or both; null stays. */
        record Move(
                UUID appointmentId,
                int version,
                @Nullable Instant start,
                @Nullable UUID doctorId) implements Choice {

            boolean isDone(Appointment it) {
                return (start == null || it.start().equals(start))
                        && (doctorId == null || it.doctorId().equals(doctorId));
            }
        }

        /** It does not take place; the patient reads the reason. */
        record Cancel(
                UUID appointmentId, int version, @Nullable String reason) implements Choice {}
    }

    /** What became of a choice. */
    public enum Result {
        /** As chosen, now or already before. */
        DONE,
        /** Somebody else was faster: the visit is as it was. */
        TAKEN,
        /** The visit is another than the one that was seen, or has begun. */
        CHANGED,
        /** The rules of booking do not allow it. */
        REFUSED
    }

    /**
     * What happened to one visit.
     *
     * @param problem why nothing did; null where it is done
     */
    public record Outcome(
            UUID appointmentId, Result result, @Nullable Problem problem) {}
}
