package org.housecall.availability;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.housecall.platform.Interval;

/**
 * A host of video visits that several doctors may share.
 *
 * @param places how many meetings it runs at once
 * @param taken what is given away of each place, in order
 */
public record SharedHost(UUID id, int places, List<List<Interval>> taken) {

    /** Whether no place is free for all of a visit. */
    boolean isFull(Interval visit) {
        return IntStream.range(0, places).allMatch(place -> new Busy(taken.get(place)).overlaps(visit));
    }
}
