package org.housecall.meetings;

import java.util.List;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.meetings.VideoProvider.Hosting;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.LiveUpdates;
import org.housecall.platform.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the front desk can do about a visit without a working link, besides another try. */
@Service
public class LinkAlarmDesk {

    private final LinkAlarms alarms;
    private final Appointments appointments;
    private final Patients patients;
    private final Doctors doctors;
    private final VideoRuleBook rules;
    private final ObjectProvider<VideoProvider> providers;
    private final Audit audit;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;

    LinkAlarmDesk(
            LinkAlarms alarms,
            Appointments appointments,
            Patients patients,
            Doctors doctors,
            VideoRuleBook rules,
            ObjectProvider<VideoProvider> providers,
            Audit audit,
            LiveUpdates live,
            ApplicationEventPublisher events) {
        this.alarms = alarms;
        this.appointments = appointments;
        this.patients = patients;
        this.doctors = doctors;
        this.rules = rules;
        this.providers = providers;
        this.audit = audit;
        this.live = live;
        this.events = events;
    }

    /** Says that somebody has seen it and takes care: it is not mailed again. */
    @Transactional
    public void acknowledge(Viewer viewer, UUID appointmentId) {
        alarmed(viewer, appointmentId);
        if (alarms.acknowledge(appointmentId, viewer.accountId())) {
            audit.record(Action.LINK_ALARM_ACKNOWLEDGED, appointmentId);
            live.publish(LinkAlarmRounds.TOPIC, CurrentClinic.id());
        }
    }

    /** Mails the patient what to do instead, as the clinic has decided it. */
    @Transactional
    public void sendFallback(Viewer viewer, UUID appointmentId) {
        Appointment appointment = alarmed(viewer, appointmentId);
        VideoRules.Fallback fallback = rules.current().fallback();
        if (fallback.isNone()) {
            throw new Problem(HttpStatus.CONFLICT, "no-fallback");
        }
        if (patients.find(appointment.patientId()).map(Patient::mailAddress).isEmpty()) {
            throw new Problem(HttpStatus.CONFLICT, "patient-without-address");
        }
        alarms.fallbackSent(appointmentId);
        audit.record(Action.FALLBACK_SENT, appointmentId);
        events.publishEvent(new LinkAlarm.FallbackWanted(appointment, fallback));
        live.publish(LinkAlarmRounds.TOPIC, CurrentClinic.id());
    }

    private Appointment alarmed(Viewer viewer, UUID appointmentId) {
        if (alarms.visibleTo(viewer).stream().noneMatch(it -> it.appointmentId().equals(appointmentId))) {
            throw Problem.notFound();
        }
        return appointments.find(appointmentId).orElseThrow(Problem::notFound);
    }

    /** Who could take the visit over: free then, offering its service, and with a Zoom account that can host. */
    public List<Doctor> otherHosts(UUID appointmentId) {
        return alarms.freeDoctors(appointmentId).stream()
                .flatMap(id -> doctors.find(id).stream())
                .filter(doctor -> doctor.accountId() != null && !doctor.left())
                .filter(doctor -> providers.getObject().hostFor(doctor.id()) instanceof Hosting.By)
                .toList();
    }
}
