package org.housecall.marketplace.readiness;

/** Zoom's reviewer can sign in with what the release notes say, and finds a visit to join. */
final class ReviewerGetsIn implements ReadinessCheck {

    @Override
    public String id() {
        return "reviewer";
    }

    @Override
    public Outcome judge(Observed observed) {
        return switch (observed.reviewer()) {
            case NO_ACCESS -> Outcome.red("no-access");
            case SIGN_IN_REFUSED -> Outcome.red("refused");
            case NO_VISIT -> Outcome.red("no-visit");
            case NO_LINK -> Outcome.amber("no-link");
            case JOINABLE ->
                observed.simulated() ? Outcome.amber("simulated", observed.zoom()) : Outcome.green("joinable");
        };
    }
}
