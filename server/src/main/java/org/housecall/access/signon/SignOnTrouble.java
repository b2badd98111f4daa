package org.housecall.access.signon;

import java.util.UUID;
import org.housecall.platform.OutgoingFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider does not do as agreed. */
public final class SignOnTrouble extends Exception {

    /** What is wrong; each has a text in the catalogue, {@code access.sign-on.trouble.<kind>}. */
    public enum Kind {
        NOT_HTTPS,
        NOT_PUBLIC,
        UNKNOWN_HOST,
        CERTIFICATE,
        NO_ANSWER,
        /** What it says of itself is not there, or not readable. */
        NO_DESCRIPTION,
        /** It calls itself differently than was entered. */
        OTHER_ISSUER,
        /** It offers no sign-in with a code, or no address for it that is any good. */
        NO_CODE_FLOW,
        /** Its keys are not there, not readable, or of no kind that we take. */
        KEYS,
        /** It does not know the client, or that is not its secret. */
        CLIENT,
        /** It did not take the code. */
        CODE,
        /** Its token is not what it must be. */
        TOKEN
    }

    private static final Logger log = LoggerFactory.getLogger(SignOnTrouble.class);

    private final Kind kind;
    private final String detail;

    SignOnTrouble(Kind kind, @Nullable Throwable cause) {
        this(kind, "", cause);
    }

    /** @param detail for who set it up; never a secret, never of a person */
    SignOnTrouble(Kind kind, String detail, @Nullable Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
        this.detail = detail;
    }

    static SignOnTrouble of(OutgoingFailed failure) {
        return new SignOnTrouble(
                switch (failure.reason()) {
                    case NOT_HTTPS -> Kind.NOT_HTTPS;
                    case NOT_PUBLIC -> Kind.NOT_PUBLIC;
                    case UNKNOWN_HOST -> Kind.UNKNOWN_HOST;
                    case CERTIFICATE -> Kind.CERTIFICATE;
                    case NO_ANSWER -> Kind.NO_ANSWER;
                    case TOO_LONG -> Kind.NO_DESCRIPTION;
                },
                failure);
    }

    /** What went wrong, and where; nothing of what was sent, or of the person. */
    void log(UUID clinicId) {
        log.warn("Single sign-on of clinic {}: {}", clinicId, kind);
    }

    Kind kind() {
        return kind;
    }

    String detail() {
        return detail;
    }
}
