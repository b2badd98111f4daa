package org.housecall.zoom;

import org.housecall.zoom.Errand.Label;

/** What an account pays Zoom for, which decides how many calls all apps together may make on it. */
public enum ZoomPlan {
    FREE,
    PRO,
    BUSINESS;

    /**
     * How many calls.
     *
     * @param perDay 0: as many as fit
     */
    record Allowance(int perSecond, int perDay) {}

    /** As Zoom publishes it. The daily figures of heavy calls are shared with the resource-intensive ones, of which we make none. */
    Allowance allowance(Label label) {
        return switch (this) {
            case FREE ->
                switch (label) {
                    case LIGHT -> new Allowance(4, 6_000);
                    case MEDIUM -> new Allowance(2, 2_000);
                    case HEAVY -> new Allowance(1, 1_000);
                };
            case PRO ->
                switch (label) {
                    case LIGHT -> new Allowance(30, 0);
                    case MEDIUM -> new Allowance(20, 0);
                    case HEAVY -> new Allowance(10, 30_000);
                };
            case BUSINESS ->
                switch (label) {
                    case LIGHT -> new Allowance(80, 0);
                    case MEDIUM -> new Allowance(60, 0);
                    case HEAVY -> new Allowance(40, 60_000);
                };
        };
    }
}
