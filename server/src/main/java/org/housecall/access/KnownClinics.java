package org.housecall.access;

import java.util.UUID;

/** Tells whether a clinic exists, for an Administrator's way into any of them. */
public interface KnownClinics {
    boolean exists(UUID clinicId);
}
