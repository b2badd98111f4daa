package org.housecall.meetings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who runs video meetings. All calls are made in a clinic and without a transaction; those that speak to the
 * provider may take as long as its timeouts. Failures are answers, not exceptions.
 */
public interface VideoProvider {

    /** Who would host a doctor's meetings right now, or what keeps everyone from it. Asks nobody outside. */
    Hosting hostFor(UUID doctorId);

    /** Makes a meeting, once: never repeated by the provider itself. The marker ends the topic. */
    Answer create(Host host, Wish wish, String marker);

    Answer read(Host host, String ref);

    /** Brings an existing meeting to the wish, and reads it back. */
    Answer update(Host host, String ref, Wish wish);

    /** Removes it; {@link Answer.Gone} also where it was gone already. */
    Answer delete(Host host, String ref);

    /** Looks for a meeting by the marker of its topic; {@link Answer.Unknown} where the provider does not let us look. */
    Answer find(Host host, String marker);

    /** A fresh link that opens the meeting as its host. A secret: for the doctor concerned alone, never kept. */
    StartLink startLink(Host host, String ref);

    /** Whose account a host is, in words for the clinic's admins; empty where nobody knows any more. Asks nobody outside. */
    Optional<String> nameOf(Host host);

    /** The provider's own name for a host account; kept with the meeting. */
    record Host(String key) {}

    /** Who hosts. */
    sealed interface Hosting {
        record By(Host host) implements Hosting {}

        record Nobody(MeetingProblem why) implements Hosting {}
    }

    /**
     * What a meeting should be. Everything else about it is constant: closed to strangers, not recorded.
     *
     * @param zone for display only
     */
    record Wish(Instant start, Duration duration, ZoneId zone) {}

    /**
     * What a meeting is.
     *
     * @param differences privacy settings that the account's own rules changed, by the provider's names
     * @param running whether people are in it
     * @param renamed whether it is called something else than we called it
     */
    record Room(
            String ref,
            URI joinUrl,
            @Nullable String passcode,
            @Nullable Instant start,
            Duration duration,
            List<String> differences,
            boolean running,
            boolean renamed) {

        /** To the second, as providers count. */
        boolean isAt(Instant wanted, Duration length) {
            return wanted.truncatedTo(ChronoUnit.SECONDS).equals(start) && length.equals(duration);
        }
    }

    /** What came of a call. */
    sealed interface Answer {
        /** The meeting is there, as described. */
        record There(Room room) implements Answer {}

        /** There is no such meeting (any more). */
        record Gone() implements Answer {}

        /** The answer to a create was lost: it may have happened or not. */
        record Unknown() implements Answer {}

        /** Nothing happened; worth another try at that time. A null problem: other work of ours with this host came first. */
        record Later(Instant at, @Nullable MeetingProblem problem) implements Answer {}

        /** Nothing happens for this host until somebody reconnects it. */
        record Disconnected(MeetingProblem why) implements Answer {}

        /** The provider will not do it, however often it is asked. */
        record Refused(MeetingProblem why) implements Answer {}
    }

    /** The way into a meeting as its host. */
    sealed interface StartLink {
        record Fresh(URI url) implements StartLink {

            @Override
            public String toString() {
                return "Fresh[…]"; // logs the opener in as the host
            }
        }

        record Unavailable(MeetingProblem why) implements StartLink {}
    }
}
