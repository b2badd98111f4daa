package org.housecall.marketplace.reviewer;

import java.util.Optional;
import org.housecall.access.SealedSignIn;
import org.housecall.appointments.Appointment;
import org.housecall.meetings.PatientDoor;
import org.housecall.platform.CurrentClinic;
import org.springframework.stereotype.Component;

/** Tries what a reviewer tries first, for the app of the current clinic or of the installation: all sign-ins, and the visit of this hour. */
@Component
public class ReviewerTrial {

    private final ReviewerAccesses accesses;
    private final SealedSignIn signIn;
    private final OpenVisits visits;
    private final PatientDoor door;

    ReviewerTrial(ReviewerAccesses accesses, SealedSignIn signIn, OpenVisits visits, PatientDoor door) {
        this.accesses = accesses;
        this.signIn = signIn;
        this.visits = visits;
        this.door = door;
    }

    /** What came of it. */
    public enum WayIn {
        NO_ACCESS,
        SIGN_IN_REFUSED,
        NO_VISIT,
        /** There is one, but no way into its meeting: nobody has connected Zoom, or Zoom has not made it yet. */
        NO_LINK,
        JOINABLE
    }

    public WayIn run() {
        return accesses.find().map(this::tried).orElse(WayIn.NO_ACCESS);
    }

    private WayIn tried(ReviewerAccess access) {
        if (!access.signIns().stream().allMatch(it -> signIn.admits(it.email(), it.password()))) {
            return WayIn.SIGN_IN_REFUSED;
        }
        return CurrentClinic.in(access.sampleClinicId(), () -> {
            Optional<Appointment> visit = visits.now(access);
            return visit.map(it -> door.hindrance(it).isEmpty() ? WayIn.JOINABLE : WayIn.NO_LINK)
                    .orElse(WayIn.NO_VISIT);
        });
    }
}
