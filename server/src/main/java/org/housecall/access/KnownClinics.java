package org.housecall.access;

import java.util.Optional;
import java.util.UUID;

/**
 * What signing in must know of clinics: which there are, for an Administrator's way into any of them, and how they are
 * called, for invitations and for their own single sign-on.
 */
public interface KnownClinics {
    boolean exists(UUID clinicId);

    /** The clinic's name; fails where there is none. */
    String nameOf(UUID clinicId);

    /** The clinic's short name, as it stands in addresses; fails where there is none. */
    String slugOf(UUID clinicId);

    Optional<UUID> withSlug(String slug);
}
