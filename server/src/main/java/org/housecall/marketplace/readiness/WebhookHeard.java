package org.housecall.marketplace.readiness;

import org.housecall.zoom.ZoomApp;

/** Notifications arrive, and are known to be Zoom's: without them an uninstall would leave data behind. */
final class WebhookHeard implements ReadinessCheck {

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
        return observed.lastEvent()
                .map(time -> observed.simulated()
                        ? Outcome.amber("simulated", time, observed.zoom())
                        : Outcome.green("heard", time))
                .orElseGet(() -> Outcome.amber("silent", url));
    }
}
