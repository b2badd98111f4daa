package org.housecall.marketplace.readiness;

import org.housecall.platform.LoopbackOrHttps;

/** Icon and diagram are drawn here. Cover and gallery show the running product, and nobody here can know whether they are at Zoom; so never green. */
final class PicturesComplete implements ReadinessCheck {

    @Override
    public String id() {
        return "pictures";
    }

    @Override
    public Outcome judge(Observed observed) {
        return LoopbackOrHttps.isLoopback(observed.listing().baseUrl())
                ? Outcome.red("local", observed.listing().baseUrl())
                : Outcome.amber("gallery");
    }
}
