package org.housecall.zoom;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.access.Accounts;
import org.housecall.access.Role;
import org.housecall.clinics.Departures;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.MeetingEvents;
import org.housecall.platform.CurrentClinic;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What Zoom still holds of a doctor who has left a clinic: the upcoming meetings go while they can be reached, then the
 * connections that serve no clinic any more. One that another clinic uses stays, and hosts nothing of this one.
 */
@Component
class DepartedDoctors implements Job {

    private static final String KIND = "clear-departed-doctor";

    private final Jobs jobs;
    private final Doctors doctors;
    private final Accounts accounts;
    private final ZoomApps apps;
    private final Connections connections;
    private final Disconnecting disconnecting;
    private final MeetingEvents meetings;
    private final Clock clock;

    DepartedDoctors(
            Jobs jobs,
            Doctors doctors,
            Accounts accounts,
            ZoomApps apps,
            Connections connections,
            Disconnecting disconnecting,
            MeetingEvents meetings,
            Clock clock) {
        this.jobs = jobs;
        this.doctors = doctors;
        this.accounts = accounts;
        this.apps = apps;
        this.connections = connections;
        this.disconnecting = disconnecting;
        this.meetings = meetings;
        this.clock = clock;
    }

    @EventListener
    void on(Departures.Left left) {
        if (left.doctorId() != null) {
            jobs.enqueue(KIND, left.doctorId(), clock.millis());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID doctorId) {
        Doctor doctor = doctors.find(doctorId).filter(Doctor::left).orElse(null);
        if (doctor == null) {
            return new Next.Done();
        }
        Optional<Instant> later = meetings.removeUpcomingOf(doctorId);
        meetings.hostingChangedIn(CurrentClinic.id());
        if (later.isPresent()) {
            return new Next.Again(later.get()); // without the connection they could not be reached any more
        }
        if (doctor.accountId() != null) {
            endConnections(doctor.accountId());
        }
        return new Next.Done();
    }

    private void endConnections(UUID accountId) {
        Set<UUID> used = accounts.clinicsOf(accountId, Role.DOCTOR).stream()
                .map(clinicId -> CurrentClinic.in(clinicId, () -> apps.effective(ZoomApp.Kind.GENERAL)))
                .flatMap(Optional::stream)
                .map(ZoomApp::id)
                .collect(Collectors.toSet());
        for (Connection connection : connections.ofAccount(accountId)) {
            if (!used.contains(connection.appId())) {
                disconnecting.end(connection);
            }
        }
    }
}
