package org.housecall.zoom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came of a call to Zoom's REST interface. */
sealed interface ZoomAnswer {

    /** Done. The body is an object, or missing where Zoom sends none (204) or nothing sensible. */
    record Done(JsonNode body) implements ZoomAnswer {

        /** A field as text whether Zoom sends it as text or number: a meeting's id comes as both. */
        @Nullable
        String text(String field) {
            return Fields.text(body, field);
        }

        @Override
        public String toString() {
            return "Done[…]"; // may hold links and passcodes
        }
    }

    /** Not done, or not known to be. */
    sealed interface Failure extends ZoomAnswer {}

    /** Nothing was sent: Zoom could not be reached. */
    record NotSent() implements Failure {}

    /** No answer, a gateway's answer, or one that makes no sense: it may have happened or not. */
    record Lost() implements Failure {}

    /** The access token is not valid (any more). */
    record TokenRefused() implements Failure {}

    /** There is no connection, or its authorization has ended. */
    record NotConnected(org.housecall.meetings.MeetingProblem why) implements Failure {}

    /** Zoom refuses the app's own credentials. */
    record AppRefused() implements Failure {}

    record ScopesMissing() implements Failure {}

    record NoSuchMeeting() implements Failure {}

    /** The meeting belongs to another Zoom user. */
    record NotTheHost() implements Failure {}

    record InProgress() implements Failure {}

    /** The meeting is over and can no longer be deleted. */
    record Over() implements Failure {}

    /** The meeting cannot be had as a meeting any more, for one because it was made a webinar. */
    record Inaccessible() implements Failure {}

    /** The Zoom user is gone, inactive, or may not host. */
    record HostUnusable() implements Failure {}

    /** Zoom understood and will not. */
    record Rejected() implements Failure {}

    /** Too much at once; nothing happened. */
    record TooFast(Instant until) implements Failure {}

    /** Nothing was sent: others of ours come first, and the time to come back is ours to say. */
    record NotOurTurn(Instant until) implements Failure {}

    /** The account's calls of this kind and day are used up, by whichever apps. */
    record AccountDayIsFull(Instant until) implements Failure {}

    /** The host's 100 creates and updates of the day are used up; reading and deleting still works. */
    record DayIsFull(Instant until) implements Failure {}
}
