package org.housecall.appointments.web;

import java.time.Instant;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.MeetingSummaries.MeetingSummary;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.Service;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;

/** An appointment as it is answered. */
record AppointmentView(
        UUID id,
        Appointment.Status status,
        Instant start,
        Instant end,
        int version,
        Service.Mode mode,
        UUID doctorId,
        String doctorName,
        UUID patientId,
        String patientName,
        UUID serviceId,
        String serviceName,
        @Nullable String cancelReason,
        @Nullable Booker cancelledBy,
        @Nullable UUID seriesId,
        @Nullable String overrideReason,
        @Nullable Integer lateMinutes,
        @Nullable MeetingSummary meeting) {

    /** Patients read the service's public name, and no reasons of the house. */
    static AppointmentView of(
            Appointment it, @Nullable MeetingSummary meeting, @Nullable Integer lateMinutes, Viewer viewer) {
        boolean staff = viewer.worksIn(CurrentClinic.id());
        return new AppointmentView(
                it.id(),
                it.status(),
                it.start(),
                it.end(),
                it.version(),
                it.mode(),
                it.doctorId(),
                it.doctorName(),
                it.patientId(),
                it.patientName(),
                it.serviceId(),
                staff ? it.serviceName() : it.publicServiceName(),
                it.cancelReason(),
                it.cancelledBy(),
                it.seriesId(),
                staff ? it.overrideReason() : null,
                lateMinutes,
                meeting);
    }
}
