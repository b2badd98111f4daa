package org.housecall.marketplace.reviewer;

import java.util.List;
import java.util.UUID;
import org.housecall.access.SealedAccounts;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.jobs.Job;
import org.housecall.zoom.Disconnecting;
import org.springframework.stereotype.Component;

/**
 * Clears away what reviewers leave in a sample clinic: the upcoming meetings at Zoom while they can be reached, the connections with
 * their tokens, and the visits ahead. Who was let in again meanwhile keeps all of it.
 */
@Component
class Withdrawal implements Job {

    static final String KIND = "withdraw-reviewer-access";

    private final Doctors doctors;
    private final SealedAccounts accounts;
    private final Disconnecting disconnecting;
    private final SampleVisits visits;

    Withdrawal(Doctors doctors, SealedAccounts accounts, Disconnecting disconnecting, SampleVisits visits) {
        this.doctors = doctors;
        this.accounts = accounts;
        this.disconnecting = disconnecting;
        this.visits = visits;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID sampleClinicId) {
        List<UUID> closed = doctors.all().stream()
                .map(Doctor::accountId)
                .filter(accountId -> accountId != null && accounts.isClosed(accountId))
                .toList();
        for (UUID accountId : closed) {
            disconnecting.disconnect(accountId, true);
            visits.end(accountId);
            accounts.leave(accountId);
        }
        return new Next.Done();
    }
}
