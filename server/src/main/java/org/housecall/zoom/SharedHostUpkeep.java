package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
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
    private final TransactionTemplate transactions;
    private final Clock clock;

    SharedHostUpkeep(
            Doctors doctors,
            ZoomMeetings meetings,
            MappedUsers users,
            Appointments appointments,
            SharedHosts hosts,
            TransactionTemplate transactions,
            Clock clock) {
        this.doctors = doctors;
        this.meetings = meetings;
        this.users = users;
        this.appointments = appointments;
        this.hosts = hosts;
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
        Optional<MappedUsers.Mapped> mapped = meetings.hostFor(doctor.id()) instanceof Hosting.By(var host)
                        && ZoomHost.of(host) instanceof ZoomHost.Mapped
                ? users.mapped(doctor.id())
                : Optional.empty();
        if (mapped.isEmpty()) {
            if (hosts.hasAny(doctor.id())) {
                hosts.remove(doctor.id(), visitsOf(doctor));
            }
            return;
        }
        UUID host = idOf(meetings.hostFor(doctor.id()), mapped.get());
        if (!hosts.isAssigned(doctor.id(), host, mapped.get().meetingsAtOnce())) {
            hosts.assign(doctor.id(), host, mapped.get().meetingsAtOnce(), visitsOf(doctor));
        }
    }

    /** The same for every doctor who is mapped to a user, by whichever of its names, in whichever clinic of the app. */
    private static UUID idOf(Hosting hosting, MappedUsers.Mapped mapped) {
        String app = hosting instanceof Hosting.By(var host)
                        && ZoomHost.of(host) instanceof ZoomHost.Mapped(var appId, var _)
                ? appId.toString()
                : "";
        String user = mapped.zoomUserId() == null ? mapped.zoomUser().toLowerCase(Locale.ROOT) : mapped.zoomUserId();
        return UUID.nameUUIDFromBytes(("zoom-host/" + app + "/" + user).getBytes(StandardCharsets.UTF_8));
    }

    private Map<UUID, Interval> visitsOf(Doctor doctor) {
        Map<UUID, Interval> visits = new LinkedHashMap<>();
        for (UUID id : appointments.liveVideoOf(doctor.id(), clock.instant())) {
            appointments.find(id).map(Appointment::interval).ifPresent(interval -> visits.put(id, interval));
        }
        return visits;
    }
}
