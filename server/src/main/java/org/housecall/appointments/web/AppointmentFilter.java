package org.housecall.appointments.web;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param from the first date of the clinic's zone
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

    Criteria criteria(ZoneId zone, @Nullable UUID after, int limit) {
        Instant start = from == null ? null : from.atStartOfDay(zone).toInstant();
        Instant end = to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
        return new Criteria(
                start,
                end,
                doctorId == null ? Set.of() : doctorId,
                patientId,
                status == null ? Set.of() : status,
                serviceId,
                mode,
                query == null || query.isBlank() ? null : query,
                after,
                limit);
    }
}
