package org.housecall.access;

import java.util.UUID;

/** An offer of a role in a clinic, sent to an address, good for one use. */
public final class Invitation {

    private Invitation() {}

    /**
     * An invitation was made. The token is the secret in its link: never store or log it in the clear.
     *
     * @param email where it goes
     */
    public record Issued(UUID clinicId, String email, String name, Role role, String token) {}

    /** The person accepted; the subject is the doctor or staff record that waited for them. */
    public record Accepted(UUID clinicId, UUID accountId, Role role, UUID subjectId) {}
}
