package org.housecall.marketplace.readiness;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.housecall.zoom.Scope;

/** The app at Zoom asks for the scopes that it is listed with, no more and no fewer, as far as what doctors granted shows. */
final class ScopesGranted implements ReadinessCheck {

    @Override
    public String id() {
        return "scopes";
    }

    @Override
    public Outcome judge(Observed observed) {
        Set<String> granted = observed.granted();
        if (granted.isEmpty()) {
            return Outcome.amber("unknown");
        }
        Set<String> listed =
                observed.listing().scopes().stream().map(Scope::id).collect(Collectors.toUnmodifiableSet());
        List<String> missing = without(listed, granted);
        if (!missing.isEmpty()) {
            return Outcome.red("missing", String.join(", ", missing));
        }
        List<String> more = without(granted, listed);
        if (!more.isEmpty()) {
            return Outcome.red("more", String.join(", ", more));
        }
        return observed.simulated() ? Outcome.amber("simulated", observed.zoom()) : Outcome.green("granted");
    }

    private static List<String> without(Set<String> scopes, Set<String> others) {
        return scopes.stream().filter(scope -> !others.contains(scope)).sorted().toList();
    }
}
