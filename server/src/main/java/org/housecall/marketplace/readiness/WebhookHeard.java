package org.housecall.marketplace.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.ZoomApp;

/** Notifications arrive, and are known to be Zoom's: without them an uninstall would leave data behind. */
final class WebhookHeard implements ReadinessCheck {

    /** Zoom asks every three days whether the address is still ours, and stops sending when that fails six times. */
    private static final Duration ASKED_WITHIN = Duration.ofDays(7);

    @Override
    public String id() {
        return "webhook";
    }

    @Override
    public Outcome judge(Observed observed) {
        Object url = observed.listing().webhookUrl();
        if (!observed.app().map(ZoomApp::webhookSecretSet).orElse(false)) {
            return Outcome.red("no-secret", url);
        }
        Optional<Instant> validated = observed.real(Fact.URL_VALIDATED);
        Optional<Instant> heard = observed.real(Fact.EVENT_HEARD);
        if (validated.filter(observed.now().minus(ASKED_WITHIN)::isAfter).isPresent()) {
            return Outcome.red("stale", url, validated.get());
        }
        if (heard.isPresent()) {
            return validated
                    .map(time -> Outcome.green("heard", heard.get(), time))
                    .orElseGet(() -> Outcome.amber("unvalidated", heard.get(), url));
        }
        if (validated.isPresent()) {
            return Outcome.amber("no-event", validated.get());
        }
        return observed.simulated(Fact.EVENT_HEARD)
                .or(() -> observed.simulated(Fact.URL_VALIDATED))
                .map(time -> Outcome.amber("simulated", time, observed.zoom()))
                .orElseGet(() -> Outcome.amber("silent", url));
    }
}
