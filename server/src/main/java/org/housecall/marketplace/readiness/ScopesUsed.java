package org.housecall.marketplace.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.Scope;

/** Every scope that the app asks for is used: a call that needs it succeeded not long ago. */
final class ScopesUsed implements ReadinessCheck {

    private static final Duration RECENT = Duration.ofDays(30);

    @Override
    public String id() {
        return "scope-use";
    }

    @Override
    public Outcome judge(Observed observed) {
        if (observed.app().isEmpty()) {
            return Outcome.red("no-app");
        }
        List<Scope> scopes = observed.listing().scopes();
        Map<String, Instant> real = used(observed, scopes, false);
        Map<String, Instant> simulated = used(observed, scopes, true);
        List<String> never = scopes.stream()
                .map(Scope::id)
                .filter(scope -> !real.containsKey(scope) && !simulated.containsKey(scope))
                .toList();
        if (!never.isEmpty()) {
            return Outcome.red("never", String.join(", ", never));
        }
        if (real.size() < scopes.size()) {
            return Outcome.amber("simulated", simulated, observed.zoom());
        }
        Instant limit = observed.now().minus(RECENT);
        return real.values().stream().anyMatch(limit::isAfter)
                ? Outcome.amber("long-ago", real)
                : Outcome.green("used", real);
    }

    private static Map<String, Instant> used(Observed observed, List<Scope> scopes, boolean simulated) {
        Map<String, Instant> used = new LinkedHashMap<>();
        for (Scope scope : scopes) {
            Optional<Instant> last = observed.last(Fact.SCOPE_USED, scope.id(), simulated);
            last.ifPresent(time -> used.put(scope.id(), time));
        }
        return used;
    }
}
