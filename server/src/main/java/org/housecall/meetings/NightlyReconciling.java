package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.housecall.appointments.Appointments;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.RecurringJob;
import org.housecall.platform.CurrentClinic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has each clinic's meetings compared in its night, each at a minute of its own, and forgets old comparisons. */
@Component
class NightlyReconciling implements RecurringJob {

    private static final LocalTime NIGHT = LocalTime.of(1, 0);
    private static final int NIGHTS_MINUTES = 180;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Clinics clinics;
    private final Reconciling reconciling;
    private final Reconciliations reconciliations;
    private final Appointments appointments;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NightlyReconciling(
            Clinics clinics,
            Reconciling reconciling,
            Reconciliations reconciliations,
            Appointments appointments,
            TransactionTemplate transactions,
            Clock clock) {
        this.clinics = clinics;
        this.reconciling = reconciling;
        this.reconciliations = reconciliations;
        this.appointments = appointments;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "reconcile-meetings-nightly";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        clinics.all().stream().filter(clinic -> isNightOf(clinic, now)).forEach(clinic -> inNight(clinic, now));
    }

    /** In the clinic's own zone, from its own minute on, for an hour: a server that was down then leaves that night out. */
    static boolean isNightOf(Clinic clinic, Instant now) {
        ZonedDateTime local = now.atZone(clinic.timeZone());
        int own = Math.floorMod(clinic.id().hashCode(), NIGHTS_MINUTES);
        long since =
                Duration.between(NIGHT.plusMinutes(own), local.toLocalTime()).toMinutes();
        return since >= 0 && since < 60;
    }

    private void inNight(Clinic clinic, Instant now) {
        CurrentClinic.in(clinic.id(), () -> {
            boolean due = Boolean.TRUE.equals(transactions.execute(_ -> {
                reconciliations.forgetBefore(now.minus(KEPT));
                return !reconciliations.begunSince(now.minus(Duration.ofHours(12)))
                        && !appointments.upcomingVideo(now, null, 1).isEmpty();
            }));
            if (due) {
                reconciling.begin(false);
            }
            return clinic;
        });
    }
}
