package org.housecall.clinics;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Tells which patients something has been done for, so that their records have to stay. */
public interface PatientsInUse {

    /** Those of the given patients that the implementing module keeps something about. */
    Set<UUID> among(Collection<UUID> patientIds);
}
