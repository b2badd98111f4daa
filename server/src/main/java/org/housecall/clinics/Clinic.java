package org.housecall.clinics;

import java.time.ZoneId;
import java.util.UUID;

/**
 * The tenant.
 *
 * @param timeZone the zone its opening hours and dates are meant in
 */
public record Clinic(UUID id, String name, String slug, ZoneId timeZone) {}
