package org.housecall.chaos;

/**
 * A call after whose answer the server stores something, or has stored something before it: where it is killed. Each has a
 * doctor of its own in each clinic.
 */
enum KillPoint {
    CREATE("POST /v2/users/*/meetings"),
    UPDATE("PATCH /v2/meetings/*"),
    CHECK("GET /v2/meetings/*"),
    /** What the change has made of the meeting. */
    READ_BACK("GET /v2/meetings/*"),
    DELETE("DELETE /v2/meetings/*"),
    REMOVE_FROM_FORMER_HOST("DELETE /v2/meetings/*"),
    ADOPT("GET /v2/**"),
    REFRESH("POST /oauth/token"),
    /** The token of the clinic's own Zoom account. */
    ACCOUNT_TOKEN("POST /oauth/token"),
    EXCHANGE("POST /oauth/token"),
    WHO_IT_IS("GET /v2/users/me"),
    PROBE_CREATE("POST /v2/users/*/meetings"),
    PROBE_DELETE("DELETE /v2/meetings/*"),
    DISCONNECT("POST /oauth/revoke"),
    DISCONNECT_WITH_MEETINGS("DELETE /v2/meetings/*"),
    LEAVE("POST /oauth/revoke"),
    LEAVE_WITH_MEETINGS("DELETE /v2/meetings/*"),
    /** Authorized again with the app's other pair: what the first one gave is revoked before the new one is stored. */
    REVOKE_OTHER_PAIR("POST /oauth/revoke"),
    /** Hosts what is reassigned. */
    NONE("");

    final String endpoint;

    KillPoint(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Without a list nobody asks Zoom for a meeting whose create was not answered; and one account's token is enough. */
    boolean isIn(Mode mode) {
        return switch (this) {
            case NONE -> false;
            case ADOPT -> mode.list;
            case ACCOUNT_TOKEN, REVOKE_OTHER_PAIR -> mode == Mode.NEITHER;
            default -> true;
        };
    }

    /** Not where the way to a connection is cut off, nor where the clinic's account hosts. */
    boolean isConnectedBefore() {
        return switch (this) {
            case EXCHANGE, WHO_IT_IS, PROBE_CREATE, PROBE_DELETE, ACCOUNT_TOKEN -> false;
            default -> true;
        };
    }

    /** Whether a visit is there, with its meeting. */
    boolean hasVisitBefore() {
        return switch (this) {
            case UPDATE,
                    CHECK,
                    READ_BACK,
                    DELETE,
                    REMOVE_FROM_FORMER_HOST,
                    REVOKE_OTHER_PAIR,
                    DISCONNECT,
                    DISCONNECT_WITH_MEETINGS,
                    LEAVE_WITH_MEETINGS -> true;
            default -> false;
        };
    }

    /** Whether a connection ends here on purpose. */
    boolean endsAConnection() {
        return switch (this) {
            case DISCONNECT, DISCONNECT_WITH_MEETINGS, LEAVE, LEAVE_WITH_MEETINGS -> true;
            default -> false;
        };
    }
}
