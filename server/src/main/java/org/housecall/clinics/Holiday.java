package org.housecall.clinics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.housecall.platform.Dates;
import org.housecall.platform.Problem;

/** Dates on which nobody works unless a doctor has extra hours. */
public record Holiday(UUID id, String name, Dates dates) {

    private static final int MOST_DAYS = 366;

    /** The dates of a holiday, if they can be some; a problem says why not. */
    public static Dates dates(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw Problem.invalid("lastDate", "clinics.holiday.backwards");
        }
        if (first.getYear() < 1900 || last.getYear() > 9999 || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.invalid("lastDate", "clinics.holiday.too-long", MOST_DAYS);
        }
        return new Dates(first, last);
    }
}
