package org.housecall.meetings;

import java.time.Duration;
import java.time.Instant;
import org.housecall.meetings.VideoProvider.Answer;
import org.housecall.meetings.VideoProvider.Host;
import org.housecall.meetings.VideoProvider.Room;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's answer means for a meeting: the rules of its life, all of them here. Nothing in this file asks or
 * writes; {@link MeetingSync} asks and {@link MeetingBookkeeping} writes.
 */
sealed interface Decision {

    /** The provider has it: this is our meeting. */
    record Have(Host host, Room room) implements Decision {}

    /** A create whose answer was lost was made after all: ours again, and now to be looked at. */
    record Found(Host host, String ref) implements Decision {}

    /** Somebody deleted it at the provider. Made anew once, and the patient told; a second time within a day: parked. */
    record Deleted() implements Decision {}

    /** It is gone, as it should be. */
    record Removed() implements Decision {}

    /** Not ours to use any more, and not to be reached now: it stays known with its host, and goes when that comes back. */
    record SetAside() implements Decision {}

    /** A create whose answer was lost: wait for a webhook and look for it. Never sent again blindly. */
    record Unconfirmed(Instant until) implements Decision {}

    /** It was looked for long enough, and is not there. */
    record NotMade() implements Decision {}

    /** Nobody can tell whether it was made: it is written down and shown, and the visit gets one that is certain. */
    record PossiblyMade() implements Decision {}

    /** All stays as it is for now. A null problem: nothing is wrong, it was only not our turn. */
    record TryAgain(Instant at, @Nullable MeetingProblem problem) implements Decision {}

    /** Until somebody connects: then it is looked at again by itself. */
    record Wait(MeetingProblem why) implements Decision {}

    /** Until a person asks for another try. */
    record Park(MeetingProblem why) implements Decision {}

    /** The meeting works; a change of it was refused. */
    record KeepAsIs(MeetingProblem why) implements Decision {}

    /** Nothing is missing. */
    record Nothing() implements Decision {}

    /** How soon a create whose answer was lost is looked for. */
    Duration SOON = Duration.ofSeconds(1);

    Duration LATER = Duration.ofMinutes(1);

    /**
     * The rules.
     *
     * @param lostAnswerWait how long after its beginning a create is looked for
     */
    static Decision on(Step.Asking step, Answer answer, Instant now, Duration lostAnswerWait) {
        return switch (answer) {
            case Answer.There(var room) ->
                switch (step) {
                    case Step.Create(var intent, var _) -> new Have(intent.host(), room);
                    case Step.LookFor(var intent) -> new Found(intent.host(), room.ref());
                    case Step.Check(var host, var _, var _) -> new Have(host, room);
                    case Step.Change(var host, var _, var _) -> new Have(host, room);
                    case Step.Remove _ -> new TryAgain(now.plus(LATER), MeetingProblem.IN_PROGRESS);
                };
            // Zoom is down, or asks for patience: nothing happened, and the appointment never waited for it.
            case Answer.Later(var at, var problem) -> new TryAgain(at, problem);
            case Answer.Unknown() ->
                switch (step) {
                    case Step.Create _ -> new Unconfirmed(now.plus(SOON));
                    case Step.LookFor(var intent) -> stillWaiting(intent, now, lostAnswerWait, new PossiblyMade());
                    case Step.Check _, Step.Change _, Step.Remove _ ->
                        new TryAgain(now.plus(LATER), MeetingProblem.ZOOM_UNREACHABLE);
                };
            case Answer.Gone() ->
                switch (step) {
                    case Step.Create _ -> new Park(MeetingProblem.REFUSED);
                    case Step.LookFor(var intent) -> stillWaiting(intent, now, lostAnswerWait, new NotMade());
                    case Step.Check _, Step.Change _ -> new Deleted();
                    case Step.Remove _ -> new Removed();
                };
            case Answer.Disconnected(var why) ->
                switch (step) {
                    case Step.Create _, Step.Check _, Step.Change _ -> new Wait(why);
                    case Step.LookFor _ -> new PossiblyMade();
                    case Step.Remove _ -> new SetAside();
                };
            case Answer.Refused(var why) ->
                switch (step) {
                    case Step.Create _, Step.Check _, Step.Remove _ -> new Park(why);
                    case Step.Change _ -> new KeepAsIs(why);
                    case Step.LookFor _ -> new PossiblyMade();
                };
        };
    }

    /** The provider may be slow to show, or to tell of, what it has just made. */
    private static Decision stillWaiting(
            Meeting.Intent intent, Instant now, Duration lostAnswerWait, Decision afterwards) {
        Instant waitedEnough = intent.at().plus(lostAnswerWait);
        return now.isBefore(waitedEnough) ? new Unconfirmed(waitedEnough) : afterwards;
    }
}
