package org.housecall.marketplace.readiness;

import java.net.URI;

/** Zoom calls us, and its reviewer visits us, over https. */
final class BaseUrlIsPublic implements ReadinessCheck {

    @Override
    public String id() {
        return "base-url";
    }

    @Override
    public Outcome judge(Observed observed) {
        URI url = observed.listing().baseUrl();
        if (!observed.hasPublicAddress()) {
            return Outcome.red("local", url);
        }
        return switch (observed.reach()) {
            case OURS -> Outcome.green("answers", url);
            case OTHER -> Outcome.amber("other", url);
            case PRIVATE -> Outcome.amber("private", url);
            case NOBODY -> Outcome.amber("silent", url);
        };
    }
}
