package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Progress;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.Jobs;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Interval;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every minute, finds video visits that should be over and whose end nobody told, and has the provider asked, once. */
@Component
class VisitsLeftOpen implements RecurringJob {

    /** So that the answer is there before anybody is asked to close the visit. */
    private static final Duration ASKED_AFTER = Progress.TO_CLOSE_AFTER.minusMinutes(10);

    private static final Duration NOT_OLDER_THAN = Duration.ofHours(12);

    private final Appointments appointments;
    private final Meetings meetings;
    private final Clinics clinics;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    VisitsLeftOpen(
            Appointments appointments,
            Meetings meetings,
            Clinics clinics,
            Jobs jobs,
            TransactionTemplate transactions,
            Clock clock) {
        this.appointments = appointments;
        this.meetings = meetings;
        this.clinics = clinics;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "ask-about-visits-left-open";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Interval ended = new Interval(now.minus(NOT_OLDER_THAN), now.minus(ASKED_AFTER));
        clinics.all()
                .forEach(clinic -> CurrentClinic.in(
                        clinic.id(),
                        () -> transactions.execute(_ -> {
                            meetings.toAsk(appointments.videoLeftOpen(ended))
                                    .forEach(id -> jobs.enqueue(VisitCourse.KIND, id, now.toEpochMilli()));
                            return clinic;
                        })));
    }
}
