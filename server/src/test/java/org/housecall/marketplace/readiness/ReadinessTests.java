package org.housecall.marketplace.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Readiness over HTTP, with the sandbox in Zoom's place. */
class ReadinessTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();

    @Test
    void startsRedWithARemedyForEach() {
        List<JsonNode> items = items();

        assertThat(items.stream().map(item -> item.path("id").asString()))
                .containsExactly(
                        "base-url",
                        "tls",
                        "headers",
                        "credentials",
                        "redirect-url",
                        "scopes",
                        "scope-use",
                        "connect",
                        "add",
                        "decline",
                        "disconnect",
                        "deauthorization",
                        "webhook",
                        "pages",
                        "texts",
                        "documents",
                        "pictures",
                        "reviewer");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.path("state").asString())
                    .isEqualTo(item.path("id").asString().equals("scopes") ? "AMBER" : "RED");
            assertThat(item.path("evidence").asString("")).isNotBlank();
            assertThat(item.path("remedy").asString("")).isNotBlank();
        });
    }

    @Test
    void asksZoomAboutTheCredentials() {
        clinic.enterApp("wrong");
        assertThat(state("credentials")).isEqualTo("RED");

        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);

        assertThat(state("credentials")).isEqualTo("AMBER"); // it is the sandbox that accepts them
        assertThat(item("credentials").path("evidence").asString())
                .contains(MarketplaceClinic.CLIENT_ID, TestServer.sandbox().baseUrl());
    }

    @Test
    void waitsForNotificationsOnceThereIsASecret() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        assertThat(state("webhook")).isEqualTo("RED");

        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET, "hook-secret");

        assertThat(state("webhook")).isEqualTo("AMBER");
        assertThat(clinic.administrator
                        .get(clinic.clinic.path("marketplace/readiness"))
                        .response()
                        .body())
                .doesNotContain("hook-secret", MarketplaceClinic.CLIENT_SECRET);
    }

    @Test
    void turnsGreenWithThePublisher() {
        clinic.publish(MarketplaceClinic.PUBLISHER);

        assertThat(state("pages")).isEqualTo("GREEN");
        assertThat(state("documents")).isEqualTo("GREEN");
        assertThat(item("pages").has("remedy")).isFalse();
    }

    @Test
    void looksAtTheInstallationsAppForTheAdministratorAlone() {
        assertThat(clinic.administrator
                        .get("/api/v1/marketplace/readiness")
                        .json()
                        .path("items"))
                .hasSize(Readiness.CHECKS.size());
        assertThat(clinic.staff("admins").get("/api/v1/marketplace/readiness").status())
                .isEqualTo(403);
    }

    @Test
    void doesNotWaitForWhatTakesTooLong() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(Observer.soon(() -> await(never), "not known", Duration.ofMillis(50)))
                .succeedsWithin(Duration.ofSeconds(20))
                .isEqualTo("not known");
        never.countDown();
    }

    @Test
    void keepsTheLatestForWhoComesNext() {
        assertThat(latest().has("checkedAt")).isFalse();
        assertThat(latest().path("items")).isEmpty();

        clinic.publish(MarketplaceClinic.PUBLISHER);
        JsonNode checked = clinic.administrator
                .post(clinic.clinic.path("marketplace/readiness"), null)
                .json();
        Instant now = TestServer.bean(Clock.class).instant();

        assertThat(latest()).isEqualTo(checked);
        assertThat(Instant.parse(checked.path("checkedAt").asString())).isBetween(now.minusSeconds(60), now);
        assertThat(state("pages")).isEqualTo("GREEN"); // a look of its own, which is not kept
        clinic.publish(Map.of("company", "Harbour Health Ltd"));
        assertThat(state("pages")).isEqualTo("RED");
    }

    @Test
    void looksAgainWhenPublisherOrAppChangeOnceSomebodyHasLooked() {
        clinic.administrator.post(clinic.clinic.path("marketplace/readiness"), null);
        assertThat(latestState("pages")).isEqualTo("RED");

        clinic.publish(MarketplaceClinic.PUBLISHER);
        assertThatSoon(() -> latestState("pages")).isEqualTo("GREEN");
        assertThat(latestState("credentials")).isEqualTo("RED");
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        assertThatSoon(() -> latestState("credentials")).isEqualTo("AMBER");
    }

    @Test
    void hasEveryAppOfAClinicsOwnLookedAtDaily() {
        clinic.enterApp(MarketplaceClinic.CLIENT_SECRET);
        MarketplaceClinic without = new MarketplaceClinic();
        ReadinessRounds rounds = TestServer.bean(ReadinessRounds.class);

        // Not carried out: the clinics of all tests are there.
        List<String> begun = Objects.requireNonNull(
                TestServer.bean(TransactionTemplate.class).execute(transaction -> {
                    transaction.setRollbackOnly();
                    rounds.run();
                    return TestServer.bean(JdbcClient.class)
                            .sql("select task_instance from scheduled_tasks where task_name = ?")
                            .param(ReadinessWatch.KIND)
                            .query(String.class)
                            .list();
                }));

        assertThat(rounds.every()).isEqualTo(Duration.ofDays(1));
        assertThat(begun)
                .anyMatch(job -> job.startsWith(clinic.clinic.id))
                .noneMatch(job -> job.startsWith(without.clinic.id));
    }

    @Test
    void mailsTheClinicsAdminsOnceWhenWhatWasGreenIsRed() {
        clinic.staff("admins");
        ReadinessWatch watch = TestServer.bean(ReadinessWatch.class);
        Instant now = TestServer.bean(Clock.class).instant();

        for (State state : List.of(State.GREEN, State.AMBER, State.RED, State.RED, State.AMBER, State.RED)) {
            Readiness.Item item = new Readiness.Item("pages", "Public pages", state, "Found " + state, "Mend it");
            CurrentClinic.in(
                    UUID.fromString(clinic.clinic.id), () -> watch.keep(new ReadinessReport(now, List.of(item))));
        }

        List<String> mails = clinic.administrator
                .get("/api/v1/mails")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("to").asString("").equals("admins-" + clinic.slug + "@example.com"))
                .filter(mail -> mail.path("subject").asString("").startsWith(clinic.name + ": what Zoom's review"))
                .map(mail -> mail.path("text").asString())
                .toList();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst())
                .contains("- Public pages: Found RED", "Mend it", "/settings/integrations/zoom/publish/readiness");
    }

    @Test
    void mailsTheAdministratorsOnceOfTheServerWhoeversAppItWasSeenFor() {
        MarketplaceClinic other = new MarketplaceClinic();
        int before = mailsToAdministrators().size();

        keep(clinic, "base-url", State.GREEN);
        keep(other, "base-url", State.GREEN);
        keep(clinic, "base-url", State.RED);
        keep(other, "base-url", State.RED);

        assertThat(mailsToAdministrators()).hasSize(before + 1);
        assertThat(mailsToAdministrators().getFirst())
                .contains("Public address", "http://localhost:8080/settings/integrations/zoom/publish/readiness");
    }

    @Test
    void mailsTheAdministratorsOfTheInstallationsAppAndNotOfAClinics() {
        int before = mailsToAdministrators().size();

        for (State state : List.of(State.GREEN, State.RED)) {
            keep(clinic, "pages", state);
        }
        assertThat(mailsToAdministrators()).hasSize(before);

        for (State state : List.of(State.GREEN, State.RED, State.RED)) {
            keep(null, "pages", state);
        }
        assertThat(mailsToAdministrators()).hasSize(before + 1);
        assertThat(mailsToAdministrators().getFirst()).contains("- Public pages: Found RED");
    }

    private void keep(@Nullable MarketplaceClinic owner, String check, State state) {
        String title = check.equals("pages") ? "Public pages" : "Public address";
        Readiness.Item item = new Readiness.Item(check, title, state, "Found " + state, "Mend it");
        ReadinessReport report =
                new ReadinessReport(TestServer.bean(Clock.class).instant(), List.of(item));
        CurrentClinic.in(
                owner == null ? CurrentClinic.NONE : UUID.fromString(owner.clinic.id),
                () -> TestServer.bean(ReadinessWatch.class).keep(report));
    }

    /** The latest first. */
    private List<String> mailsToAdministrators() {
        return clinic.administrator
                .get("/api/v1/mails")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("subject").asString("").startsWith("This server: what Zoom"))
                .map(mail -> mail.path("text").asString())
                .toList();
    }

    private JsonNode latest() {
        return clinic.administrator
                .get(clinic.clinic.path("marketplace/readiness/latest"))
                .json();
    }

    private String latestState(String id) {
        return latest().path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .map(item -> item.path("state").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void isForThoseWhoRunTheClinic() {
        Api admin = clinic.staff("admins");
        Api receptionist = clinic.staff("receptionists");
        String other = new MarketplaceClinic().clinic.path("marketplace/");

        for (String what : List.of("readiness", "pack")) {
            assertThat(receptionist
                            .get(clinic.clinic.path("marketplace/" + what))
                            .status())
                    .isEqualTo(403);
            assertThat(admin.get(other + what).status()).isEqualTo(404);
            assertThat(TestServer.nobody().get(other + what).status()).isEqualTo(401);
        }
        assertThat(admin.get(clinic.clinic.path("marketplace/readiness")).status())
                .isEqualTo(200);
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "known";
    }

    private String state(String id) {
        return item(id).path("state").asString();
    }

    private JsonNode item(String id) {
        return items().stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> items() {
        Api.Answer answer = clinic.administrator.get(clinic.clinic.path("marketplace/readiness"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }
}
