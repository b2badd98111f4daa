package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.Jobs;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every minute, finds meetings that are out of step and have no job any more. */
@Component
class MeetingSweep implements RecurringJob {

    private static final Duration FOR_A_WHILE = Duration.ofMinutes(1);

    private final Meetings meetings;
    private final Clinics clinics;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeetingSweep(Meetings meetings, Clinics clinics, Jobs jobs, TransactionTemplate transactions, Clock clock) {
        this.meetings = meetings;
        this.clinics = clinics;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "sweep-meetings";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        clinics.all()
                .forEach(clinic -> CurrentClinic.in(
                        clinic.id(),
                        () -> transactions.execute(_ -> {
                            meetings.behindSince(clock.instant().minus(FOR_A_WHILE))
                                    .forEach(behind -> MeetingSync.enqueue(
                                            jobs, behind.appointmentId(), behind.wantedRevision(), Jobs.Priority.LOW));
                            return clinic;
                        })));
    }
}
