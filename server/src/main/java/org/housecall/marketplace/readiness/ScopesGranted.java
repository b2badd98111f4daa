package org.housecall.marketplace.readiness;

import java.util.Arrays;
import java.util.List;
import org.housecall.zoom.Scope;

/** The app asks for the scopes we use: some doctor has granted each. */
final class ScopesGranted implements ReadinessCheck {

    @Override
    public String id() {
        return "scopes";
    }

    @Override
    public Outcome judge(Observed observed) {
        if (observed.granted().isEmpty()) {
            return Outcome.amber("unknown");
        }
        List<String> missing = Arrays.stream(Scope.values())
                .map(Scope::id)
                .filter(scope -> !observed.granted().contains(scope))
                .toList();
        if (!missing.isEmpty()) {
            return Outcome.red("missing", String.join(", ", missing));
        }
        return observed.simulated() ? Outcome.amber("simulated", observed.zoom()) : Outcome.green("granted");
    }
}
