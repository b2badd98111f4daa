package org.housecall.marketplace.readiness;

import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.ZoomApp;

/** An uninstall at Zoom arrives, and what came from Zoom goes. Zoom sends it for published apps only, and after a disconnect of ours. */
final class DeauthorizationWorks implements ReadinessCheck {

    private static final SeenToWork CARRIED_OUT = new SeenToWork("deauthorization", Fact.DEAUTHORIZED);

    @Override
    public String id() {
        return CARRIED_OUT.id();
    }

    @Override
    public Outcome judge(Observed observed) {
        return observed.app().filter(ZoomApp::webhookSecretSet).isEmpty()
                ? Outcome.red("no-secret", observed.listing().webhookUrl())
                : CARRIED_OUT.judge(observed);
    }
}
