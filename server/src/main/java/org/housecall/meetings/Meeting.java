package org.housecall.meetings;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meeting of a video appointment: what is wanted of it, and what is known of it at the provider.
 *
 * @param wantedRevision raised by every change of the appointment, and whenever there is reason to look again
 * @param syncedRevision the revision that was last brought about; behind the wanted one, work is left
 * @param host where it is, or was last
 * @param ref the provider's id; null where there is none
 * @param joinUrl opens the waiting room, passcode included
 * @param differences privacy settings that the account's own rules override
 * @param intent a create that was begun and whose answer is not known yet
 * @param since from when on status, problem and wish are as they are
 * @param patientWaitingSince somebody is in its waiting room since; null: nobody is, or nobody tells us
 * @param recreatedAt when it was last made anew after it was deleted at the provider
 */
public record Meeting(
        UUID appointmentId,
        Status status,
        @Nullable MeetingProblem problem,
        int wantedRevision,
        int syncedRevision,
        VideoProvider.@Nullable Host host,
        @Nullable String ref,
        @Nullable URI joinUrl,
        @Nullable String passcode,
        List<String> differences,
        @Nullable Intent intent,
        Instant since,
        @Nullable Instant recreatedAt,
        @Nullable Instant patientWaitingSince) {

    /** Where a meeting is in its life. */
    public enum Status {
        PENDING,
        READY,
        STARTED,
        ENDED,
        WAITING_FOR_CONNECTION,
        FAILED,
        REMOVED;

        /** The provider has it, and people can or could meet in it. */
        public boolean isThere() {
            return switch (this) {
                case READY, STARTED, ENDED -> true;
                case PENDING, WAITING_FOR_CONNECTION, FAILED, REMOVED -> false;
            };
        }
    }

    /** A create that was begun: committed before the provider is asked, so that a crash leaves its trace. */
    public record Intent(String marker, VideoProvider.Host host, Instant at) {}

    boolean isInStep() {
        return wantedRevision == syncedRevision;
    }

    /** Whoever deletes a meeting twice means it: nothing but a person's retry makes another. */
    boolean waitsForPerson() {
        return status == Status.FAILED && problem == MeetingProblem.DELETED_IN_ZOOM;
    }

    /** Whether it is still the same meeting, or the same begun one, as when it was seen. */
    boolean isWhere(Meeting seen) {
        return Objects.equals(ref, seen.ref) && Objects.equals(marker(), seen.marker());
    }

    private @Nullable String marker() {
        return intent == null ? null : intent.marker();
    }

    /** Where the meeting is that the provider has. */
    VideoProvider.Host hostOfRef() {
        return Objects.requireNonNull(host, "a meeting at the provider has a host");
    }

    Intent begun() {
        return Objects.requireNonNull(intent, "a begun meeting has an intent");
    }

    Meeting with(Intent begun) {
        return new Meeting(
                appointmentId,
                status,
                problem,
                wantedRevision,
                syncedRevision,
                host,
                ref,
                joinUrl,
                passcode,
                differences,
                begun,
                since,
                recreatedAt,
                patientWaitingSince);
    }

    /** It was deleted at the provider and made anew, so the way in is another than before. */
    public record Recreated(UUID appointmentId) {}

    @Override
    public String toString() {
        return "Meeting[" + appointmentId + " " + status + "]"; // the join link lets people in
    }
}
