package org.housecall.zoom;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.availability.DoctorTime;
import org.housecall.availability.SharedHosts;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.VideoProvider.Hosting;
import org.housecall.platform.Interval;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells availability which doctors of a clinic share users of its Zoom account, whenever who hosts has changed: those
 * without a connection of their own. By that a booking claims the user's time, and slots are offered only where it is free.
 */
@Component
class SharedHostUpkeep implements Job {

    private static final String KIND = "assign-shared-hosts";

    private final Doctors doctors;
    private final ZoomMeetings meetings;
    private final MappedUsers users;
    private final Appointments appointments;
    private final SharedHosts hosts;
    private final DoctorTime doctorTime;
    private final HostProbe probe;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SharedHostUpkeep(
            Doctors doctors,
            ZoomMeetings meetings,
            MappedUsers users,
            Appointments appointments,
            SharedHosts hosts,
            DoctorTime doctorTime,
            HostProbe probe,
            TransactionTemplate transactions,
            Clock clock) {
        this.doctors = doctors;
        this.meetings = meetings;
        this.users = users;
        this.appointments = appointments;
        this.hosts = hosts;
        this.doctorTime = doctorTime;
        this.probe = probe;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Enqueues a look at a clinic in the caller's transaction. */
    static void enqueue(Jobs jobs, UUID clinicId, long occasion) {
        jobs.enqueueIn(clinicId, KIND, clinicId, occasion);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID clinicId) {
        doctors.all().forEach(doctor -> transactions.executeWithoutResult(_ -> assign(doctor)));
        return new Next.Done();
    }

    private void assign(Doctor doctor) {
        if (meetings.hostFor(doctor.id()) instanceof Hosting.By(var host)
                && ZoomHost.of(host) instanceof ZoomHost.Mapped(var appId, var _)) {
            users.mapped(doctor.id()).ifPresent(user -> assign(doctor, appId, user));
        } else if (hosts.hasAny(doctor.id())) {
            hosts.remove(doctor.id(), visitsToCome(doctor));
        }
    }

    private void assign(Doctor doctor, UUID appId, MappedUsers.Mapped user) {
        UUID host = user.hostId(appId);
        if (!hosts.isAssigned(doctor.id(), host, user.meetingsAtOnce())) {
            hosts.assign(doctor.id(), host, user.meetingsAtOnce(), visitsToCome(doctor));
        }
        probe.once(appId, user); // also one that was mapped before there was an app
    }

    /** With the doctor's time locked: whoever books, moves or cancels meanwhile waits, or was before. */
    private Map<UUID, Interval> visitsToCome(Doctor doctor) {
        doctorTime.lock(doctor.accountId());
        Map<UUID, Interval> visits = new LinkedHashMap<>();
        for (UUID id : appointments.liveVideoOf(doctor.id(), clock.instant())) {
            appointments.find(id).map(Appointment::interval).ifPresent(interval -> visits.put(id, interval));
        }
        return visits;
    }
}
