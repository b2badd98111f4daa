package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.marketplace.readiness.State.AMBER;
import static org.housecall.marketplace.readiness.State.GREEN;
import static org.housecall.marketplace.readiness.State.RED;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.TestServer;
import org.housecall.marketplace.Listings;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.Observation;
import org.housecall.zoom.Observation.Fact;
import org.housecall.zoom.Scope;
import org.housecall.zoom.ServerAppFacts.Known;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each check of a Server-to-Server app, turned by what is stored. It begins with all of it green. */
class ServerAppChecksTests {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant SEEN = Instant.parse("2026-03-01T10:00:00Z");

    private boolean stored = true;
    private boolean secret = true;
    private boolean ofClinic = true;
    private boolean simulated;
    private int mapped = 2;
    private @Nullable Instant tokenUntil = NOW.plusSeconds(1800);
    private Set<String> granted =
            Scope.required().stream().map(Scope::idForAccount).collect(Collectors.toSet());
    private final List<Observation> seen = new ArrayList<>(List.of(
            new Observation(Fact.EVENT_HEARD, "", false, SEEN),
            new Observation(Fact.SCOPE_USED, Scope.CREATE_MEETINGS.id(), false, SEEN)));

    @Test
    void isRedWithoutAnApp() {
        assertThat(List.of("server-credentials", "server-events", "server-scopes", "server-hosts"))
                .allSatisfy(id -> assertThat(state(id)).isEqualTo(GREEN));

        stored = false;

        assertThat(List.of("server-credentials", "server-events", "server-scopes", "server-hosts"))
                .allSatisfy(id -> assertThat(state(id)).isEqualTo(RED));
    }

    @Test
    void knowsCredentialsByTheLastToken() {
        assertThat(item("server-credentials").evidence()).contains("2026-03-02 10:30 Z");
        tokenUntil = NOW.minusSeconds(60);
        assertThat(state("server-credentials")).isEqualTo(AMBER);
        assertThat(item("server-credentials").evidence()).contains("ran out 2026-03-02 09:59 Z");
        tokenUntil = null;
        assertThat(state("server-credentials")).isEqualTo(AMBER);
    }

    @Test
    void comparesWhatIsGrantedWithWhatIsListed() {
        granted = Scope.required().stream().map(Scope::id).collect(Collectors.toSet());
        assertThat(state("server-scopes")).as("without the suffix").isEqualTo(GREEN);
        granted.add("meeting:read:list_meetings:admin");
        assertThat(state("server-scopes")).isEqualTo(AMBER);
        assertThat(item("server-scopes").evidence()).contains("meeting:read:list_meetings:admin");
        granted.remove(Scope.READ_USER.id());
        assertThat(state("server-scopes")).isEqualTo(RED);
        assertThat(item("server-scopes").evidence()).contains("user:read:user:admin");
        granted = Set.of();
        assertThat(state("server-scopes")).isEqualTo(AMBER);
    }

    @Test
    void waitsForANotification() {
        seen.removeIf(it -> it.fact() == Fact.EVENT_HEARD);
        assertThat(state("server-events")).isEqualTo(AMBER);
        secret = false;
        assertThat(state("server-events")).isEqualTo(RED);
    }

    @Test
    void wantsADoctorMappedAndAMeetingMade() {
        seen.removeIf(it -> it.fact() == Fact.SCOPE_USED);
        assertThat(state("server-hosts")).isEqualTo(AMBER);
        mapped = 0;
        assertThat(state("server-hosts")).isEqualTo(RED);
        ofClinic = false;
        assertThat(state("server-hosts"))
                .as("doctors are mapped in their clinics")
                .isEqualTo(AMBER);
    }

    @Test
    void takesNothingOfAStandInForZoomsOwn() {
        simulated = true;
        seen.replaceAll(it -> new Observation(it.fact(), it.detail(), true, it.seenAt()));

        assertThat(List.of("server-credentials", "server-events", "server-scopes", "server-hosts"))
                .allSatisfy(id -> {
                    assertThat(state(id)).isEqualTo(AMBER);
                    assertThat(item(id).evidence()).contains("https://sandbox.example");
                });
    }

    private State state(String id) {
        return item(id).state();
    }

    /** In words; a missing message fails here. */
    private Readiness.Item item(String id) {
        ZoomApp app = new ZoomApp(
                UUID.randomUUID(),
                null,
                ZoomApp.Kind.SERVER_TO_SERVER,
                "client",
                "account",
                secret,
                null,
                null,
                false,
                false,
                ZoomPlan.PRO);
        Optional<ServerAppChecks.Facts> facts = Optional.of(new ServerAppChecks.Facts(
                        new Known(app, tokenUntil, granted, mapped),
                        ofClinic,
                        seen,
                        simulated,
                        URI.create(simulated ? "https://sandbox.example" : "https://zoom.us"),
                        NOW))
                .filter(_ -> stored);
        Outcome outcome =
                Optional.ofNullable(ServerAppChecks.judge(facts).get(id)).orElseThrow();
        Readiness.Item item = CurrentClinic.in(
                CurrentClinic.NONE,
                () -> TestServer.bean(Readiness.class)
                        .item(id, outcome, TestServer.bean(Listings.class).current()));
        assertThat(item.evidence()).isNotBlank().doesNotContain("{", "''");
        assertThat(item.remedy() == null).isEqualTo(item.state() == GREEN);
        return item;
    }
}
