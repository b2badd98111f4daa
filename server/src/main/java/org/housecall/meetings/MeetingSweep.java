package org.housecall.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.jobs.Jobs;
import org.housecall.jobs.RecurringJob;
import org.housecall.meetings.VideoProvider.Hosting;
import org.housecall.platform.CurrentClinic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every minute, finds meetings that are out of step and have no job any more. And, for the visits of the next days, those
 * that wait for a host though there is one: whoever connects has them looked at again, and should that ever get lost, no
 * visit stays without its link.
 */
@Component
class MeetingSweep implements RecurringJob {

    private static final Duration FOR_A_WHILE = Duration.ofMinutes(1);

    /** As often as that a host is tried that looks usable and is not. */
    private static final Duration IN_VAIN = Duration.ofMinutes(10);

    private static final Duration AHEAD = Duration.ofDays(2);

    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final ObjectProvider<VideoProvider> providers;
    private final Clinics clinics;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeetingSweep(
            Meetings meetings,
            MeetingWishes wishes,
            ObjectProvider<VideoProvider> providers,
            Clinics clinics,
            Jobs jobs,
            TransactionTemplate transactions,
            Clock clock) {
        this.meetings = meetings;
        this.wishes = wishes;
        this.providers = providers;
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
        for (Clinic clinic : clinics.all()) {
            CurrentClinic.in(
                    clinic.id(),
                    () -> transactions.execute(_ -> {
                        takeUp();
                        wake();
                        return clinic;
                    }));
        }
    }

    private void takeUp() {
        meetings.behindSince(clock.instant().minus(FOR_A_WHILE))
                .forEach(behind ->
                        MeetingSync.enqueue(jobs, behind.appointmentId(), behind.wantedRevision(), Jobs.Priority.LOW));
    }

    private void wake() {
        Instant now = clock.instant();
        Map<UUID, Boolean> hosted = new HashMap<>();
        for (Meetings.Waiting waiting : meetings.waitingSince(now.minus(IN_VAIN), now, now.plus(AHEAD))) {
            if (hosted.computeIfAbsent(waiting.doctorId(), this::hasHost)) {
                wishes.wantAgain(waiting.appointmentId());
            }
        }
    }

    private boolean hasHost(UUID doctorId) {
        return providers.getObject().hostFor(doctorId) instanceof Hosting.By;
    }
}
