package org.housecall.marketplace.readiness;

import org.housecall.zoom.CredentialTrial.Finding;

/** The app is there, and Zoom knows it by the stored client id and secret. */
final class CredentialsAccepted implements ReadinessCheck {

    @Override
    public String id() {
        return "credentials";
    }

    @Override
    public Outcome judge(Observed observed) {
        if (observed.app().isEmpty()) {
            return Outcome.red("missing");
        }
        String clientId = observed.app().get().clientId();
        return switch (observed.trial().orElse(Finding.NO_ANSWER)) {
            case ACCEPTED ->
                observed.simulated()
                        ? Outcome.amber("simulated", clientId, observed.zoom())
                        : Outcome.green("accepted", clientId);
            case WRONG_CREDENTIALS, MISSING_SCOPES, UNKNOWN_USER -> Outcome.red("refused", clientId);
            case NO_ANSWER -> Outcome.amber("silent", clientId);
        };
    }
}
