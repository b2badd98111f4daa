package org.housecall.clinics;

import java.util.UUID;
import org.housecall.access.Role;

/**
 * An account's work as clinic admin or receptionist in one clinic.
 *
 * @param left whether they work here no longer
 */
public record StaffMember(UUID id, Role role, String name, String email, boolean active, boolean left) {}
