package org.housecall.marketplace.readiness;

import java.util.List;

/**
 * What a check found.
 *
 * @param finding its message is {@code marketplace.readiness.<check>.<finding>}, and with {@code .remedy} how to turn
 *     green
 * @param values what the messages name: texts, times, parts of a publisher
 */
record Outcome(State state, String finding, List<Object> values) {

    static Outcome red(String finding, Object... values) {
        return new Outcome(State.RED, finding, List.of(values));
    }

    static Outcome amber(String finding, Object... values) {
        return new Outcome(State.AMBER, finding, List.of(values));
    }

    static Outcome green(String finding, Object... values) {
        return new Outcome(State.GREEN, finding, List.of(values));
    }
}
