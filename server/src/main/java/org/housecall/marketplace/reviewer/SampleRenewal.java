package org.housecall.marketplace.reviewer;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.clinics.SampleClinics;
import org.housecall.jobs.Job;
import org.housecall.jobs.Jobs;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees to it that a sample clinic has its next visits: every hour, and as soon as one of them is over or cancelled. */
@Component
class SampleRenewal implements Job {

    private static final String KIND = "renew-sample-visits";

    private final SampleClinics samples;
    private final ReviewerAccesses accesses;
    private final SampleVisits visits;
    private final Jobs jobs;
    private final Clock clock;

    SampleRenewal(SampleClinics samples, ReviewerAccesses accesses, SampleVisits visits, Jobs jobs, Clock clock) {
        this.samples = samples;
        this.accesses = accesses;
        this.visits = visits;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(Appointment.Changed changed) {
        if (changed.before().status().isLive() && !changed.after().status().isLive() && samples.isCurrent()) {
            jobs.enqueue(KIND, CurrentClinic.id(), clock.millis());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next run(UUID sampleClinicId) {
        samples.ownerOf(sampleClinicId)
                .flatMap(owner -> CurrentClinic.in(owner, accesses::find))
                .ifPresent(visits::renew);
        return new Next.Done();
    }

    /** Begins it for every sample clinic. */
    @Component
    static class EveryHour implements RecurringJob {

        private final SampleClinics samples;
        private final Jobs jobs;
        private final Clock clock;

        EveryHour(SampleClinics samples, Jobs jobs, Clock clock) {
            this.samples = samples;
            this.jobs = jobs;
            this.clock = clock;
        }

        @Override
        public String kind() {
            return "renew-sample-clinics";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public void run() {
            samples.ids().forEach(clinicId -> jobs.enqueueIn(clinicId, KIND, clinicId, clock.millis()));
        }
    }
}
