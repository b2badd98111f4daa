package org.housecall.appointments.web;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments.Criteria;
import org.housecall.clinics.Service;
import org.jspecify.annotations.Nullable;

/**
 * What a list of appointments is narrowed to; what is left out narrows nothing.
 *
 * @param from the first date of the clinic's zone; where words are looked for without it, and not among one
 *     patient's, a year before today, or before the last date if that is past
 * @param to the last date, included
 * @param doctorId one or several
 * @param status one or several
 * @param query words out of the names, the patient's address or phone number, or the reason for cancelling
 */
record AppointmentFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Set<UUID> doctorId,
        @Nullable UUID patientId,
        @Nullable Set<Appointment.Status> status,
        @Nullable UUID serviceId,
        Service.@Nullable Mode mode,
        @Nullable @Size(max = 200) String query) {

    /** Words are found by reading every visit of the time looked through: a clinic's whole history takes seconds. */
    private static final Period LOOKED_BACK = Period.ofYears(1);

    Criteria criteria(Clock clock, ZoneId zone, @Nullable UUID after, int limit) {
        LocalDate first = firstDate(LocalDate.now(clock.withZone(zone)));
        Instant start = first == null ? null : first.atStartOfDay(zone).toInstant();
        Instant end = to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
        return new Criteria(
                start,
                end,
                doctorId == null ? Set.of() : doctorId,
                patientId,
                status == null ? Set.of() : status,
                serviceId,
                mode,
                looksForWords() ? query : null,
                after,
                limit);
    }

    private @Nullable LocalDate firstDate(LocalDate today) {
        boolean everything = from == null && patientId == null && looksForWords();
        if (!everything) {
            return from;
        }
        return (to == null || to.isAfter(today) ? today : to).minus(LOOKED_BACK);
    }

    private boolean looksForWords() {
        return query != null && !query.isBlank();
    }
}
