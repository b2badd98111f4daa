package org.housecall.marketplace.readiness;

import java.time.Duration;

/** The public address shows a good certificate, and speaks TLS 1.2 or newer and nothing older. */
final class TlsIsSafe implements ReadinessCheck {

    /** By then whoever renews certificates has failed to. */
    private static final Duration RENEWED_BEFORE = Duration.ofDays(14);

    @Override
    public String id() {
        return "tls";
    }

    @Override
    public Outcome judge(Observed observed) {
        Object url = observed.listing().baseUrl();
        if (!observed.hasPublicAddress()) {
            return Outcome.red("local", url);
        }
        if (observed.tls().isEmpty()) {
            return Outcome.amber("silent", url);
        }
        Tls tls = observed.tls().get();
        if (!tls.accepted().isEmpty()) {
            return Outcome.red("old", String.join(", ", tls.accepted()));
        }
        return switch (tls.certificate()) {
            case EXPIRED -> Outcome.red("expired", url);
            case OTHER_NAME -> Outcome.red("other-name", url);
            case UNTRUSTED -> Outcome.red("untrusted", url);
            case NONE -> Outcome.red("none", url);
            case VALID -> valid(observed, tls);
        };
    }

    private static Outcome valid(Observed observed, Tls tls) {
        Object until = String.valueOf(tls.validUntil());
        if (tls.validUntil() != null) {
            until = tls.validUntil();
            if (tls.validUntil().isBefore(observed.now().plus(RENEWED_BEFORE))) {
                return Outcome.amber("ends", until);
            }
        }
        return tls.untried().isEmpty()
                ? Outcome.green("safe", String.valueOf(tls.version()), until)
                : Outcome.amber("untried", String.join(", ", tls.untried()), String.valueOf(tls.version()), until);
    }
}
