package org.housecall.marketplace.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.housecall.MarketplaceClinic;
import org.housecall.PlainPage;
import org.housecall.Reviewers;
import org.housecall.TestServer;
import org.housecall.marketplace.Listings;
import org.housecall.platform.CurrentClinic;
import org.housecall.zoom.Scope;
import org.junit.jupiter.api.Test;

class TestPlanTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();

    @Test
    void exercisesEveryScopeInUseAndNamesNoOther() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        assertThat(scopesOfSteps()).isEqualTo(scopesInUse()).hasSize(5);

        clinic.administrator.put(
                clinic.clinic.path("zoom/app/waiting-room"), Map.of("kind", "GENERAL", "wanted", true));

        assertThat(scopesOfSteps()).isEqualTo(scopesInUse()).hasSize(6);

        clinic.administrator.put(
                clinic.clinic.path("zoom/app/meeting-list"), Map.of("kind", "GENERAL", "wanted", true));

        assertThat(scopesOfSteps()).isEqualTo(scopesInUse()).hasSize(7);
    }

    @Test
    void isAPageForEveryoneWithoutASignIn() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        Reviewers reviewers = Reviewers.letIn(clinic.administrator, clinic.clinic.path("marketplace"));

        for (PlainPage page : List.of(clinic.page("/help/zoom/test-plan"), PlainPage.at("/help/zoom/test-plan"))) {
            assertThat(page.html())
                    .contains("Test plan", "meeting:write:meeting", "Uninstall in Zoom", "Add from the Marketplace")
                    .doesNotContain("??", "{0}", "{1}");
            reviewers
                    .signIns()
                    .values()
                    .forEach(it -> assertThat(page.html()).doesNotContain(it.email(), it.password()));
        }
    }

    @Test
    void standsInTheReleaseNotesBelowTheSignIns() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        Reviewers reviewers = Reviewers.letIn(clinic.administrator, clinic.clinic.path("marketplace"));

        String notes = reviewers.releaseNotes();
        assertThat(notes)
                .containsSubsequence(steps().stream().map(TestPlan.Step::title).toList())
                .doesNotContain("??", "{0}", "''");
        assertThat(notes.substring(0, notes.indexOf(steps().getFirst().title())))
                .contains("/sign-in", "Sample doctor: ", "Sample patient: ");
    }

    private List<TestPlan.Step> steps() {
        return inClinic(() -> TestServer.bean(TestPlan.class)
                .steps(TestServer.bean(Listings.class).current()));
    }

    private Set<String> scopesOfSteps() {
        return steps().stream().flatMap(step -> step.scopes().stream()).collect(Collectors.toSet());
    }

    private Set<String> scopesInUse() {
        return inClinic(() -> TestServer.bean(Listings.class).current().scopes().stream()
                .map(Scope::id)
                .collect(Collectors.toSet()));
    }

    private <T> T inClinic(Supplier<T> work) {
        return CurrentClinic.in(UUID.fromString(clinic.clinic.id), work);
    }
}
