package org.housecall.meetings;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.SampleClinics;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.LiveUpdates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every minute, finds the visits that begin soon and have no working link, and tells. */
@Component
class LinkAlarmRounds implements RecurringJob {

    static final String TOPIC = "link-alarm";

    private final LinkAlarms alarms;
    private final Clinics clinics;
    private final SampleClinics samples;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    LinkAlarmRounds(
            LinkAlarms alarms,
            Clinics clinics,
            SampleClinics samples,
            LiveUpdates live,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.alarms = alarms;
        this.clinics = clinics;
        this.samples = samples;
        this.live = live;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "raise-link-alarms";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Set<UUID> withoutFrontDesk = samples.ids();
        clinics.all().stream()
                .filter(clinic -> !withoutFrontDesk.contains(clinic.id()))
                .forEach(clinic -> CurrentClinic.in(
                        clinic.id(),
                        () -> transactions.execute(_ -> {
                            round();
                            return clinic;
                        })));
    }

    private void round() {
        boolean mended = alarms.forgetMended();
        alarms.notice();
        List<LinkAlarm> raised = alarms.raise();
        if (!raised.isEmpty()) {
            events.publishEvent(new LinkAlarm.Raised(raised));
        }
        if (mended || !raised.isEmpty()) {
            live.publish(TOPIC, CurrentClinic.id());
        }
    }
}
