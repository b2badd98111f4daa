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
            case TOO_SOON -> tooSoon(table.rules().leadMinutes());
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

    /** In the largest unit that fits, as people say it. */
    private static Problem tooSoon(int minutes) {
        if (minutes % (24 * 60) == 0) {
            return Problem.invalid("start", "availability.start.too-soon.days", minutes / (24 * 60));
        }
        return minutes % 60 == 0
                ? Problem.invalid("start", "availability.start.too-soon.hours", minutes / 60)
                : Problem.invalid("start", "availability.start.too-soon.minutes", minutes);
    }
}
