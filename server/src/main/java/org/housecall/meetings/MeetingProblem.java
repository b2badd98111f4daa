package org.housecall.meetings;

/**
 * Why a meeting is not as it should be. Title and remedy are the messages {@code meeting.problem.<NAME>.title} and
 * {@code .remedy}. Stored by name, so names stay.
 */
public enum MeetingProblem {
    /** No Zoom app is set up for the clinic. */
    NO_APP,
    /** The doctor has connected no Zoom account and is mapped to no Zoom user. */
    NO_CONNECTION,
    /** The doctor works in the clinic no longer. */
    DOCTOR_LEFT,
    /** The doctor's connection has ended; only the doctor can renew it. */
    NEEDS_RECONNECT,
    /** The doctor's Zoom user was connected by another account, which ended this connection. */
    RELINKED,
    /** The connection lacks a scope we need. */
    MISSING_SCOPES,
    /** Zoom refuses our app's own credentials. */
    APP_REFUSED,
    /** Zoom does not answer, or not sensibly. */
    ZOOM_UNREACHABLE,
    /** Zoom asks us to slow down. */
    RATE_LIMITED,
    /** This host's 100 creates and updates of the day are used up; resets at 00:00 UTC. */
    DAILY_LIMIT,
    /** The Zoom account's calls of the day are used up, whoever made them. */
    ACCOUNT_DAILY_LIMIT,
    /** The host is not active, not licensed for it, or left the account. */
    HOST_UNUSABLE,
    /** Zoom refused the meeting as we asked for it. */
    REFUSED,
    /** The answer to a create was lost and the meeting was not found; a second one may exist. */
    UNCONFIRMED,
    /** The meeting was deleted in Zoom twice within a day. */
    DELETED_IN_ZOOM,
    /** The meeting is running and cannot be changed or removed now. */
    IN_PROGRESS,
    /** Zoom took the change without an error and kept the old time. */
    NOT_MOVED,
    /** The account's own rules override privacy settings that we ask for. */
    SETTINGS_LOCKED
}
