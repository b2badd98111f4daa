package org.zoomsandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who hosts meetings; type 1 is Basic, 2 is Licensed. */
public record ZoomUser(
        String id,
        String accountId,
        String email,
        String firstName,
        String lastName,
        int type,
        String status,
        @Nullable String timezone,
        boolean hostingAllowed,
        long pmi,
        Instant createdAt,
        HostSettings settings) {

    public String displayName() {
        return firstName + " " + lastName;
    }

    public boolean basic() {
        return type == 1;
    }

    public boolean answersTo(String idOrEmail) {
        return id.equals(idOrEmail) || email.equalsIgnoreCase(idOrEmail);
    }
}
