package org.housecall.marketplace.readiness;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.Observation;
import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.Observations;
import org.housecall.zoom.Scope;
import org.housecall.zoom.ServerAppFacts;
import org.housecall.zoom.ServerAppFacts.Known;
import org.housecall.zoom.ZoomSettings;
import org.springframework.stereotype.Component;

/** How a Server-to-Server app stands, by what is stored here: nobody is asked. No reviewer looks at it. */
@Component
public class ServerAppChecks {

    private static final String FOR_ACCOUNT = ":admin";

    private final Listings listings;
    private final ServerAppFacts apps;
    private final Observations observations;
    private final ZoomSettings zoom;
    private final Readiness readiness;
    private final Clock clock;

    ServerAppChecks(
            Listings listings,
            ServerAppFacts apps,
            Observations observations,
            ZoomSettings zoom,
            Readiness readiness,
            Clock clock) {
        this.listings = listings;
        this.apps = apps;
        this.observations = observations;
        this.zoom = zoom;
        this.readiness = readiness;
        this.clock = clock;
    }

    /**
     * The facts of one moment.
     *
     * @param ofClinic whether it is a clinic's own app; the installation's has doctors in many
     * @param seen what has happened with the app, the latest first
     * @param zoom Zoom's own address, or that of what stands in for it
     */
    record Facts(Known known, boolean ofClinic, List<Observation> seen, boolean simulated, URI zoom, Instant now) {

        /** With Zoom itself where it ever happened so; else with what stands in for it. */
        Optional<Observation> last(Fact fact, String detail) {
            List<Observation> all = seen.stream()
                    .filter(it -> it.fact() == fact && it.detail().equals(detail))
                    .toList();
            return all.stream()
                    .filter(it -> !it.simulated())
                    .findFirst()
                    .or(() -> all.stream().findFirst());
        }

        Outcome greenOrSimulated(String finding, Object... values) {
            return simulated ? Outcome.amber("simulated", zoom) : Outcome.green(finding, values);
        }
    }

    /** Of the current clinic's own app, or the installation's. */
    public List<Readiness.Item> look() {
        Listing listing = listings.current();
        UUID owner = CurrentClinic.idOrNone();
        Optional<Facts> facts = apps.of(owner)
                .map(known -> new Facts(
                        known,
                        listing.clinic() != null,
                        observations.of(known.app().id()),
                        !zoom.isZoomsOwn(),
                        zoom.webUrl(),
                        clock.instant()));
        return judge(facts).entrySet().stream()
                .map(it -> readiness.item(it.getKey(), it.getValue(), listing))
                .toList();
    }

    /** By id, in the order of the steps. */
    static Map<String, Outcome> judge(Optional<Facts> facts) {
        Outcome none = Outcome.red("no-app");
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put(
                "server-credentials", facts.map(ServerAppChecks::credentials).orElse(none));
        outcomes.put("server-events", facts.map(ServerAppChecks::events).orElse(none));
        outcomes.put("server-scopes", facts.map(ServerAppChecks::scopes).orElse(none));
        outcomes.put("server-hosts", facts.map(ServerAppChecks::hosts).orElse(none));
        return outcomes;
    }

    private static Outcome credentials(Facts facts) {
        Instant until = facts.known().tokenUntil();
        if (until == null) {
            return Outcome.amber("untried");
        }
        return until.isBefore(facts.now())
                ? Outcome.amber("ran-out", until)
                : facts.greenOrSimulated("accepted", until);
    }

    private static Outcome events(Facts facts) {
        if (!facts.known().app().webhookSecretSet()) {
            return Outcome.red("no-secret");
        }
        return facts.last(Fact.EVENT_HEARD, "")
                .map(heard -> heard.simulated()
                        ? Outcome.amber("simulated", facts.zoom())
                        : Outcome.green("heard", heard.seenAt()))
                .orElseGet(() -> Outcome.amber("silent"));
    }

    private static Outcome scopes(Facts facts) {
        Set<String> granted = facts.known().granted().stream()
                .map(scope -> scope.endsWith(FOR_ACCOUNT) ? scope : scope + FOR_ACCOUNT) // with or without, it holds
                .collect(Collectors.toSet());
        if (granted.isEmpty()) {
            return Outcome.amber("unknown");
        }
        Set<String> listed = facts.known().app().scopes().stream()
                .map(Scope::idForAccount)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = without(listed, granted);
        if (!missing.isEmpty()) {
            return Outcome.red("missing", String.join(", ", missing));
        }
        Set<String> more = without(granted, listed);
        return more.isEmpty() ? facts.greenOrSimulated("granted") : Outcome.amber("more", String.join(", ", more));
    }

    private static Set<String> without(Set<String> scopes, Set<String> others) {
        Set<String> rest = new TreeSet<>(scopes);
        rest.removeAll(others);
        return rest;
    }

    private static Outcome hosts(Facts facts) {
        if (facts.ofClinic() && facts.known().mapped() == 0) {
            return Outcome.red("none");
        }
        return facts.last(Fact.SCOPE_USED, Scope.CREATE_MEETINGS.id())
                .map(made -> made.simulated()
                        ? Outcome.amber("simulated", facts.zoom())
                        : Outcome.green("made", made.seenAt()))
                .orElseGet(() -> Outcome.amber("untried"));
    }
}
