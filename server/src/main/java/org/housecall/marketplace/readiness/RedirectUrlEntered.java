package org.housecall.marketplace.readiness;

/** Zoom returns only to an address that was entered to the letter. That it was, nothing at Zoom can be asked; so never green. */
final class RedirectUrlEntered implements ReadinessCheck {

    @Override
    public String id() {
        return "redirect-url";
    }

    @Override
    public Outcome judge(Observed observed) {
        return "https".equals(observed.listing().redirectUrl().getScheme())
                ? Outcome.amber("enter", observed.listing().redirectUrl())
                : Outcome.red("plain", observed.listing().redirectUrl());
    }
}
