package org.housecall.meetings;

import java.time.Clock;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns every change of an appointment into a wish for its meeting, in the transaction of the change. */
@Component
class MeetingWishes implements Job {

    /** Looks again at all meetings of an account that is a doctor in the clinic. */
    static final String KIND = "resync-doctor";

    private final Meetings meetings;
    private final Appointments appointments;
    private final Doctors doctors;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    MeetingWishes(Meetings meetings, Appointments appointments, Doctors doctors, Jobs jobs, Audit audit, Clock clock) {
        this.meetings = meetings;
        this.appointments = appointments;
        this.doctors = doctors;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(Appointment.Booked booked) {
        if (booked.appointment().isVideo()) {
            meetings.add(booked.appointment().id());
            MeetingSync.enqueue(jobs, booked.appointment().id(), 1);
        }
    }

    @EventListener
    void on(Appointment.Changed changed) {
        Appointment before = changed.before();
        Appointment after = changed.after();
        boolean concernsMeeting = !before.interval().equals(after.interval())
                || !before.doctorId().equals(after.doctorId())
                || before.status().isLive() != after.status().isLive();
        if (concernsMeeting) {
            wantAgain(after.id());
        }
    }

    /** Has the meeting looked at again. */
    @Transactional
    public void wantAgain(UUID appointmentId) {
        meetings.wantAgain(appointmentId).ifPresent(revision -> MeetingSync.enqueue(jobs, appointmentId, revision));
    }

    /** A person asks for another try at a parked meeting. */
    @Transactional
    public void retry(UUID appointmentId) {
        meetings.become(appointmentId, Meeting.Status.PENDING, null);
        audit.record(Action.MEETING_RETRIED, appointmentId);
        wantAgain(appointmentId);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Next run(UUID accountId) {
        doctors.ofAccount(accountId).ifPresent(this::lookAgain);
        return new Next.Done();
    }

    void lookAgain(Doctor doctor) {
        appointments.liveVideoOf(doctor.id(), clock.instant()).forEach(this::wantAgain);
    }
}
