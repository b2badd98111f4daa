package org.housecall.availability;

import org.housecall.availability.Timetable.Refusal;
import org.housecall.platform.Problem;

/** What a refusal says to whoever wanted the time. */
public final class Refusals {

    private Refusals() {}

    /** The problem names the field {@code start} and what is allowed there. */
    public static Problem problem(Refusal refusal, Timetable table) {
        return switch (refusal) {
            case PAST -> Problem.invalid("start", "availability.start.past");
            case TOO_SOON ->
                Problem.invalid(
                        "start", "availability.start.too-soon", table.rules().leadMinutes());
            case BEYOND_HORIZON ->
                Problem.invalid(
                        "start",
                        "availability.start.beyond-horizon",
                        table.rules().horizonDays());
            case OUTSIDE_AVAILABILITY -> Problem.invalid("start", "availability.start.outside-availability");
            case DAY_FULL ->
                Problem.invalid(
                        "start",
                        "availability.start.day-full",
                        String.valueOf(table.rules().dailyMaximum()));
        };
    }
}
