package org.housecall.access;

import java.util.UUID;

/** What signing in must know of clinics: which there are, for an Administrator's way into any of them, and their names, for invitations. */
public interface KnownClinics {
    boolean exists(UUID clinicId);

    /** The clinic's name; fails where there is none. */
    String nameOf(UUID clinicId);
}
