package org.housecall.marketplace.readiness;

import org.housecall.platform.LoopbackOrHttps;

/** Icon, cover, gallery and diagram are there, in the sizes that Zoom takes. */
final class PicturesComplete implements ReadinessCheck {

    @Override
    public String id() {
        return "pictures";
    }

    @Override
    public Outcome judge(Observed observed) {
        if (LoopbackOrHttps.isLoopback(observed.listing().baseUrl())) {
            return Outcome.red("local", observed.listing().baseUrl());
        }
        return observed.unfitPictures().isEmpty()
                ? Outcome.green("sized")
                : Outcome.red("unfit", String.join(", ", observed.unfitPictures()));
    }
}
