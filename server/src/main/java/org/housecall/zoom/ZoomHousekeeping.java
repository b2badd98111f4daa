package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.housecall.jobs.RecurringJob;
import org.springframework.stereotype.Component;

/** Forgets what has served its purpose: old deliveries, webhook secrets that were changed, and authorizations that were begun and left. */
@Component
class ZoomHousekeeping implements RecurringJob {

    /** Zoom's last repetition comes 85 minutes after the first attempt. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Deliveries deliveries;
    private final Attempts attempts;
    private final WebhookSecrets webhookSecrets;
    private final BudgetNotes budgets;
    private final Clock clock;

    ZoomHousekeeping(
            Deliveries deliveries, Attempts attempts, WebhookSecrets webhookSecrets, BudgetNotes budgets, Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.webhookSecrets = webhookSecrets;
        this.budgets = budgets;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "zoom-housekeeping";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant limit = clock.instant().minus(KEPT);
        deliveries.forgetBefore(limit);
        attempts.forgetBefore(limit);
        budgets.forgetBefore(limit);
        webhookSecrets.forgetExpired();
    }
}
