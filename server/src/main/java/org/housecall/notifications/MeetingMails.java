package org.housecall.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.meetings.AdministratorStarts;
import org.housecall.meetings.Meeting;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.visits.VisitLinks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells patient and doctor that a visit has another meeting than before. The way in stays: neither mail carries a link to Zoom. */
@Component
class MeetingMails {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm (VV)", Locale.ENGLISH);

    private final Mails mails;
    private final Appointments appointments;
    private final Patients patients;
    private final Doctors doctors;
    private final Clinics clinics;
    private final VisitLinks links;
    private final PlatformSettings settings;

    MeetingMails(
            Mails mails,
            Appointments appointments,
            Patients patients,
            Doctors doctors,
            Clinics clinics,
            VisitLinks links,
            PlatformSettings settings) {
        this.mails = mails;
        this.appointments = appointments;
        this.patients = patients;
        this.doctors = doctors;
        this.clinics = clinics;
        this.links = links;
        this.settings = settings;
    }

    @EventListener
    void on(Meeting.Recreated recreated) {
        Appointment appointment = appointments.find(recreated.appointmentId()).orElseThrow();
        Clinic clinic = clinics.current();
        patients.find(appointment.patientId()).ifPresent(patient -> tell(patient, appointment, clinic));
        doctors.find(appointment.doctorId()).ifPresent(doctor -> tell(doctor, appointment, clinic));
    }

    @EventListener
    void on(AdministratorStarts.Added start) {
        Appointment appointment = appointments.find(start.appointmentId()).orElseThrow();
        Clinic clinic = clinics.current();
        doctors.find(appointment.doctorId())
                .ifPresent(doctor -> mails.send(
                        doctor.email(),
                        "notifications.administrator-start.subject",
                        start.reason() == null
                                ? "notifications.administrator-start.without-reason"
                                : "notifications.administrator-start.text",
                        doctor.name(),
                        clinic.name(),
                        when(appointment.start(), clinic.timeZone()),
                        page(appointment),
                        String.valueOf(start.reason())));
    }

    private void tell(Patient patient, Appointment appointment, Clinic clinic) {
        if (patient.mailAddress() == null) {
            return;
        }
        mails.send(
                patient.mailAddress(),
                "notifications.meeting-recreated.patient.subject",
                "notifications.meeting-recreated.patient.text",
                patient.name(),
                clinic.name(),
                when(appointment.start(), zoneOf(patient, clinic)),
                links.of(appointment.id()).toString());
    }

    private void tell(Doctor doctor, Appointment appointment, Clinic clinic) {
        mails.send(
                doctor.email(),
                "notifications.meeting-recreated.doctor.subject",
                "notifications.meeting-recreated.doctor.text",
                doctor.name(),
                clinic.name(),
                when(appointment.start(), clinic.timeZone()),
                page(appointment));
    }

    private String page(Appointment appointment) {
        return settings.url("/clinics/" + CurrentClinic.id() + "/appointments/" + appointment.id())
                .toString();
    }

    static String when(Instant instant, ZoneId zone) {
        return WHEN.format(instant.atZone(zone));
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** In which a patient reads times. */
    static ZoneId zoneOf(Patient patient, Clinic clinic) {
        return patient.timeZone() == null ? clinic.timeZone() : ZoneId.of(patient.timeZone());
    }
}
