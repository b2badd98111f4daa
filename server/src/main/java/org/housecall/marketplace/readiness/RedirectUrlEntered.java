package org.housecall.marketplace.readiness;

import java.net.URI;
import org.housecall.zoom.Observation.Fact;

/** Zoom returns only to an address that was entered to the letter. What is entered there nothing at Zoom can be asked; but who came back proves it. */
final class RedirectUrlEntered implements ReadinessCheck {

    @Override
    public String id() {
        return "redirect-url";
    }

    @Override
    public Outcome judge(Observed observed) {
        URI url = observed.listing().redirectUrl();
        if (!"https".equals(url.getScheme())) {
            return Outcome.red("plain", url);
        }
        return observed.last(Fact.CONNECTED, url.toString(), false)
                .map(time -> Outcome.green("returned", url, time))
                .or(() -> observed.last(Fact.CONNECTED, url.toString(), true)
                        .map(time -> Outcome.amber("simulated", url, observed.zoom())))
                .orElseGet(() -> Outcome.amber("enter", url));
    }
}
