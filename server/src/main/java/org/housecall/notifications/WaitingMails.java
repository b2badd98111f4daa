package org.housecall.notifications;

import org.housecall.booking.WaitingEntry;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Patients;
import org.housecall.platform.PlatformSettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who waits that a time was freed. Those whom no mail reaches, not even by a guardian, are on the front desk's list. */
@Component
class WaitingMails {

    private final Mails mails;
    private final Patients patients;
    private final Clinics clinics;
    private final PlatformSettings settings;

    WaitingMails(Mails mails, Patients patients, Clinics clinics, PlatformSettings settings) {
        this.mails = mails;
        this.patients = patients;
        this.clinics = clinics;
        this.settings = settings;
    }

    @EventListener
    void on(WaitingEntry.Offered offered) {
        Clinic clinic = clinics.current();
        patients.find(offered.patientId())
                .filter(patient -> patient.mailAddress() != null)
                .ifPresent(patient -> mails.send(
                        String.valueOf(patient.mailAddress()),
                        "notifications.freed-time.subject",
                        "notifications.freed-time.text",
                        patient.name(),
                        clinic.name(),
                        offered.serviceName(),
                        offered.doctorName(),
                        MeetingMails.when(offered.start(), MeetingMails.zoneOf(patient, clinic)),
                        settings.url("/clinics/" + clinic.id() + "/waiting-list")
                                .toString()));
    }
}
