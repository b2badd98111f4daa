package org.housecall.marketplace.readiness;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.Jobs;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.springframework.stereotype.Component;

/** Has every app of a clinic's own, and the installation's, looked at once a day. */
@Component
class ReadinessRounds implements RecurringJob {

    private final Clinics clinics;
    private final ZoomApps apps;
    private final Jobs jobs;

    ReadinessRounds(Clinics clinics, ZoomApps apps, Jobs jobs) {
        this.clinics = clinics;
        this.apps = apps;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return "check-readiness-daily";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        Stream.concat(Stream.of(CurrentClinic.NONE), clinics.all().stream().map(Clinic::id))
                .filter(owner -> apps.of(owner, ZoomApp.Kind.GENERAL).isPresent())
                .forEach(owner -> jobs.enqueueIn(owner, ReadinessWatch.KIND, new UUID(0, 0), 0));
    }
}
