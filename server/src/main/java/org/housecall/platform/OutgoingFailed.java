package org.housecall.platform;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call to an address that an admin entered brought no answer. */
public final class OutgoingFailed extends IOException {

    /** Why. */
    public enum Reason {
        /** Not https, or no address of the web at all. Nothing was sent. */
        NOT_HTTPS,
        /** Leads to this machine, a private network, or where clouds keep their secrets. Nothing was sent. */
        NOT_PUBLIC,
        /** There is no host of that name. */
        UNKNOWN_HOST,
        /** Its certificate is not good for that name, or nobody we trust signed it. */
        CERTIFICATE,
        NO_ANSWER,
        TOO_LONG
    }

    private final Reason reason;

    OutgoingFailed(Reason reason, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
