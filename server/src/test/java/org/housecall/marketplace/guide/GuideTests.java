package org.housecall.marketplace.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.housecall.zoom.Scope;
import org.housecall.zoom.ZoomApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The guide over HTTP. */
class GuideTests {

    private static final String DONE = "GENERAL/steps/scopes/tasks/added";

    private final MarketplaceClinic clinic = new MarketplaceClinic();

    @Test
    void hasZoomsTenStepsInItsOrder() {
        assertThat(steps("GENERAL").stream().map(step -> step.path("title").asString()))
                .containsExactly(
                        "Is a review needed?",
                        "Creation",
                        "Basic information",
                        "Access, Surface, Embed, Connect, Custom Form",
                        "Scopes",
                        "Actions",
                        "Listing",
                        "Monetization",
                        "Technical design",
                        "Beta test",
                        "Submission",
                        "What follows");
        assertThat(steps("GENERAL").getLast().path("number").asInt()).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource
    void saysInEachStepWhatToClick(ZoomApp.Kind kind) {
        assertThat(steps(kind.name())).allSatisfy(step -> {
            assertThat(step.path("lead").asString()).isNotBlank();
            assertThat(step.path("clicks"))
                    .isNotEmpty()
                    .allSatisfy(click -> assertThat(click.asString())
                            .isNotBlank()
                            .doesNotStartWith(" ")
                            .doesNotContain("''", "{"));
            assertThat(step.path("tasks"))
                    .allSatisfy(task -> assertThat(task.path("text").asString()).isNotBlank());
        });
    }

    @Test
    void givesTheValuesOfThisInstallation() {
        clinic.publish(MarketplaceClinic.PUBLISHER);
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET, "hook-secret");
        JsonNode app = clinic.administrator.get(clinic.clinic.path("zoom/app")).json();
        String page = "http://localhost:8080/c/" + clinic.slug;

        assertThat(value("basics", "redirect"))
                .isEqualTo(app.path("redirectUrl").asString());
        assertThat(value("basics", "allow-list"))
                .isEqualTo(app.path("redirectUrl").asString());
        assertThat(value("basics", "production-client-id")).isEqualTo(MarketplaceClinic.CLIENT_ID);
        assertThat(value("basics", "company")).isEqualTo("Harbour Health Ltd");
        String webhook = app.path("webhookUrls").path("oauth").asString();
        assertThat(value("features", "events")).isEqualTo(webhook);
        assertThat(value("features", "deauthorization")).isEqualTo(webhook);
        assertThat(value("listing", "landing"))
                .isEqualTo("http://localhost:8080/clinics/" + clinic.clinic.id + "/settings/zoom");
        assertThat(value("listing", "privacy")).isEqualTo(page + "/legal/privacy");
        assertThat(value("listing", "terms")).isEqualTo(page + "/legal/terms");
        assertThat(value("listing", "support")).isEqualTo(page + "/support");
        assertThat(value("listing", "help")).isEqualTo(page + "/help/zoom");
        assertThat(value("listing", "postal")).contains("Harbour Street 1", "Ireland");
        assertThat(value("listing", "text:name")).isEqualTo("Harbour Health Ltd for Zoom");
        assertThat(value("submission", "login")).isEqualTo("http://localhost:8080/sign-in");
        assertThat(step("GENERAL", "scopes")
                        .path("values")
                        .valueStream()
                        .map(it -> it.path("label").asString()))
                .containsExactlyElementsOf(
                        Scope.required().stream().map(Scope::id).toList());
    }

    @Test
    void followsWhatEachOfTheTwoAppsIsToAskFor() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        String waiting = "meeting.participant_joined_waiting_room";
        assertThat(value("features", "event-types")).contains("meeting.started").doesNotContain(waiting);

        wantWaitingRoom("GENERAL");

        assertThat(value("features", "event-types")).contains(waiting);
        assertThat(step("GENERAL", "scopes").path("values")).hasSize(6);
        assertThat(serverStep("feature")).doesNotContain(waiting);
        assertThat(serverStep("scopes")).doesNotContain(Scope.SEE_WAITING.id());

        clinic.administrator.put(
                clinic.clinic.path("zoom/app"),
                Map.of(
                        "oauth",
                        Map.of("clientId", MarketplaceClinic.CLIENT_ID),
                        "serverToServer",
                        Map.of("accountId", "account", "clientId", "server", "clientSecret", "secret")));
        wantWaitingRoom("SERVER_TO_SERVER");

        assertThat(serverStep("feature")).contains(waiting);
        assertThat(serverStep("scopes")).contains(Scope.SEE_WAITING.id() + ":admin");
    }

    private void wantWaitingRoom(String kind) {
        clinic.administrator.put(clinic.clinic.path("zoom/app/waiting-room"), Map.of("kind", kind, "wanted", true));
    }

    private String serverStep(String id) {
        return step("SERVER_TO_SERVER", id).path("values").toString();
    }

    @Test
    void tellsOfASecretWhereItIsAndNeverWhatItIs() {
        assertThat(find("basics", "production-secret").path("note").asString()).startsWith("Not stored here yet.");

        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET, "hook-secret");

        Api.Answer guide = clinic.administrator.get(clinic.clinic.path("marketplace/guide"));
        assertThat(guide.response().body()).doesNotContain(MarketplaceClinic.CLIENT_SECRET, "hook-secret");
        assertThat(find("basics", "production-secret").has("value")).isFalse();
        assertThat(find("basics", "production-secret").path("note").asString()).startsWith("Stored here, encrypted");
        assertThat(find("features", "secret-token").path("note").asString()).startsWith("Stored here, encrypted");
        assertThat(find("basics", "development-secret").path("note").asString()).startsWith("Not stored here yet.");
    }

    @Test
    void saysWhatIsNotKnownYet() {
        JsonNode company = find("basics", "company");

        assertThat(company.has("value")).isFalse();
        assertThat(company.path("note").asString()).isEqualTo("Not known here yet.");
        assertThat(find("beta", "text:beta").has("value"))
                .as("names no contact yet")
                .isFalse();
    }

    @Test
    void keepsWhoMarkedATaskAsDoneAndTakesItBack() {
        Api admin = clinic.staff("admins");
        assertThat(task("added").has("doneAt")).isFalse();

        assertThat(admin.put(path(DONE), Map.of()).status()).isEqualTo(204);
        clinic.administrator.put(path(DONE), Map.of());

        assertThat(task("added").path("doneBy").asString()).isEqualTo("Staff");
        assertThat(task("added").has("doneAt")).isTrue();
        assertThat(task("reasons").has("doneAt")).isFalse();
        assertThat(step("SERVER_TO_SERVER", "scopes").path("tasks").path(0).has("doneAt"))
                .as("of the other guide")
                .isFalse();

        assertThat(clinic.administrator.delete(path(DONE)).status()).isEqualTo(204);
        assertThat(task("added").has("doneAt")).isFalse();
        assertThat(clinic.administrator.delete(path(DONE)).status()).isEqualTo(204);
    }

    @Test
    void keepsEachClinicsMarksItsOwn() {
        MarketplaceClinic other = new MarketplaceClinic();
        clinic.administrator.put(path(DONE), Map.of());
        clinic.administrator.put(path("answer"), Map.of("ownAccount", true));

        JsonNode others =
                other.administrator.get(other.clinic.path("marketplace/guide")).json();

        assertThat(others.toString()).contains("monetization").doesNotContain("doneAt", "ownAccount");
        assertThat(TestServer.administrator()
                        .get("/api/v1/marketplace/guide")
                        .response()
                        .body())
                .contains("monetization")
                .doesNotContain("doneAt");
    }

    @Test
    void keepsTheAnswerToTheFirstQuestion() {
        assertThat(guide("GENERAL").has("answer")).isFalse();

        clinic.administrator.put(path("answer"), Map.of("ownAccount", true));
        clinic.administrator.put(path("answer"), Map.of("ownAccount", false));

        JsonNode answer = guide("GENERAL").path("answer");
        assertThat(answer.path("ownAccount").asBoolean()).isFalse();
        assertThat(answer.path("answeredBy").asString()).isEqualTo("Administrator");
        assertThat(clinic.administrator.put(path("answer"), Map.of()).status()).isEqualTo(422);
    }

    @Test
    void knowsNoOtherTasks() {
        assertThat(clinic.administrator
                        .put(path("GENERAL/steps/scopes/tasks/none"), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(clinic.administrator
                        .put(path("GENERAL/steps/none/tasks/added"), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tellsOfAStepItsWorstCheck() {
        look();
        Map<String, String> before = states();
        assertThat(before).containsEntry("listing", "RED").doesNotContainKeys("actions", "monetization");

        clinic.publish(MarketplaceClinic.PUBLISHER);
        look();

        List<JsonNode> listing = items("listing");
        assertThat(listing.stream().map(item -> item.path("id").asString())).contains("pages", "texts", "pictures");
        assertThat(listing.stream()
                        .filter(item -> item.path("id").asString().equals("pages"))
                        .map(item -> item.path("state").asString()))
                .containsExactly("GREEN");
        assertThat(states()).as("pictures show a local address").containsEntry("listing", "RED");
        assertThat(states()).as("no scope was used yet").containsEntry("scopes", "RED");
    }

    @Test
    void showsTheLatestLookWithItsTimeAndLooksAtNothingItself() {
        assertThat(allStates().has("checkedAt")).isFalse();
        assertThat(allStates().path("items")).isEmpty();

        JsonNode report = look();

        for (int opened = 0; opened < 2; opened++) {
            assertThat(allStates().path("checkedAt")).isEqualTo(report.path("checkedAt"));
        }
        assertThat(items("basics")).contains(report.path("items").path(0));
    }

    @Test
    void followsWhatIsChangedHereOnceSomebodyHasLooked() {
        clinic.publish(MarketplaceClinic.PUBLISHER);
        look();

        clinic.administrator.put(
                clinic.clinic.path("marketplace/texts/long"), Map.of("text", "Visits at [CLINIC NAME]."));

        assertThatSoon(() ->
                        item("listing", "texts").path("evidence").asString().contains("Long description"))
                .isEqualTo(true);
    }

    @Test
    void tellsOfAServerToServerAppWhatIsKnownWithoutAsking() {
        assertThat(serverStates()).containsEntry("credentials", "RED").containsEntry("activation", "RED");

        clinic.administrator.put(
                clinic.clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of(
                                "accountId", "sandboxAccount1",
                                "clientId", "sandboxServerApp1",
                                "clientSecret", "sandboxServerApp1Secret",
                                "webhookSecret", "hook-secret")));

        assertThat(serverStates())
                .containsEntry("credentials", "AMBER")
                .containsEntry("feature", "AMBER")
                .containsEntry("scopes", "AMBER")
                .containsEntry("activation", "RED"); // nobody is mapped
        assertThat(states()).doesNotContainKey("credentials");
        assertThat(step("SERVER_TO_SERVER", "scopes")
                        .path("values")
                        .valueStream()
                        .map(it -> it.path("label").asString()))
                .containsExactlyElementsOf(
                        Scope.required().stream().map(Scope::idForAccount).toList());
    }

    private Map<String, String> serverStates() {
        return clinic.administrator
                .get(path("states") + "?kind=SERVER_TO_SERVER")
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(
                        it -> it.path("step").asString(), it -> it.path("state").asString()));
    }

    @Test
    void listsTheScopesThatTheServerToServerAppItselfAsksFor() {
        clinic.administrator.put(
                clinic.clinic.path("zoom/app"),
                Map.of("serverToServer", Map.of("accountId", "a", "clientId", "b", "clientSecret", "c")));
        clinic.administrator.put(
                clinic.clinic.path("zoom/app/meeting-list"), Map.of("kind", "SERVER_TO_SERVER", "wanted", true));

        assertThat(step("SERVER_TO_SERVER", "scopes")
                        .path("values")
                        .valueStream()
                        .map(it -> it.path("label").asString()))
                .contains("meeting:read:list_meetings:admin");
    }

    @Test
    void hasAPlaceForEachReadinessCheck() {
        Set<String> placed = Arrays.stream(ZoomApp.Kind.values())
                .flatMap(kind -> Guides.of(kind).stream())
                .flatMap(step -> step.checks().stream())
                .collect(Collectors.toSet());

        assertThat(clinic.administrator
                        .get(clinic.clinic.path("marketplace/readiness"))
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("id").asString()))
                .isNotEmpty()
                .isSubsetOf(placed);
    }

    @Test
    void isForThoseWhoRunTheClinic() {
        Api receptionist = clinic.staff("receptionists");

        assertThat(receptionist.get(path("")).status()).isEqualTo(403);
        assertThat(receptionist.put(path(DONE), Map.of()).status()).isEqualTo(403);
        assertThat(clinic.staff("admins").get("/api/v1/marketplace/guide").status())
                .isEqualTo(403);
    }

    private String path(String rest) {
        return clinic.clinic.path("marketplace/guide" + (rest.isEmpty() ? "" : "/" + rest));
    }

    private JsonNode guide(String kind) {
        return clinic.administrator.get(path("") + "?kind=" + kind).json();
    }

    private List<JsonNode> steps(String kind) {
        return guide(kind).path("steps").valueStream().toList();
    }

    private JsonNode step(String kind, String id) {
        return steps(kind).stream()
                .filter(step -> step.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode find(String step, String value) {
        return step("GENERAL", step)
                .path("values")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private String value(String step, String value) {
        return find(step, value).path("value").asString();
    }

    private JsonNode task(String id) {
        return step("GENERAL", "scopes")
                .path("tasks")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode look() {
        return clinic.administrator
                .post(clinic.clinic.path("marketplace/readiness"), null)
                .json();
    }

    private JsonNode allStates() {
        return clinic.administrator.get(path("states")).json();
    }

    private JsonNode item(String step, String id) {
        return items(step).stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> states() {
        return allStates()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(
                        it -> it.path("step").asString(), it -> it.path("state").asString()));
    }

    private List<JsonNode> items(String step) {
        return allStates()
                .path("items")
                .valueStream()
                .filter(it -> it.path("step").asString().equals(step))
                .flatMap(it -> it.path("items").valueStream())
                .toList();
    }
}
