package org.housecall.marketplace.reviewer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Role;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.meetings.PatientDoor;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Interval;
import org.springframework.stereotype.Component;

/** Which of a sample clinic's visits its patient can be in. Looks only: the command {@code readiness} asks it, too. */
@Component
class OpenVisits {

    private final Appointments appointments;
    private final PatientDoor door;
    private final Clock clock;

    OpenVisits(Appointments appointments, PatientDoor door, Clock clock) {
        this.appointments = appointments;
        this.door = door;
        this.clock = clock;
    }

    /** The one that is open at this moment, if there is one; of several the one that is open longest. */
    Optional<Appointment> now(ReviewerAccess access) {
        return at(access, clock.instant()).max(Comparator.comparing(Appointment::end));
    }

    /** Until when one of those can be joined that are open at that moment; empty where none is. */
    Optional<Instant> until(ReviewerAccess access, Instant at) {
        return at(access, at).map(visit -> door.window(visit).closes()).max(Comparator.naturalOrder());
    }

    private Stream<Appointment> at(ReviewerAccess access, Instant at) {
        Viewer viewer = asDoctor(access.of(SamplePerson.DOCTOR).accountId());
        Interval near = new Interval(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(1)));
        return appointments.search(viewer, Appointments.Criteria.during(near, Set.of())).stream()
                .filter(visit -> visit.status().isLive() && isOpen(visit, access, at));
    }

    private boolean isOpen(Appointment visit, ReviewerAccess access, Instant at) {
        PatientDoor.JoinWindow window = door.window(visit);
        return visit.isVideo()
                && access.of(SamplePerson.PATIENT).accountId().equals(visit.patientAccountId())
                && !at.isBefore(window.opens())
                && at.isBefore(window.closes());
    }

    static Viewer asDoctor(UUID accountId) {
        return new Viewer(accountId, false, Map.of(CurrentClinic.id(), Set.of(Role.DOCTOR)));
    }
}
