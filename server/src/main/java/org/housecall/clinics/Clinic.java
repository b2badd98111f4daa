package org.housecall.clinics;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * The tenant.
 *
 * @param timeZone the zone its opening hours and dates are meant in
 * @param languages spoken there, as tags (BCP 47); the first is the one it writes in
 */
public record Clinic(UUID id, String name, String slug, ZoneId timeZone, Contact contact, List<String> languages) {

    /** What a clinic says of itself, and can change. */
    public record Profile(String name, ZoneId timeZone, Contact contact, List<String> languages) {}
}
