package org.housecall.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail on its way to one address.
 *
 * @param usefulUntil sending it later than this would help nobody
 */
public record Mail(
        UUID id, Letter letter, Status status, @Nullable Trouble trouble, Instant createdAt, Instant usefulUntil) {

    /** What is in the envelope and on it. Encrypted where it lies, and never part of a log or an exception. */
    public record Letter(String to, String subject, String text) {

        @Override
        public String toString() {
            return "Letter[…]";
        }
    }

    /** How far it has come. */
    public enum Status {
        PENDING,
        SENT,
        UNDELIVERED
    }

    /** Why it has not arrived. Stored by name, so names stay. */
    public enum Trouble {
        NO_SERVER,
        UNREACHABLE,
        SIGN_IN_REFUSED,
        ADDRESS_REFUSED,
        NOT_TAKEN,
        /** Nothing is sent from a sample clinic, nor to anybody there. */
        SAMPLE_CLINIC;

        /** Trying again cannot help until a person has changed something. */
        boolean isFinal() {
            return switch (this) {
                case NO_SERVER, ADDRESS_REFUSED, SAMPLE_CLINIC -> true;
                case UNREACHABLE, SIGN_IN_REFUSED, NOT_TAKEN -> false;
            };
        }
    }
}
