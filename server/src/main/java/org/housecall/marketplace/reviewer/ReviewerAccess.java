package org.housecall.marketplace.reviewer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How Zoom's reviewers get into the sample clinic of an app's owner, while they may.
 *
 * @param passwordsAt since when the passwords are these
 */
public record ReviewerAccess(UUID sampleClinicId, List<SignIn> signIns, Instant openedAt, Instant passwordsAt) {

    /** What one person signs in with. */
    public record SignIn(SamplePerson person, UUID accountId, String email, String password) {

        @Override
        public String toString() {
            return "SignIn[" + person + "]";
        }
    }

    public SignIn of(SamplePerson person) {
        return signIns.stream()
                .filter(signIn -> signIn.person() == person)
                .findFirst()
                .orElseThrow();
    }
}
