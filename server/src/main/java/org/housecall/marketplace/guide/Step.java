package org.housecall.marketplace.guide;

import java.util.List;

/**
 * A step of a guide. Its words are {@code marketplace.guide.<guide>.<id>.*} in the catalogue.
 *
 * @param tasks what somebody marks as done; stored
 * @param values what is to be pasted, as {@link GuideValues} knows it
 * @param checks the readiness checks that tell how the step stands; one that there is not, tells nothing
 * @param places the screens of ours that belong to it
 */
record Step(String id, List<String> tasks, List<String> values, List<String> checks, List<String> places) {

    static Step of(String id) {
        return new Step(id, List.of(), List.of(), List.of(), List.of());
    }

    Step tasks(String... ids) {
        return new Step(id, List.of(ids), values, checks, places);
    }

    Step values(String... ids) {
        return new Step(id, tasks, List.of(ids), checks, places);
    }

    Step checks(String... ids) {
        return new Step(id, tasks, values, List.of(ids), places);
    }

    Step places(String... ids) {
        return new Step(id, tasks, values, checks, List.of(ids));
    }

    /** As it is stored: the same task may stand in another step. */
    String mark(String task) {
        return id + "." + task;
    }
}
