package org.housecall.availability;

import java.time.Instant;
import java.util.UUID;

/** A free bookable interval of a doctor: computed, never stored. */
public record Slot(Instant start, Instant end, UUID doctorId) {}
