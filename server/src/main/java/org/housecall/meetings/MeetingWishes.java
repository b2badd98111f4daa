package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.VideoProvider.Hosting;
import org.housecall.platform.CurrentClinic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns every change of an appointment into a wish for its meeting, in the transaction of the change. */
@Component
class MeetingWishes implements Job {

    /** Looks again at the meetings of an account that is a doctor in the clinic; named after the clinic itself, of all its doctors. */
    static final String KIND = "resync-doctor";

    private static final Duration AHEAD = Duration.ofDays(2);

    private final Meetings meetings;
    private final SurplusMeetings surplusMeetings;
    private final Appointments appointments;
    private final Doctors doctors;
    private final ObjectProvider<VideoProvider> providers;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    MeetingWishes(
            Meetings meetings,
            SurplusMeetings surplusMeetings,
            Appointments appointments,
            Doctors doctors,
            ObjectProvider<VideoProvider> providers,
            Jobs jobs,
            Audit audit,
            Clock clock) {
        this.meetings = meetings;
        this.surplusMeetings = surplusMeetings;
        this.appointments = appointments;
        this.doctors = doctors;
        this.providers = providers;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(Appointment.Booked booked) {
        if (booked.appointment().isVideo()) {
            provide(booked.appointment());
        }
    }

    @EventListener
    void on(Appointment.Changed changed) {
        Appointment before = changed.before();
        Appointment after = changed.after();
        boolean concernsMeeting = !before.interval().equals(after.interval())
                || !before.doctorId().equals(after.doctorId())
                || before.status().isLive() != after.status().isLive();
        if (!before.doctorId().equals(after.doctorId())) {
            meetings.lock(after.id()).ifPresent(meeting -> letGo(meeting, after.doctorId()));
        }
        if (before.mode() != after.mode()
                && after.isVideo()
                && meetings.find(after.id()).isEmpty()) {
            provide(after);
        } else if (concernsMeeting || before.mode() != after.mode()) {
            wantAgain(after.id());
        }
    }

    private void provide(Appointment appointment) {
        meetings.add(appointment.id());
        MeetingSync.enqueue(jobs, appointment.id(), 1, priority(appointment));
    }

    /** What the former doctor's Zoom account has must go, also where the new doctor has none. */
    private void letGo(Meeting meeting, UUID nextDoctor) {
        Hosting next = providers.getObject().hostFor(nextDoctor);
        if (meeting.intent() != null) {
            surplusMeetings.addPossible(meeting.appointmentId(), meeting.intent());
            meetings.forgetIntent(meeting.appointmentId());
        }
        if (meeting.ref() != null && !next.equals(new Hosting.By(meeting.hostOfRef()))) {
            surplusMeetings.add(meeting.appointmentId(), meeting.hostOfRef(), meeting.ref());
            meetings.detach(meeting.appointmentId());
        }
    }

    /** Has the meeting looked at again. */
    @Transactional
    public void wantAgain(UUID appointmentId) {
        wantAgain(
                appointmentId,
                appointments.find(appointmentId).map(this::priority).orElse(Jobs.Priority.LOW));
    }

    private void wantAgain(UUID appointmentId, Jobs.Priority priority) {
        meetings.wantAgain(appointmentId)
                .ifPresent(revision -> MeetingSync.enqueue(jobs, appointmentId, revision, priority));
    }

    /** Where there is much to do, the visits of the next days come first. */
    private Jobs.Priority priority(Appointment appointment) {
        return appointment.start().isAfter(clock.instant().plus(AHEAD)) ? Jobs.Priority.LOW : Jobs.Priority.USUAL;
    }

    /** A person asks for another try, whatever it waited for. */
    @Transactional
    public void retry(Meeting meeting) {
        Meeting.Status status = meeting.status().isThere() ? meeting.status() : Meeting.Status.PENDING;
        meetings.become(meeting.appointmentId(), status, null);
        audit.record(Action.MEETING_RETRIED, meeting.appointmentId());
        wantAgain(meeting.appointmentId(), Jobs.Priority.USUAL);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Next run(UUID subject) {
        lookAgain(
                subject.equals(CurrentClinic.id())
                        ? doctors.all()
                        : doctors.ofAccount(subject).stream().toList());
        return new Next.Done();
    }

    /** Who hosts has changed: for what is ahead, and for what is left with hosts that could not be reached. */
    private void lookAgain(Collection<Doctor> concerned) {
        Set<UUID> appointmentIds =
                new TreeSet<>(surplusMeetings.appointments()); // in one order, or two of them block each other
        for (Doctor doctor : concerned) {
            appointmentIds.addAll(appointments.liveVideoOf(doctor.id(), clock.instant()));
        }
        appointmentIds.forEach(this::wantAgain);
    }
}
